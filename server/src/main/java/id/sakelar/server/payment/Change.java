package id.sakelar.server.payment;

import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Posting;
import id.sakelar.ledger.Unit;
import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.DepositStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a unit of the books changes about a payment in the same commit. Public for the books, which
/// carry it; only the stores of payments look inside. Immutable.
public sealed interface Change {
  PaymentId id();

  /// A payment is opened.
  record Open(Payment payment, Duration lease, @Nullable Rupiah dayLimit) implements Change {
    @Override
    public PaymentId id() {
      return payment.id();
    }
  }

  /// A payment is not opened, and for a while will not be.
  record Refuse(PaymentId id, Reason reason, Duration memory) implements Change {}

  /// A payment moves, or something about it is noted.
  record Move(Step step) implements Change {
    @Override
    public PaymentId id() {
      return step.before().id();
    }
  }

  /// A biller gave back what it took for a payment that had failed here; `decision` says so.
  record Claim(PaymentId id, long decision, AccountId upstream, Rupiah amount) implements Change {}

  /// The unit that books this change. A test call books nothing.
  default Unit<Change> unit() {
    return switch (this) {
      case Open(Payment payment, _, _) -> unit("HOLD", payment, holding(payment));
      case Refuse(PaymentId id, _, _) ->
          new Unit<>(id.subject(), "REFUSE", List.of(), DepositStore.account(id.partner()), this);
      case Claim(PaymentId id, _, AccountId upstream, Rupiah amount) ->
          new Unit<>(
              id.subject(),
              "CLAIM",
              List.of(new Posting(upstream, HouseAccounts.LOSS, amount)),
              DepositStore.account(id.partner()),
              this);
      case Move(Step step) ->
          switch (step.movement()) {
            case NONE -> unit("NOTE", step.after(), List.of());
            case SETTLE -> unit("SETTLE", step.after(), settling(step.after()));
            case RELEASE -> unit("RELEASE", step.after(), releasing(step.after()));
            case REFUND -> unit("REFUND", step.after(), refunding(step.after()));
            case LOSS -> unit("LOSS", step.after(), losing(step.after()));
          };
    };
  }

  private Unit<Change> unit(String kind, Payment payment, List<Posting> postings) {
    var booked = payment.inquiry().test() ? List.<Posting>of() : postings;
    return new Unit<>(id().subject(), kind, booked, DepositStore.account(id().partner()), this);
  }

  private static List<Posting> holding(Payment payment) {
    return List.of(new Posting(deposit(payment), HouseAccounts.IN_FLIGHT, payment.quote().price()));
  }

  private static List<Posting> settling(Payment payment) {
    var quote = payment.quote();
    var postings = new ArrayList<Posting>();
    postings.add(new Posting(HouseAccounts.IN_FLIGHT, HouseAccounts.SALES, quote.price()));
    if (quote.cost().isPositive()) {
      var upstream = HouseAccounts.upstream(quote.upstream());
      postings.add(new Posting(HouseAccounts.SALES, upstream, quote.cost()));
    }
    if (quote.cashback().isPositive()) {
      postings.add(new Posting(HouseAccounts.SALES, deposit(payment), quote.cashback()));
    }
    return postings;
  }

  private static List<Posting> releasing(Payment payment) {
    return List.of(new Posting(HouseAccounts.IN_FLIGHT, deposit(payment), payment.quote().price()));
  }

  /// Gives back what was paid, less what the partner had back already.
  private static List<Posting> refunding(Payment payment) {
    var quote = payment.quote();
    var postings = new ArrayList<Posting>();
    postings.add(
        new Posting(HouseAccounts.SALES, deposit(payment), quote.price().minus(quote.cashback())));
    if (quote.cost().isPositive()) {
      var upstream = HouseAccounts.upstream(quote.upstream());
      postings.add(new Posting(upstream, HouseAccounts.SALES, quote.cost()));
    }
    return postings;
  }

  private static List<Posting> losing(Payment payment) {
    var quote = payment.quote();
    return quote.cost().isPositive()
        ? List.of(
            new Posting(HouseAccounts.LOSS, HouseAccounts.upstream(quote.upstream()), quote.cost()))
        : List.of();
  }

  private static AccountId deposit(Payment payment) {
    return DepositStore.account(payment.id().partner());
  }
}
