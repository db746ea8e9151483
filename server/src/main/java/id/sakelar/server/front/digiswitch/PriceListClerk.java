package id.sakelar.server.front.digiswitch;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.partner.Partner;
import id.sakelar.wire.digiswitch.PriceList;
import id.sakelar.wire.digiswitch.PriceListQuestion;
import id.sakelar.wire.digiswitch.PricedProduct;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Verdict;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;

/// Tells a partner what it can pay and at what fee. Nothing is sold in advance, so that list is
/// empty. Thread-safe.
final class PriceListClerk implements Clerk<PriceListQuestion, PriceList> {
  private static final String CATEGORY = "Pascabayar";
  private static final String SELLER = "Sakelar";

  private final Catalog catalog;
  private final Products products;
  private final LoadingCache<String, Bucket> wholeLists;

  /// @param perFiveMinutes how often each partner gets the whole list of bills
  PriceListClerk(Catalog catalog, Products products, int perFiveMinutes) {
    this.catalog = catalog;
    this.products = products;
    this.wholeLists = Caffeine.newBuilder().maximumSize(10_000).build(_ -> bucket(perFiveMinutes));
  }

  private static Bucket bucket(int perFiveMinutes) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(perFiveMinutes)
                .refillGreedy(perFiveMinutes, Duration.ofMinutes(5))
                .build())
        .build();
  }

  @Override
  public Said<PriceList> answer(Partner partner, PriceListQuestion question) {
    return switch (question.kind()) {
      case PREPAID -> Said.answered(new PriceList(List.of()));
      case POSTPAID -> bills(partner, question);
    };
  }

  private Said<PriceList> bills(Partner partner, PriceListQuestion question) {
    boolean whole = question.code().isEmpty() && question.brand().isEmpty();
    if (whole && !wholeLists.get(partner.id()).tryConsume(1)) {
      return refuse(question, Verdict.of(ResponseCode.PRICE_LIST_LIMIT));
    }
    var code = question.code().map(asked -> products.find(asked, partner.id()));
    var lines =
        catalog.listOffers(partner.id()).stream()
            .filter(offer -> Products.isSayable(offer.family()))
            .filter(offer -> code.isEmpty() || code.get().equals(offer.product()))
            .filter(offer -> question.brand().stream().allMatch(offer.brand()::equalsIgnoreCase))
            .map(PriceListClerk::line)
            .toList();
    return Said.answered(new PriceList(lines));
  }

  private static PricedProduct line(Offer offer) {
    return new PricedProduct.Postpaid(
        offer.name(),
        CATEGORY,
        offer.brand(),
        SELLER,
        offer.fees().admin(),
        offer.fees().commission(),
        offer.product(),
        offer.open(),
        "");
  }
}
