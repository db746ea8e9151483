package id.sakelar.wire;

import java.util.Optional;

/// The other side said something its vocabulary does not have.
///
/// Checked, because whoever reads a message has a decision to make: a front door answers in its
/// dialect's own words of refusal, and a connector that has already sent its order must treat the
/// payment as pending. The message names the field and what is wrong with it, never the value: a
/// value may be a secret, or a line made up for our log.
public final class Garbled extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  private Garbled(String field, String message) {
    super(message);
    this.field = field;
  }

  /// The whole message cannot be read.
  public static Garbled message(String why) {
    return new Garbled("", why);
  }

  /// One field cannot be read: `field("amount", "is missing")` says `amount is missing`.
  public static Garbled field(String field, String why) {
    return new Garbled(field, field + " " + why);
  }

  /// The wire's name of the field to blame; empty if the message as a whole is to blame.
  public Optional<String> field() {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }
}
