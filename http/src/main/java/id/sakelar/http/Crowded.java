package id.sakelar.http;

import java.io.IOException;

/// As much is being told at that host as may be at once. Nothing has left this machine, and nothing
/// was tried.
public final class Crowded extends IOException {
  private static final long serialVersionUID = 1L;

  Crowded(String message) {
    super(message);
  }
}
