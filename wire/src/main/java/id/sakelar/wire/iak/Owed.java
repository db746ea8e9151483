package id.sakelar.wire.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json;
import id.sakelar.wire.Json.Items;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Text;
import java.util.Map;

/// What is owed. Every answer about a transaction says all of it.
///
/// The detail stays as it came, because it cannot be read before the family of its product is
/// known, and because a payment must not stay undecided for a detail nobody understands. Prints no
/// name. Immutable.
///
/// @param trName who owes it
/// @param period free in form: `201608`, `005`, `MEI 12`, or empty
/// @param nominal the bill without the fee
/// @param admin the fee on all sheets
/// @param price what the customer pays: bill and fee
/// @param sellingPrice what the deposit pays: the price less the commission, so perhaps less than
///   nothing
/// @param desc the detail, for [id.sakelar.wire.iak.desc.Family#read]; without fields if the
///   product has none
public record Owed(
    String trName,
    String period,
    Rupiah nominal,
    Rupiah admin,
    Rupiah price,
    Rupiah sellingPrice,
    Members desc) {
  private static final Members NOTHING = new Members(Map.of());

  static Owed read(Fields from) throws Garbled {
    return new Owed(
        from.text("tr_name"),
        from.text("period"),
        from.amount("nominal"),
        from.amount("admin"),
        from.amount("price"),
        from.balance("selling_price"),
        from.has("desc") ? desc(from) : NOTHING);
  }

  /// No detail is an empty list in JSON and an empty element in XML.
  private static Members desc(Fields from) throws Garbled {
    Json desc = from.json("desc");
    boolean isNothing =
        (desc instanceof Items(var list) && list.isEmpty())
            || (desc instanceof Text(String text) && text.isBlank());
    return isNothing ? NOTHING : from.members("desc");
  }

  @Override
  public String toString() {
    return "Owed[price=" + price + ", sellingPrice=" + sellingPrice + "]";
  }
}
