package id.sakelar.wire.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.util.Optional;

/// A line of the price list. Immutable.
///
/// @param active 1 on the wire, or 4 if it is not
/// @param fee on a sheet
/// @param komisi the caller's commission on a sheet
/// @param type the kind of bills, as it stands in the path: `pdam`
/// @param category `postpaid`
/// @param province water companies only
public record PricedProduct(
    String code,
    String name,
    boolean active,
    Rupiah fee,
    Rupiah komisi,
    String type,
    String category,
    Optional<String> province) {
  private static final int ACTIVE = 1;
  private static final int INACTIVE = 4;

  static PricedProduct read(Fields from) throws Garbled {
    return new PricedProduct(
        from.text("code"),
        from.text("name"),
        from.count("status") == ACTIVE,
        from.amount("fee"),
        from.amount("komisi"),
        from.text("type"),
        from.text("category"),
        from.findText("province"));
  }

  Draft draft() {
    return new Draft()
        .text("code", code)
        .text("name", name)
        .count("status", active ? ACTIVE : INACTIVE)
        .amount("fee", fee)
        .amount("komisi", komisi)
        .text("type", type)
        .text("category", category)
        .text("province", province);
  }
}
