package id.sakelar.server.front.mmbc;

import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.catalog.Offer;
import java.util.List;
import java.util.Optional;

/// Which products of ours the codes of the dialect mean. Thread-safe.
record Products(Catalog catalog, WallClock clock) {
  /// Nobody has this name, so what is offered under it is offered to anybody.
  private static final String ANYBODY = "";

  /// What a bank's code means.
  Optional<Offer> findBank(String code, String partner) {
    return find(Family.CREDIT_CARD, code, partner);
  }

  /// What the code of a region means.
  Optional<Offer> findRegion(String code, String partner) {
    return find(Family.VEHICLE_TAX, code, partner);
  }

  /// Whether one of the documents is about such bills.
  static boolean isSold(Family family) {
    return family == Family.CREDIT_CARD || family == Family.VEHICLE_TAX;
  }

  private Optional<Offer> find(Family family, String code, String partner) {
    return catalog
        .findOffer(MmbcFront.DIALECT, code, partner)
        .filter(offer -> offer.family() == family);
  }

  /// Every bank that the dialect has a code for.
  List<Offer> listBanks() {
    return list(Family.CREDIT_CARD, ANYBODY);
  }

  /// Every region that the dialect has a code for, as it is offered to the partner.
  List<Offer> listRegions(String partner) {
    return list(Family.VEHICLE_TAX, partner);
  }

  private List<Offer> list(Family family, String partner) {
    return catalog.listOffers(partner).stream()
        .filter(offer -> offer.family() == family)
        .filter(offer -> offer.codeIn(MmbcFront.DIALECT).isPresent())
        .toList();
  }

  /// What the dialect calls a product of ours; our own word for one that has left the catalogue.
  String code(String product, String partner) {
    return catalog.codeOf(product, MmbcFront.DIALECT, partner);
  }

  /// Whether it can be paid at this hour.
  boolean isOpen(Offer offer) {
    return offer.isOpenAt(clock.now().toLocalTime());
  }
}
