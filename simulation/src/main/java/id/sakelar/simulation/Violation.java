package id.sakelar.simulation;

import java.io.Serial;

/// Something happened that must never happen: ends the world. An error, so that nothing in the
/// switch takes it for trouble of its own.
final class Violation extends Error {
  @Serial private static final long serialVersionUID = 1;

  private final String checker;
  private final String about;

  /// @param checker the number of the law that was broken, such as `C5`
  /// @param about the payment, partner or process it was broken for
  Violation(String checker, String about, String what) {
    super(what);
    this.checker = checker;
    this.about = about;
  }

  String checker() {
    return checker;
  }

  String about() {
    return about;
  }
}
