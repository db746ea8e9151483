package id.sakelar.server.front.mmbc;

import id.sakelar.http.Correlation;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Inquiry;
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
        .map(inquiry -> told(inquiry, pay(partner, id)))
        .orElseGet(() -> TaxInvoices.unknown(id));
  }

  /// The inquiry has been read by now: with it, whatever breaks off is told as pending.
  private Paying pay(Partner partner, PaymentId id) {
    try {
      return payments.payInquired(partner, id);
    } catch (RuntimeException e) {
      LOG.error("call {}: the answer of {} broke off", Correlation.current(), id);
      LOG.debug("why it broke off", e);
      return new Paying.InDoubt();
    }
  }

  private Reply<SamsatReceipt> told(Inquiry inquiry, Paying paying) {
    return switch (paying) {
      case Paying.Known(Payment payment) ->
          wasPaidElsewhere(payment)
              ? Reply.no(telling.refusal(inquiry, payment.openedAt(), Sentence.ALREADY_PAID))
              : Reply.ok(telling.of(payment));
      case Paying.InDoubt _ -> Reply.ok(telling.inDoubt(inquiry));
      case Paying.Refused(Reason reason) ->
          Reply.no(telling.refusal(inquiry, clock.instant(), Sentences.ofTax(reason)));
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
        : told(payments.findInquiry(id).orElseThrow(), paying);
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
