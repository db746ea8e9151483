package id.sakelar.ledger;

/// A setting of the database that is not as money needs it. Immutable.
///
/// @param wanted in words, such as `on or remote_apply`
public record Problem(Weight weight, String setting, String found, String wanted) {
  /// What has to follow.
  public enum Weight {
    /// No payment may be served: what was answered as booked could be lost.
    REFUSE,
    /// Payments are safe, but damage to the disk would go unnoticed for longer.
    WARN
  }

  /// `fsync is off, and has to be on`.
  @Override
  public String toString() {
    String verb = weight == Weight.REFUSE ? "has to be" : "should be";
    return "%s is %s, and %s %s".formatted(setting, found, verb, wanted);
  }
}
