package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;

/// A bank that money can be sent to. Immutable.
///
/// @param bankCode three digits
public record BankLine(String bankCode, String bankName) {
  static BankLine read(Fields from) throws Garbled {
    return new BankLine(from.text("bank_code"), from.text("bank_name"));
  }

  Draft spelled() {
    return new Draft().text("bank_code", bankCode).text("bank_name", bankName);
  }
}
