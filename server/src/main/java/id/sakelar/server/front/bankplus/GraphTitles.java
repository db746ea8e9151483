package id.sakelar.server.front.bankplus;

import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.catalog.Offer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// What dashboards call the things that agents sell, and on which of the two they are shown: bills,
/// or purchases of what nobody owes. A product that has left the catalogue is a bill of its code.
/// Thread-safe.
record GraphTitles(Catalog catalog) {
  /// How many bills were paid, by title, in the order of the first product of each title.
  ///
  /// @param sales how often each product was sold
  SequencedMap<String, Long> bills(String partner, SequencedMap<String, Long> sales) {
    return shown(partner, sales, false);
  }

  /// As [#bills] for purchases.
  SequencedMap<String, Long> purchases(String partner, SequencedMap<String, Long> sales) {
    return shown(partner, sales, true);
  }

  private SequencedMap<String, Long> shown(
      String partner, SequencedMap<String, Long> sales, boolean purchases) {
    var counts = new LinkedHashMap<String, Long>();
    sales.forEach(
        (product, sold) -> {
          var offer = catalog.findOffer(product, partner);
          if (offer.map(Offer::family).filter(GraphTitles::isPurchase).isPresent() == purchases) {
            counts.merge(offer.map(GraphTitles::title).orElse(product), sold, Long::sum);
          }
        });
    return Collections.unmodifiableSequencedMap(counts);
  }

  private static String title(Offer offer) {
    return findTitle(offer.family()).orElse(offer.name());
  }

  /// The title that all products of a family share, as printed; empty where each has its own.
  private static Optional<String> findTitle(Family family) {
    return switch (family) {
      case HEALTH_INSURANCE -> Optional.of("BPJS KS VA");
      case WATER -> Optional.of("PDAM");
      case MOBILE -> Optional.of("Mobile Postpaid");
      case EMPLOYMENT_INSURANCE -> Optional.of("BPJS TK BPU");
      case COMPANY_INSURANCE -> Optional.of("BPJS TK PU");
      case ELECTRICITY, ELECTRICITY_NON_BILL, INTERNET, INSURANCE -> Optional.empty();
      case MULTIFINANCE, PROPERTY_TAX, LOCAL_TAX, GAS, TELEVISION -> Optional.empty();
      case EMONEY_TOPUP, VEHICLE_TAX, MONEY_TRANSFER, CREDIT_CARD, TICKET -> Optional.empty();
    };
  }

  private static boolean isPurchase(Family family) {
    return switch (family) {
      case EMONEY_TOPUP, TICKET -> true;
      case ELECTRICITY, ELECTRICITY_NON_BILL, WATER, MOBILE, INTERNET, HEALTH_INSURANCE -> false;
      case EMPLOYMENT_INSURANCE, COMPANY_INSURANCE, INSURANCE, MULTIFINANCE -> false;
      case PROPERTY_TAX, LOCAL_TAX, GAS, TELEVISION -> false;
      case VEHICLE_TAX, MONEY_TRANSFER, CREDIT_CARD -> false;
    };
  }
}
