package id.sakelar.simulator.digiswitch;

import id.sakelar.wire.Garbled;
import java.util.Arrays;
import java.util.Locale;

/// What becomes of those who ask for a test number.
enum Fate {
  /// The payment succeeds.
  PAID,

  /// There is no bill to be shown or paid.
  INQUIRY_FAILS,

  /// The bill is shown, and its payment refused.
  FAILS,

  /// The payment is pending, and succeeds.
  PENDING_THEN_PAID,

  /// The payment is pending, and is refused after all.
  PENDING_THEN_FAILS;

  /// The fate that a file spells `word`.
  static Fate of(String word) throws Garbled {
    return Arrays.stream(values())
        .filter(it -> it.word().equals(word))
        .findFirst()
        .orElseThrow(() -> Garbled.field("fate", "is no fate"));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
