package id.sakelar.server.partner;

/// A key or password in clear. Its text goes where it is used and nowhere else: it prints as stars.
/// Immutable.
public final class Secret {
  private final String text;

  public Secret(String text) {
    this.text = text;
  }

  /// The secret itself; never to be logged, stored or put into a message.
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "***";
  }
}
