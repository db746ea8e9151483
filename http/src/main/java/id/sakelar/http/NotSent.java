package id.sakelar.http;

import java.io.IOException;

/// The question certainly never left this machine, so nothing can have happened over there.
public final class NotSent extends IOException {
  private static final long serialVersionUID = 1L;

  public NotSent(String message) {
    super(message);
  }

  NotSent(String message, Throwable cause) {
    super(message, cause);
  }
}
