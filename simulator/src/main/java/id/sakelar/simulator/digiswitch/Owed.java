package id.sakelar.simulator.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.digiswitch.Bill;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.desc.Desc;
import id.sakelar.wire.digiswitch.desc.Family;
import id.sakelar.wire.digiswitch.desc.Pln;
import id.sakelar.wire.digiswitch.desc.Pln.Sheet;
import java.util.Optional;

/// What a customer owes. Prints no name. Immutable.
///
/// @param sn the serial number of every payment, if it is a published one
record Owed(
    String name,
    Rupiah admin,
    Optional<Rupiah> baseCommission,
    Optional<String> periode,
    Rupiah price,
    Rupiah sellingPrice,
    Optional<String> sn,
    Desc desc) {
  static Owed read(Fields from, Family family) throws Garbled {
    return new Owed(
        from.text("name"),
        from.amount("admin"),
        from.findAmount("base_commission"),
        from.findText("periode"),
        from.amount("price"),
        from.amount("selling_price"),
        from.findText("sn"),
        family.read(from.members("desc")));
  }

  /// The same for `amount`, where the customer says how much.
  Owed forAmount(Rupiah amount) {
    return atPrice(amount.plus(admin).minus(margin()));
  }

  /// The same at another price, with the same margin for the partner.
  Owed atPrice(Rupiah other) {
    return new Owed(name, admin, baseCommission, periode, other, other.plus(margin()), sn, desc);
  }

  /// As an inquiry shows it: the readings of an electricity meter come with the payment.
  Bill shown(Rupiah balance, Spelling spelling) {
    var shown = desc instanceof Pln pln ? withoutReadings(pln) : desc;
    return bill(balance, shown, spelling);
  }

  /// As a payment shows it.
  Bill paid(Rupiah balance, Spelling spelling) {
    return bill(balance, desc, spelling);
  }

  private Bill bill(Rupiah balance, Desc shown, Spelling spelling) {
    return new Bill(
        Optional.of(name),
        Optional.of(admin),
        baseCommission,
        periode,
        Optional.of(balance),
        Optional.of(price),
        Optional.of(sellingPrice),
        Optional.of(shown.spelled(spelling)));
  }

  private Rupiah margin() {
    return sellingPrice.minus(price);
  }

  private static Pln withoutReadings(Pln pln) {
    var sheets = pln.detail().stream().map(Owed::withoutReadings).toList();
    return new Pln(pln.tarif(), pln.daya(), pln.lembarTagihan(), sheets);
  }

  private static Sheet withoutReadings(Sheet sheet) {
    return new Sheet(
        sheet.periode(),
        sheet.nilaiTagihan(),
        sheet.admin(),
        sheet.denda(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public String toString() {
    return "Owed[" + price + ", " + desc.getClass().getSimpleName() + "]";
  }
}
