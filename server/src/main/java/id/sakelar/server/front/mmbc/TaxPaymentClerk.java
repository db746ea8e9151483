package id.sakelar.server.front.mmbc;

import id.sakelar.http.Correlation;
import id.sakelar.server.front.mmbc.TaxTelling.Subject;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Paying;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.State;
import id.sakelar.wire.mmbc.Echo;
import id.sakelar.wire.mmbc.PayEsamsat;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.SamsatReceipt;
import id.sakelar.wire.mmbc.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pays the tax of an inquiry of the same day. Thread-safe.
record TaxPaymentClerk(Payments payments, TaxInvoices invoices, TaxTelling telling, WallClock clock)
    implements Clerk<PayEsamsat, SamsatReceipt> {
  private static final Logger LOG = LoggerFactory.getLogger(TaxPaymentClerk.class);

  @Override
  public Reply<SamsatReceipt> answer(Partner partner, PayEsamsat question) {
    var id = TaxInvoices.id(partner, question.invoice());
    return invoices
        .findPayable(id)
        .map(telling::subject)
        .map(subject -> told(subject, pay(partner, id)))
        .orElseGet(() -> TaxInvoices.unknown(id));
  }

  /// What it is about is known by now: with that, whatever breaks off is told as pending, even if
  /// nothing can be looked up any more.
  private Paying pay(Partner partner, PaymentId id) {
    try {
      return payments.payInquired(partner, id, Correlation.waited());
    } catch (RuntimeException e) {
      LOG.error("call {}: the answer of {} broke off", Correlation.current(), id);
      LOG.debug("why it broke off", e);
      return new Paying.InDoubt();
    }
  }

  private Reply<SamsatReceipt> told(Subject subject, Paying paying) {
    return switch (paying) {
      case Paying.Known(Payment payment) ->
          wasPaidElsewhere(payment)
              ? Reply.no(telling.refusal(subject, payment.openedAt(), Sentence.ALREADY_PAID))
              : Reply.ok(telling.paid(subject, payment));
      case Paying.InDoubt _ -> Reply.ok(telling.inDoubt(subject));
      case Paying.Refused(Reason reason) ->
          Reply.no(telling.refusal(subject, clock.instant(), Sentences.ofTax(reason)));
    };
  }

  /// The one failure that the document prints a refusal for; the others are refunds.
  private static boolean wasPaidElsewhere(Payment payment) {
    var ending = payment.ending();
    return payment.state() == State.FAILED
        && ending != null
        && ending.reason() == Reason.ALREADY_PAID;
  }

  /// A payment that exists is told as it stands, since a refusal would say that it failed.
  @Override
  public Reply<SamsatReceipt> answerBarred(Partner partner, PayEsamsat question, Refusal refusal) {
    var id = TaxInvoices.id(partner, question.invoice());
    var paying = payments.status(id);
    return paying instanceof Paying.Refused
        ? Reply.no(refusal)
        : told(telling.subject(payments.findInquiry(id).orElseThrow()), paying);
  }

  @Override
  public Refusal refusal(Echo echo, String agent, String reason) {
    return new Refusal.OfVehicle(clock.now(), echo, agent, reason);
  }

  @Override
  public boolean isAboutPayments() {
    return true;
  }
}
