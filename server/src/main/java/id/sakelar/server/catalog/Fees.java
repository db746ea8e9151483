package id.sakelar.server.catalog;

import id.sakelar.money.Rupiah;
import org.jspecify.annotations.Nullable;

/// What is charged and shared for each sheet of a bill. Whole rupiah and not negative, because
/// dialects carry no sen and what cannot be told must not be charged. Immutable.
///
/// @param admin the fee on the customer's bill
/// @param commission what the partner pays less than its customer; may be above the admin fee,
///   where the biller pays it
/// @param baseCommission what the product earns before the house's share; null where the product
///   tells none
/// @param cashback what the partner gets back once the bill is paid
public record Fees(
    Rupiah admin, Rupiah commission, @Nullable Rupiah baseCommission, Rupiah cashback) {
  public Fees {
    check(admin);
    check(commission);
    check(cashback);
    if (baseCommission != null) {
      check(baseCommission);
    }
  }

  private static void check(Rupiah fee) {
    if (fee.isNegative() || !fee.isWhole()) {
      throw new IllegalArgumentException("fees and commissions are whole rupiah and not negative");
    }
  }

  /// What a bill of `amount` on `sheets` sheets costs.
  ///
  /// @param amount what the biller wants for it, admin fees excluded
  public Price price(Rupiah amount, int sheets) {
    var selling = amount.plus(admin.times(sheets));
    return new Price(
        admin.times(sheets),
        selling,
        selling.minus(commission.times(sheets)),
        baseCommission == null ? null : baseCommission.times(sheets),
        cashback.times(sheets));
  }

  /// What a bill costs.
  ///
  /// @param admin the admin fee for all sheets
  /// @param sellingPrice what the customer owes
  /// @param price what leaves the partner's deposit
  /// @param cashback what comes back to it once the bill is paid
  public record Price(
      Rupiah admin,
      Rupiah sellingPrice,
      Rupiah price,
      @Nullable Rupiah baseCommission,
      Rupiah cashback) {}
}
