package id.sakelar.simulator.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// What a customer owes, with [Blanks] in period and detail. Prints no name. Immutable.
///
/// @param nominal without the fee
/// @param sheets how many there are; each has its fee and its commission
/// @param noref the biller's reference of every payment, if it is a published one
/// @param desc the detail
record Bill(
    String name, String period, Rupiah nominal, int sheets, Optional<String> noref, Members desc) {
  static Bill read(Fields from) throws Garbled {
    return new Bill(
        from.text("tr_name"),
        from.text("period"),
        from.amount("nominal"),
        from.findCount("sheets").orElse(1),
        from.findText("noref"),
        from.members("desc"));
  }

  /// The same for `amount`, where the customer says how much.
  Bill forAmount(Rupiah amount) {
    return new Bill(name, period, amount, sheets, noref, desc);
  }

  @Override
  public String toString() {
    return "Bill[" + nominal + ", sheets=" + sheets + "]";
  }
}
