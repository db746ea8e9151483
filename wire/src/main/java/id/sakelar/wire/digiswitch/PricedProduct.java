package id.sakelar.wire.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// A line of a price list. Immutable.
///
/// Digiflazz tells apart whether the buyer and whether the seller has opened a product, and names
/// the seller; Digiswitch has one flag and no seller. A product is open here if nobody has closed
/// it.
public sealed interface PricedProduct {
  String code();

  boolean open();

  /// The line as it stands on the wire.
  Members spelled(Spelling spelling);

  /// A bill.
  ///
  /// @param sellerName Digiflazz only, else empty
  /// @param admin the fee on a sheet
  /// @param commission the partner's part of it
  record Postpaid(
      String name,
      String category,
      String brand,
      String sellerName,
      Rupiah admin,
      Rupiah commission,
      String code,
      boolean open,
      String desc)
      implements PricedProduct {
    private static Postpaid read(Fields from, Spelling spelling) throws Garbled {
      return new Postpaid(
          from.text(from.either(spelling.productName, spelling.other().productName)),
          from.text("category"),
          from.text("brand"),
          from.findText("seller_name").orElse(""),
          from.amount("admin"),
          from.amount("commission"),
          from.text(from.either(spelling.product, spelling.other().product)),
          isOpen(from, spelling),
          from.text("desc"));
    }

    @Override
    public Members spelled(Spelling spelling) {
      var to = new Draft().text(spelling.productName, name).text("category", category);
      to.text("brand", brand);
      seller(to, spelling, sellerName);
      to.amount("admin", admin).amount("commission", commission).text(spelling.product, code);
      flags(to, spelling, open);
      return to.text("desc", desc).members();
    }
  }

  /// A product bought in advance.
  ///
  /// @param sellerName Digiflazz only, else empty
  /// @param startCutOff the hour and minute from which it rests, `23:45`; `0:0` for never
  record Prepaid(
      String name,
      String category,
      String brand,
      String type,
      String sellerName,
      Rupiah price,
      String code,
      boolean open,
      boolean unlimitedStock,
      int stock,
      boolean multi,
      String startCutOff,
      String endCutOff,
      String desc)
      implements PricedProduct {
    private static Prepaid read(Fields from, Spelling spelling) throws Garbled {
      return new Prepaid(
          from.text(from.either(spelling.productName, spelling.other().productName)),
          from.text("category"),
          from.text("brand"),
          from.text("type"),
          from.findText("seller_name").orElse(""),
          from.amount("price"),
          from.text(from.either(spelling.product, spelling.other().product)),
          isOpen(from, spelling),
          from.flag("unlimited_stock"),
          from.count("stock"),
          from.flag("multi"),
          from.text("start_cut_off"),
          from.text("end_cut_off"),
          from.text("desc"));
    }

    @Override
    public Members spelled(Spelling spelling) {
      var to = new Draft().text(spelling.productName, name).text("category", category);
      to.text("brand", brand).text("type", type);
      seller(to, spelling, sellerName);
      to.amount("price", price).text(spelling.product, code);
      flags(to, spelling, open);
      return to.flag("unlimited_stock", unlimitedStock)
          .count("stock", stock)
          .flag("multi", multi)
          .text("start_cut_off", startCutOff)
          .text("end_cut_off", endCutOff)
          .text("desc", desc)
          .members();
    }
  }

  /// Reads a line: the one that has a price is prepaid.
  static PricedProduct read(Fields from, Spelling spelling) throws Garbled {
    return from.has("price") ? Prepaid.read(from, spelling) : Postpaid.read(from, spelling);
  }

  private static boolean isOpen(Fields from, Spelling spelling) throws Garbled {
    boolean bySeller = !from.has("seller_product_status") || from.flag("seller_product_status");
    return bySeller
        && from.flag(from.either(spelling.productStatus, spelling.other().productStatus));
  }

  private static void seller(Draft to, Spelling spelling, String name) {
    switch (spelling) {
      case DIGISWITCH -> {}
      case DIGIFLAZZ -> to.text("seller_name", name);
    }
  }

  private static void flags(Draft to, Spelling spelling, boolean open) {
    to.flag(spelling.productStatus, open);
    switch (spelling) {
      case DIGISWITCH -> {}
      case DIGIFLAZZ -> to.flag("seller_product_status", open);
    }
  }
}
