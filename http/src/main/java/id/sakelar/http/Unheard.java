package id.sakelar.http;

import java.io.IOException;

/// The question may have arrived, but no whole answer came back. Anything may have happened.
public final class Unheard extends IOException {
  private static final long serialVersionUID = 1L;

  public Unheard(String message) {
    super(message);
  }

  Unheard(String message, Throwable cause) {
    super(message, cause);
  }
}
