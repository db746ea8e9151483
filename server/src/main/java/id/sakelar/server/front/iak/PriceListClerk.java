package id.sakelar.server.front.iak;

import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.References;
import id.sakelar.wire.iak.PriceList;
import id.sakelar.wire.iak.PriceListQuestion;
import id.sakelar.wire.iak.PriceListQuestion.Shelf;
import id.sakelar.wire.iak.PricedProduct;
import id.sakelar.wire.iak.Reply;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells a partner what it can pay and at what fee. Of a kind of bills that nobody has heard of
/// there is nothing, as of one that is not sold here. Thread-safe.
final class PriceListClerk {
  private static final String CATEGORY = "postpaid";
  private static final String WATER = Products.type(Family.WATER).orElseThrow();

  private final Catalog catalog;
  private final InstantSource clock;

  PriceListClerk(Catalog catalog, InstantSource clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /// The clerk for the bills of one kind, or of all.
  Clerk<PriceListQuestion, PriceList> of(Optional<String> type) {
    return (partner, question) -> Reply.answered(list(partner, question, type));
  }

  private PriceList list(Partner partner, PriceListQuestion question, Optional<String> type) {
    return new PriceList(
        catalog.listOffers(partner.id()).stream()
            .flatMap(this::line)
            .filter(line -> type.isEmpty() || type.get().equals(line.type()))
            .filter(line -> isOn(question.shelf().orElse(Shelf.ALL), line))
            .filter(line -> isOfProvince(question.province(), type, line))
            .toList());
  }

  /// Nothing for a product that is not sold in this dialect.
  private Stream<PricedProduct> line(Offer offer) {
    return offer.codeIn(IakFront.DIALECT).stream()
        .flatMap(
            code -> Products.type(offer.family()).stream().map(type -> line(offer, code, type)));
  }

  private PricedProduct line(Offer offer, String code, String type) {
    return new PricedProduct(
        code,
        offer.name(),
        offer.isOpenAt(LocalTime.ofInstant(clock.instant(), References.JAKARTA)),
        offer.fees().admin(),
        offer.fees().commission(),
        type,
        CATEGORY,
        Optional.ofNullable(offer.province()).filter(_ -> type.equals(WATER)));
  }

  private static boolean isOn(Shelf shelf, PricedProduct line) {
    return switch (shelf) {
      case ALL -> true;
      case ACTIVE -> line.active();
      case INACTIVE -> !line.active();
    };
  }

  /// Only the list of water companies can be asked for by province.
  private static boolean isOfProvince(
      Optional<String> province, Optional<String> type, PricedProduct line) {
    boolean counts = type.filter(WATER::equals).isPresent();
    return !counts || province.stream().allMatch(line.province().orElse("")::equalsIgnoreCase);
  }
}
