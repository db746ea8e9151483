package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import org.jspecify.annotations.Nullable;

/// What an inquiry found and what it costs: the bill, our prices for the partner, and where it will
/// be paid. A payment is made on these terms and no others, whatever the request says. Immutable.
///
/// @param product our code of the product
/// @param customer the number the bill was asked under
/// @param upstream the name of the biller in the configuration
/// @param upstreamProduct the biller's own code of the product
/// @param upstreamReference our reference at the biller: made once, never changed
/// @param admin the admin fee on the customer's bill, for all its sheets
/// @param sellingPrice what the customer owes: the bill and the admin fee
/// @param price what leaves the partner's deposit: the selling price less its commission
/// @param baseCommission what the product earns before the house's share; only for products that
///   have one
/// @param cashback what the partner gets back once the bill is paid
/// @param cost what the biller takes from us
/// @param upstreamNumber what the biller calls the inquiry; null where it goes by our reference
/// @param period the periods as the biller sums them up; null where it says them on each sheet only
/// @param months how many months the inquiry asked for; null where it did not say
public record Quote(
    String product,
    String customer,
    Bill bill,
    String upstream,
    String upstreamProduct,
    String upstreamReference,
    Rupiah admin,
    Rupiah sellingPrice,
    Rupiah price,
    @Nullable Rupiah baseCommission,
    Rupiah cashback,
    Rupiah cost,
    @Nullable String upstreamNumber,
    @Nullable String period,
    @Nullable Integer months) {
  /// A quote of a biller who does not sum up the periods, for an inquiry that did not count months.
  public Quote(
      String product,
      String customer,
      Bill bill,
      String upstream,
      String upstreamProduct,
      String upstreamReference,
      Rupiah admin,
      Rupiah sellingPrice,
      Rupiah price,
      @Nullable Rupiah baseCommission,
      Rupiah cashback,
      Rupiah cost,
      @Nullable String upstreamNumber) {
    this(
        product,
        customer,
        bill,
        upstream,
        upstreamProduct,
        upstreamReference,
        admin,
        sellingPrice,
        price,
        baseCommission,
        cashback,
        cost,
        upstreamNumber,
        null,
        null);
  }

  public Quote {
    if (!price.isPositive() || cost.isNegative()) {
      throw new IllegalArgumentException("a quote has a price above zero and a cost");
    }
    if (cashback.isNegative() || cashback.compareTo(price) >= 0) {
      throw new IllegalArgumentException("a cashback is less than the price");
    }
  }

  /// The same bill at the same price for the partner, bought elsewhere.
  Quote boughtAt(
      String biller, String code, String reference, Rupiah price, @Nullable String number) {
    return new Quote(
        product,
        customer,
        bill,
        biller,
        code,
        reference,
        admin,
        sellingPrice,
        this.price,
        baseCommission,
        cashback,
        price,
        number,
        period,
        months);
  }

  /// The admin fee of one sheet.
  public Rupiah adminPerSheet() {
    return new Rupiah(admin.sen() / bill.sheets());
  }

  /// Leaves out who the customer is.
  @Override
  public String toString() {
    return "Quote[%s at %s under %s for %s]".formatted(product, upstream, upstreamReference, price);
  }
}
