package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Partner;
import org.jspecify.annotations.Nullable;

/// What an authenticated partner asks for, as a front understood it.
///
/// @param product our code of the product
/// @param amount what the customer wants to pay; null where the request does not say
/// @param year the tax year; null where the request does not say
/// @param months how many months to pay; null where the request does not say
/// @param test a test call: answered like a real one, and nothing of it touches the books
/// @param asInquired pays what was inquired today under the same reference, or nothing: the biller
///   is not asked again
public record Asked(
    Partner partner,
    PaymentId id,
    String product,
    String customer,
    @Nullable Rupiah amount,
    @Nullable String year,
    @Nullable Integer months,
    boolean test,
    boolean asInquired) {

  /// A question that says no number of months, and may ask the biller whenever that is needed.
  public Asked(
      Partner partner,
      PaymentId id,
      String product,
      String customer,
      @Nullable Rupiah amount,
      @Nullable String year,
      boolean test) {
    this(partner, id, product, customer, amount, year, null, test, false);
  }

  /// Asks to pay what `inquiry` found.
  static Asked asInquired(Partner partner, Inquiry inquiry) {
    var quote = inquiry.quote();
    return new Asked(
        partner,
        inquiry.id(),
        quote.product(),
        quote.customer(),
        null,
        null,
        quote.months(),
        inquiry.test(),
        true);
  }

  /// Whether this may ask for what `other` asks for: only the bill can tell for an amount or a year
  /// that one of them does not name.
  boolean isLike(Asked other) {
    return product.equals(other.product)
        && customer.equals(other.customer)
        && test == other.test
        && (amount == null || other.amount == null || amount.equals(other.amount))
        && (year == null || other.year == null || year.equals(other.year))
        && (months == null || other.months == null || months.equals(other.months));
  }

  /// Whether this asks for what `inquiry` asked for. An amount, a year or a number of months that
  /// is not named again is the same.
  boolean isAbout(Inquiry inquiry) {
    var quote = inquiry.quote();
    var bill = quote.bill();
    boolean sameAmount = amount == null || amount.equals(bill.amount());
    boolean sameYear =
        year == null
            || !(bill instanceof PropertyTax tax)
            || tax.year().isEmpty()
            || tax.year().equals(year);
    boolean sameMonths = months == null || months.equals(quote.months());
    return quote.product().equals(product)
        && quote.customer().equals(customer)
        && inquiry.test() == test
        && sameAmount
        && sameYear
        && sameMonths;
  }

  /// Leaves the customer's number out.
  @Override
  public String toString() {
    return "Asked[%s, %s]".formatted(id, product);
  }
}
