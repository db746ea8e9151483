package id.sakelar.wire.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// What an answer says about the bill and its price. Each part may be missing; a failure has none.
///
/// The detail stays as it came, because it cannot be read before the family of its product is
/// known, and because a payment must not stay undecided for a detail nobody understands. Prints no
/// name. Immutable.
///
/// @param name of the customer
/// @param admin the fee on all sheets
/// @param baseCommission Digiswitch only, and only for some products
/// @param periode Digiflazz only, several joined by commas
/// @param balance the partner's deposit afterwards
/// @param price what the partner's deposit pays
/// @param sellingPrice what the end user may be asked for: bill, fines and fee
/// @param desc the detail, for [id.sakelar.wire.digiswitch.desc.Family#read]
public record Bill(
    Optional<String> name,
    Optional<Rupiah> admin,
    Optional<Rupiah> baseCommission,
    Optional<String> periode,
    Optional<Rupiah> balance,
    Optional<Rupiah> price,
    Optional<Rupiah> sellingPrice,
    Optional<Members> desc) {
  /// Nothing is said about a bill.
  public static final Bill NONE =
      new Bill(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// All that every successful answer says, in both spellings.
  public static Bill of(
      String name, Rupiah admin, Rupiah balance, Rupiah price, Rupiah sellingPrice, Members desc) {
    return new Bill(
        Optional.of(name),
        Optional.of(admin),
        Optional.empty(),
        Optional.empty(),
        Optional.of(balance),
        Optional.of(price),
        Optional.of(sellingPrice),
        Optional.of(desc));
  }

  public Bill withBaseCommission(Rupiah commission) {
    return new Bill(
        name, admin, Optional.of(commission), periode, balance, price, sellingPrice, desc);
  }

  public Bill withPeriode(String joined) {
    return new Bill(
        name, admin, baseCommission, Optional.of(joined), balance, price, sellingPrice, desc);
  }

  static Bill read(Fields from, Spelling spelling) throws Garbled {
    Spelling other = spelling.other();
    return new Bill(
        from.findText(from.either(spelling.holder, other.holder)),
        from.findAmount("admin"),
        from.findAmount("base_commission"),
        from.findText("periode"),
        from.findBalance(from.either(spelling.balance, other.balance)),
        from.findAmount("price"),
        from.findAmount("selling_price"),
        from.findMembers("desc"));
  }

  @Override
  public String toString() {
    return "Bill[price=" + price + ", sellingPrice=" + sellingPrice + "]";
  }
}
