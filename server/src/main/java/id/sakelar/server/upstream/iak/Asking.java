package id.sakelar.server.upstream.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.iak.Account;
import id.sakelar.wire.iak.Echo;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.Payment;
import id.sakelar.wire.iak.StatusQuestion;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts what we want to know into the dialect's words, signed by `account`. Immutable.
record Asking(Account account) {
  private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{3}");
  private static final int MOST_MONTHS = 99;

  /// Why `question` cannot be put into the dialect's words, if it cannot. A test is none of them:
  /// the biller would take it for a real one.
  static Optional<Reason> findObstacle(Question question) {
    if (!Families.has(question.family())) {
      return Optional.of(Reason.PRODUCT_CLOSED);
    }
    if (question.test()) {
      return Optional.of(Reason.FORBIDDEN);
    }
    if (!isSpeakable(question.amount())) {
      return Optional.of(Reason.AMOUNT_INVALID);
    }
    if (!isYear(question.year()) || !isNumberOfMonths(question.months())) {
      return Optional.of(Reason.MALFORMED);
    }
    return Customer.of(question.family(), question.customer()).isWhole()
        ? Optional.empty()
        : Optional.of(Reason.NUMBER_WRONG);
  }

  private static boolean isSpeakable(@Nullable Rupiah amount) {
    return amount == null || (amount.isWhole() && amount.isPositive());
  }

  private static boolean isYear(@Nullable String year) {
    return year == null || YEAR.matcher(year).matches();
  }

  private static boolean isNumberOfMonths(@Nullable Integer months) {
    return months == null || (months >= 1 && months <= MOST_MONTHS);
  }

  /// Asks for a bill to which there is no [#findObstacle]. What the customer chooses goes along
  /// where the dialect has a field for it: the amount of open amounts, the year of taxes, the
  /// months of insurance.
  Inquiry bill(Question question) {
    var customer = Customer.of(question.family(), question.customer());
    var plain = Inquiry.by(account, question.product(), customer.hp(), question.reference());
    @Nullable String identity = customer.identity();
    return identity == null ? withChoice(plain, question) : plain.withNomorIdentitas(identity);
  }

  private static Inquiry withChoice(Inquiry asked, Question question) {
    @Nullable Rupiah amount = question.amount();
    @Nullable String year = question.year();
    @Nullable Integer months = question.months();
    return switch (question.family()) {
      case EMONEY_TOPUP -> amount == null ? asked : asked.withAmount(amount);
      case PROPERTY_TAX, LOCAL_TAX -> year == null ? asked : asked.withYear(Integer.parseInt(year));
      case HEALTH_INSURANCE, EMPLOYMENT_INSURANCE, COMPANY_INSURANCE ->
          months == null ? asked : asked.withMonth(months);
      case ELECTRICITY, ELECTRICITY_NON_BILL, WATER, MOBILE, INTERNET, INSURANCE -> asked;
      case MULTIFINANCE, GAS, TELEVISION, VEHICLE_TAX, MONEY_TRANSFER, CREDIT_CARD, TICKET -> asked;
    };
  }

  /// What every answer about `order` has to repeat; nothing if the order has no number that this
  /// biller can have given its inquiry.
  static Optional<Echo> findEcho(Order order) {
    @Nullable String number = order.number();
    if (number == null) {
      return Optional.empty();
    }
    var quote = order.quote();
    var customer = Customer.of(quote.bill().family(), quote.customer());
    try {
      return Optional.of(
          new Echo(
              Long.parseLong(number),
              quote.upstreamProduct(),
              customer.hp(),
              quote.upstreamReference()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Orders the payment of the inquiry that `ours` tells.
  Payment payment(Echo ours) {
    return Payment.by(account, ours.trId());
  }

  /// Asks how the payment stands. Orders nothing.
  StatusQuestion status(Echo ours) {
    return StatusQuestion.by(account, ours.refId());
  }
}
