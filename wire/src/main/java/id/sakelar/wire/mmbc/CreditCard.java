package id.sakelar.wire.mmbc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// A bank whose credit card bills can be paid. Immutable.
///
/// @param ccName `KARTU KREDIT MANDIRI`
/// @param ccCode the bank's code without leading zeros, `8`
/// @param open whether the status is `Ready`; else it is `Close`
public record CreditCard(String ccName, String ccCode, boolean open) {
  static CreditCard read(Fields from) throws Garbled {
    return new CreditCard(
        from.text("cc_name"), from.text("cc_code"), isOpen(from.text("cc_status")));
  }

  private static boolean isOpen(String word) throws Garbled {
    return switch (word) {
      case "Ready" -> true;
      case "Close" -> false;
      default -> throw Garbled.field("cc_status", "is neither Ready nor Close");
    };
  }

  Members spelled() {
    return new Draft()
        .text("cc_name", ccName)
        .text("cc_code", ccCode)
        .text("cc_status", open ? "Ready" : "Close")
        .members();
  }
}
