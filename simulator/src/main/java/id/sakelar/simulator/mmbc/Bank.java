package id.sakelar.simulator.mmbc;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.mmbc.CreditCard;

/// A bank whose cards can be paid. Immutable.
///
/// @param ccName as the list calls it, `KARTU KREDIT MANDIRI`
/// @param ccBank as answers call it, `Bank Mandiri`
record Bank(String ccCode, String ccName, String ccBank) {
  static Bank read(Fields from) throws Garbled {
    return new Bank(from.text("cc_code"), from.text("cc_name"), from.text("cc_bank"));
  }

  CreditCard line() {
    return new CreditCard(ccName, ccCode, true);
  }
}
