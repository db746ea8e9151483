package id.sakelar.server.catalog;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The products and their prices, a few seconds old at most. Thread-safe.
public final class Catalog {
  /// How soon every server process knows of a changed price or a closed product.
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Function<String, List<Offer>> offers;

  public Catalog(CatalogStore store) {
    this(
        Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build(store::listOffers)
            ::get);
  }

  /// A catalogue that is told its products each time, as in a simulation with a clock of its own.
  ///
  /// @param offers all products as they are offered to a partner
  public Catalog(Function<String, List<Offer>> offers) {
    this.offers = offers;
  }

  /// The product as it is offered to the partner.
  public Optional<Offer> findOffer(String product, String partner) {
    return listOffers(partner).stream()
        .filter(offer -> offer.product().equals(product))
        .findFirst();
  }

  /// The product that a dialect with codes of its own calls `code`, as it is offered to the
  /// partner.
  public Optional<Offer> findOffer(String dialect, String code, String partner) {
    return listOffers(partner).stream()
        .filter(offer -> offer.codeIn(dialect).filter(code::equals).isPresent())
        .findFirst();
  }

  /// What a dialect calls a product of ours; our own code for one that has left the catalogue.
  public String codeOf(String product, String dialect, String partner) {
    return findOffer(product, partner).flatMap(offer -> offer.codeIn(dialect)).orElse(product);
  }

  /// All products as they are offered to the partner, in the order they came into the catalogue.
  public List<Offer> listOffers(String partner) {
    return offers.apply(partner);
  }
}
