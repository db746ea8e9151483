package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;

/// Test calls are answered as if each came from a fresh deposit, and touch none.
final class TestCalls {
  /// What the published test answers begin with (reference of Digiflazz, section 2.1).
  private static final Rupiah DEPOSIT = Rupiah.of(100_000);

  private TestCalls() {}

  static Rupiah balanceAfter(Rupiah price) {
    return DEPOSIT.minus(price);
  }
}
