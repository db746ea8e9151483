package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;

/// Reads what several questions have.
final class Asked {
  private Asked() {}

  /// What is to be moved: `^[1-9][0-9]{0,12}$`, in whole rupiah.
  static Rupiah amount(Fields from, String name) throws Garbled {
    Rupiah amount = from.amount(name);
    if (!amount.isPositive()) {
      throw Garbled.field(name, "is not a positive amount");
    }
    return amount;
  }
}
