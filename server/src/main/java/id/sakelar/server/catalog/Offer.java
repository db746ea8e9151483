package id.sakelar.server.catalog;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Fees.Price;
import java.time.LocalTime;
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
/// @param route who serves it
/// @param closing when it is closed every day; null for never
/// @param open whether it is sold at all now
public record Offer(
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
  public Offer {
    codes = Map.copyOf(codes);
  }

  /// Who serves a product.
  ///
  /// @param upstream the name of the biller
  /// @param product the biller's own code of the product
  public record Route(String upstream, String product) {}

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
