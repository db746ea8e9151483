package id.sakelar.server.upstream.mmbc;

import id.sakelar.http.Caller;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.mmbc.Login;
import java.util.Optional;

/// Pays credit card bills and vehicle tax (e-Samsat) at a biller who speaks MMBC. Safe for many
/// threads.
///
/// Only what is beyond doubt is a yes or a no: a whole answer with HTTP status 200, about exactly
/// what was asked, in words of the list. The API has sentences where others have codes, and prints
/// few of them; whatever else a biller says of an order leaves it undecided. Codes of evidence are
/// `ok` or `no` with the dialect's status or our name of the sentence, `http` and the status, or
/// words of ours.
///
/// What the API lacks cannot be made up for here:
/// - A card payment has no name before the biller gives it one, in its answer. If that answer is
///   lost, nobody can ask after the payment: people have to look. The field `ref_id` that some
///   servers take is no part of the API and is not sent.
/// - There are no test calls: a test is refused, and never sent as if it were none.
/// - What comes back after the payment of a tax (cashback) is told of a product and not of a bill;
///   it is no part of the cost.
public final class MmbcBiller implements Biller {
  private static final String FOREIGN = "not for this biller";

  private final Biller cards;
  private final Biller taxes;

  /// @param caller reaches the biller and nobody else; stays open for as long as this is used. The
  ///   document gives the biller 60 seconds to answer
  public MmbcBiller(Caller caller, Login login) {
    var line = new Line(caller);
    this.cards = new Cards(line, login);
    this.taxes = new Taxes(line, login);
  }

  /// Asks for a bill. A product of a family the dialect does not have is closed.
  @Override
  public Found inquire(Question question) {
    if (question.test()) {
      return new NoBill(Reason.FORBIDDEN);
    }
    return findDesk(question.family())
        .map(it -> it.inquire(question))
        .orElse(new NoBill(Reason.PRODUCT_CLOSED));
  }

  @Override
  public Evidence pay(Order order) {
    return findDesk(order).map(it -> it.pay(order)).orElse(new NotSent(FOREIGN));
  }

  @Override
  public Evidence status(Order order) {
    return findDesk(order).map(it -> it.status(order)).orElse(new Ambiguous(FOREIGN));
  }

  private Optional<Biller> findDesk(Order order) {
    return order.test() ? Optional.empty() : findDesk(order.quote().bill().family());
  }

  private Optional<Biller> findDesk(Family family) {
    return switch (family) {
      case CREDIT_CARD -> Optional.of(cards);
      case VEHICLE_TAX -> Optional.of(taxes);
      case ELECTRICITY, ELECTRICITY_NON_BILL, WATER, MOBILE, INTERNET -> Optional.empty();
      case HEALTH_INSURANCE, EMPLOYMENT_INSURANCE, COMPANY_INSURANCE -> Optional.empty();
      case INSURANCE, MULTIFINANCE, PROPERTY_TAX, LOCAL_TAX, GAS -> Optional.empty();
      case TELEVISION, EMONEY_TOPUP, MONEY_TRANSFER -> Optional.empty();
    };
  }
}
