package id.sakelar.server.front.digiswitch;

import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Family;
import id.sakelar.wire.digiswitch.Spelling;

/// Which product of ours a code means. Thread-safe.
final class Products {
  /// The code of no product.
  private static final String NONE = "";

  private final Catalog catalog;

  Products(Catalog catalog) {
    this.catalog = catalog;
  }

  /// Our code of the product. Digiflazz calls two of its test products by other names than
  /// Digiswitch; those names mean the same here, unless the catalogue has products of that name.
  String find(String code, String partner) {
    var offer = catalog.findOffer(code, partner);
    if (offer.isPresent()) {
      return isSayable(offer.get().family()) ? code : NONE;
    }
    return id.sakelar.wire.digiswitch.desc.Family.of(code)
        .map(family -> family.code(Spelling.DIGISWITCH))
        .orElse(code);
  }

  /// Whether the dialect has fields for such a bill.
  static boolean isSayable(Family family) {
    return switch (family) {
      case ELECTRICITY, ELECTRICITY_NON_BILL, WATER, MOBILE, INTERNET, HEALTH_INSURANCE -> true;
      case EMPLOYMENT_INSURANCE, COMPANY_INSURANCE, MULTIFINANCE, PROPERTY_TAX, LOCAL_TAX -> true;
      case GAS, TELEVISION, EMONEY_TOPUP, VEHICLE_TAX, MONEY_TRANSFER -> true;
      case INSURANCE, CREDIT_CARD, TICKET -> false;
    };
  }
}
