package id.sakelar.server.catalog;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Fees.Price;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A product as it is offered to one partner. Immutable.
///
/// @param product our code, `[a-z0-9-]{1,30}`
/// @param family what kind of bill it is
/// @param name what people call it
/// @param brand whose bills they are
/// @param province where it is sold; null for everywhere
/// @param codes what dialects call it, by the dialect's word; only where that is not `product`
/// @param routes who serves it, at least one and each biller once; kept in the order in which they
///   are tried
/// @param closing when it is closed every day; null for never
/// @param open whether it is sold at all now
public record Offer(
    String product,
    Family family,
    String name,
    String brand,
    @Nullable String province,
    Map<String, String> codes,
    List<Route> routes,
    Fees fees,
    @Nullable Closing closing,
    boolean open) {
  public Offer {
    codes = Map.copyOf(codes);
    routes = routes.stream().sorted(Route.ORDER).toList();
    if (routes.isEmpty()) {
      throw new IllegalArgumentException("nobody serves " + product);
    }
    if (routes.stream().map(Route::upstream).distinct().count() < routes.size()) {
      throw new IllegalArgumentException("a biller serves " + product + " on one route");
    }
  }

  /// A product that one biller serves.
  public Offer(
      String product,
      Family family,
      String name,
      String brand,
      @Nullable String province,
      Map<String, String> codes,
      Route route,
      Fees fees,
      @Nullable Closing closing,
      boolean open) {
    this(product, family, name, brand, province, codes, List.of(route), fees, closing, open);
  }

  /// One way to a biller.
  ///
  /// @param upstream the name of the biller
  /// @param product the biller's own code of the product
  /// @param preference 1 to 99; the lowest is tried first, and the cheaper of two that are alike
  /// @param closing when this way is closed every day; null for never
  /// @param cost what the biller takes for a sheet beside the bill, as far as is known; null where
  ///   it is not
  public record Route(
      String upstream,
      String product,
      int preference,
      @Nullable Closing closing,
      @Nullable Rupiah cost) {
    private static final int LAST = 99;

    private static final Comparator<Route> ORDER =
        Comparator.comparingInt(Route::preference)
            .thenComparing(Route::cost, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Route::upstream);

    public Route {
      if (preference < 1 || preference > LAST) {
        throw new IllegalArgumentException("a preference is 1 to 99, not " + preference);
      }
    }

    /// The way that is tried first, at any hour.
    public Route(String upstream, String product) {
      this(upstream, product, 1, null, null);
    }

    /// Whether bills may go this way at `time` in Jakarta.
    public boolean isOpenAt(LocalTime time) {
      return closing == null || !closing.covers(time);
    }
  }

  /// Who is tried first.
  public Route route() {
    return routes.getFirst();
  }

  /// What a dialect with codes of its own calls it; empty if it is not sold there.
  public Optional<String> codeIn(String dialect) {
    return Optional.ofNullable(codes.get(dialect));
  }

  /// Whether the daily closing covers `time` in Jakarta.
  public boolean isClosedAt(LocalTime time) {
    return closing != null && closing.covers(time);
  }

  /// Whether it can be paid at `time` in Jakarta.
  public boolean isOpenAt(LocalTime time) {
    return open && !isClosedAt(time);
  }

  /// What a bill of `amount` on `sheets` sheets costs.
  ///
  /// @param amount what the biller wants for it, admin fees excluded
  public Price price(Rupiah amount, int sheets) {
    return fees.price(amount, sheets);
  }
}
