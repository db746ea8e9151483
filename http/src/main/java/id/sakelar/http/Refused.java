package id.sakelar.http;

/// A call that goes no further, for a reason the dialect has words for.
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final Trouble trouble;

  Refused(Trouble trouble) {
    super(trouble.name());
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
