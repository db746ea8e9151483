package id.sakelar.server.front.iak;

import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.catalog.Offer;
import java.util.Optional;

/// What is sold in this dialect: products that it has a code and fields for. Thread-safe.
final class Products {
  private final Catalog catalog;

  Products(Catalog catalog) {
    this.catalog = catalog;
  }

  /// The product that a partner asks for.
  Optional<Offer> find(String code, String partner) {
    return catalog
        .findOffer(IakFront.DIALECT, code, partner)
        .filter(offer -> type(offer.family()).isPresent());
  }

  /// What the dialect calls a product of ours; ours, if it was taken out of the catalogue since.
  String code(String product, String partner) {
    return catalog.codeOf(product, IakFront.DIALECT, partner);
  }

  /// What people call a product of ours.
  String name(String product, String partner) {
    return catalog.findOffer(product, partner).map(Offer::name).orElse(product);
  }

  /// The kind of bills in the dialect's word, as it stands in the path of a price list; empty if it
  /// has no fields for such a bill.
  static Optional<String> type(Family family) {
    return switch (family) {
      case ELECTRICITY, ELECTRICITY_NON_BILL -> Optional.of("pln");
      case WATER -> Optional.of("pdam");
      case MOBILE -> Optional.of("hp");
      case INTERNET -> Optional.of("internet");
      case HEALTH_INSURANCE, EMPLOYMENT_INSURANCE, COMPANY_INSURANCE -> Optional.of("bpjs");
      case INSURANCE -> Optional.of("asuransi");
      case MULTIFINANCE -> Optional.of("finance");
      case PROPERTY_TAX -> Optional.of("pbb");
      case LOCAL_TAX -> Optional.of("pajak-daerah");
      case GAS -> Optional.of("gas");
      case TELEVISION -> Optional.of("tv");
      case EMONEY_TOPUP -> Optional.of("emoney");
      case VEHICLE_TAX -> Optional.of("pajak-kendaraan");
      case MONEY_TRANSFER, CREDIT_CARD, TICKET -> Optional.empty();
    };
  }
}
