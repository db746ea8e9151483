package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Partner;
import org.jspecify.annotations.Nullable;

/// What an authenticated partner asks for, as a front understood it.
///
/// @param product our code of the product
/// @param amount what the customer wants to pay; null where the request does not say
/// @param year the tax year; null where the request does not say
/// @param test a test call: answered like a real one, and nothing of it touches the books
public record Asked(
    Partner partner,
    PaymentId id,
    String product,
    String customer,
    @Nullable Rupiah amount,
    @Nullable String year,
    boolean test) {

  Fingerprint fingerprint() {
    return Fingerprint.of(product, customer);
  }

  /// Whether this may ask for what `other` asks for: only the bill can tell for an amount or a year
  /// that one of them does not name.
  boolean isLike(Asked other) {
    return fingerprint().equals(other.fingerprint())
        && test == other.test
        && (amount == null || other.amount == null || amount.equals(other.amount))
        && (year == null || other.year == null || year.equals(other.year));
  }

  /// Whether this asks for what `inquiry` asked for. An amount or year that is not named again is
  /// the same.
  boolean isAbout(Inquiry inquiry) {
    var bill = inquiry.quote().bill();
    boolean sameAmount = amount == null || amount.equals(bill.amount());
    boolean sameYear =
        year == null || !(bill instanceof Bill.PropertyTax tax) || tax.year().equals(year);
    return inquiry.fingerprint().equals(fingerprint())
        && inquiry.test() == test
        && sameAmount
        && sameYear;
  }

  /// Leaves the customer's number out.
  @Override
  public String toString() {
    return "Asked[%s, %s]".formatted(id, product);
  }
}
