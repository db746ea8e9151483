package id.sakelar.wire.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Text;

/// A region in which vehicle tax can be paid. Immutable.
///
/// @param debet what the deposit pays on top of the bill: Rp5.000 is spelled `tagihan+5000`
/// @param cashback what the deposit gets back afterwards
/// @param open whether the status is `ON`; else it is `OFF`
public record SamsatProduct(
    String product, String productCode, Rupiah debet, Rupiah cashback, boolean open) {
  private static final String BILL_AND = "tagihan+";

  static SamsatProduct read(Fields from) throws Garbled {
    return new SamsatProduct(
        from.text("product"),
        from.text("product_code"),
        debet(from.text("debet")),
        from.amount("cashback"),
        isOpen(from.text("status")));
  }

  private static Rupiah debet(String written) throws Garbled {
    if (!written.startsWith(BILL_AND)) {
      throw Garbled.field("debet", "is not the bill and an amount");
    }
    var amount = new Draft().json("debet", new Text(written.substring(BILL_AND.length())));
    return new Fields(amount.members()).amount("debet");
  }

  private static boolean isOpen(String word) throws Garbled {
    return switch (word) {
      case "ON" -> true;
      case "OFF" -> false;
      default -> throw Garbled.field("status", "is neither ON nor OFF");
    };
  }

  Members spelled() {
    return new Draft()
        .text("product", product)
        .text("product_code", productCode)
        .text("debet", BILL_AND + debet.toWhole())
        .amountText("cashback", cashback)
        .text("status", open ? "ON" : "OFF")
        .members();
  }
}
