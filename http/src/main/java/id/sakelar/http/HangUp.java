package id.sakelar.http;

/// Thrown by a handler that says nothing: the door closes the connection without a word.
///
/// For those who pretend to be a failing host. The caller cannot tell what has happened.
public final class HangUp extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public HangUp() {
    super("hanging up", null, false, false);
  }
}
