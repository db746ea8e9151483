package id.sakelar.server.catalog;

import id.sakelar.money.Rupiah;
import org.jspecify.annotations.Nullable;

/// A product as it is offered to one partner. Immutable.
///
/// @param product our code, `[a-z0-9-]{1,30}`
/// @param name what people call it
/// @param brand whose bills they are
/// @param upstream the name of the biller that serves it
/// @param upstreamProduct the biller's own code of it
/// @param adminPerSheet the fee on the customer's bill for each sheet
/// @param commissionPerSheet the partner's share of the admin fee for each sheet
/// @param baseCommissionPerSheet what the product earns before the house's share; null where the
///   product tells none
/// @param open whether it can be paid now
public record Offer(
    String product,
    String name,
    String brand,
    String upstream,
    String upstreamProduct,
    Rupiah adminPerSheet,
    Rupiah commissionPerSheet,
    @Nullable Rupiah baseCommissionPerSheet,
    boolean open) {
  public Offer {
    check(adminPerSheet, product);
    check(commissionPerSheet, product);
    if (commissionPerSheet.compareTo(adminPerSheet) > 0) {
      throw new IllegalArgumentException("a commission is part of the admin fee: " + product);
    }
    if (baseCommissionPerSheet != null) {
      check(baseCommissionPerSheet, product);
    }
  }

  /// Dialects carry no sen, and what cannot be told must not be charged.
  private static void check(Rupiah fee, String product) {
    if (fee.isNegative() || !fee.isWhole()) {
      throw new IllegalArgumentException(
          "fees and commissions are whole rupiah and not negative: " + product);
    }
  }

  /// What a bill of `amount` on `sheets` sheets costs.
  ///
  /// @param amount what the biller wants for it, admin fees excluded
  public Price price(Rupiah amount, int sheets) {
    var admin = adminPerSheet.times(sheets);
    var selling = amount.plus(admin);
    var base = baseCommissionPerSheet == null ? null : baseCommissionPerSheet.times(sheets);
    return new Price(admin, selling, selling.minus(commissionPerSheet.times(sheets)), base);
  }

  /// What a bill costs.
  ///
  /// @param admin the admin fee for all sheets
  /// @param sellingPrice what the customer owes
  /// @param price what leaves the partner's deposit
  public record Price(
      Rupiah admin, Rupiah sellingPrice, Rupiah price, @Nullable Rupiah baseCommission) {}
}
