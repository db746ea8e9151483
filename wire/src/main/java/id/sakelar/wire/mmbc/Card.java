package id.sakelar.wire.mmbc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Masked;

/// A credit card as answers show it. Prints the number masked and no name. Immutable.
///
/// @param ccBank `Bank Mandiri`, empty if the biller does not say
/// @param ccBankcode the code it was asked for under
/// @param ccName of the holder, empty if the biller does not say
public record Card(String ccBank, String ccBankcode, String ccName, String ccAccountnumber) {
  static Card read(Fields from) throws Garbled {
    return new Card(
        from.findText("cc_bank").orElse(""),
        from.text("cc_bankcode"),
        from.findText("cc_name").orElse(""),
        from.text("cc_accountnumber"));
  }

  Draft write(Draft to) {
    return to.text("cc_bank", ccBank)
        .text("cc_bankcode", ccBankcode)
        .text("cc_name", ccName)
        .text("cc_accountnumber", ccAccountnumber);
  }

  @Override
  public String toString() {
    return "Card[" + ccBankcode + ", " + Masked.lastFour(ccAccountnumber) + "]";
  }
}
