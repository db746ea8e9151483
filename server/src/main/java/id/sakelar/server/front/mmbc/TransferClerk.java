package id.sakelar.server.front.mmbc;

import id.sakelar.http.Correlation;
import id.sakelar.server.front.mmbc.CardTelling.Extras;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Asked;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Paying;
import id.sakelar.server.payment.Payments.Until;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.TicketStore;
import id.sakelar.server.payment.TicketStore.Taking;
import id.sakelar.server.payment.TicketStore.Wanted;
import id.sakelar.wire.mmbc.CardReceipt;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.TransferAcc;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pays to cards. The question names no payment, so the ticket that its inquiry left says which one
/// it is. Thread-safe.
record TransferClerk(
    Payments payments,
    CardInvoices invoices,
    TicketStore tickets,
    Products products,
    CardRules rules,
    CardTelling telling,
    WallClock clock)
    implements Clerk<TransferAcc, CardReceipt> {
  private static final Logger LOG = LoggerFactory.getLogger(TransferClerk.class);

  @Override
  public Reply<CardReceipt> answer(Partner partner, TransferAcc question) {
    if (products.findBank(question.ccCode(), partner.id()).isEmpty()) {
      return again(partner, question).orElseGet(() -> no(Sentence.CC_CODE));
    }
    return rules
        .findFault(question.ccAccountnumber(), question.amount())
        .map(TransferClerk::no)
        .orElseGet(() -> transfer(partner, question));
  }

  private static Wanted wanted(TransferAcc question) {
    return new Wanted(question.ccCode(), question.ccAccountnumber(), question.amount());
  }

  private Reply<CardReceipt> transfer(Partner partner, TransferAcc question) {
    var own = question.refId().orElse(null);
    var taking =
        tickets.take(
            partner.id(), MmbcFront.DIALECT_OF_CARDS, wanted(question), own, clock.instant());
    return switch (taking) {
      case Taking.Taken(String reference) ->
          pay(partner, CardInvoices.id(partner, reference), question);
      case Taking.NoTicket _ -> no(Sentence.INQUIRY_NEEDED);
      case Taking.ReferenceUsed _ -> no(Sentence.REFERENCE_USED);
    };
  }

  /// The inquiry is read first: with it, whatever breaks off later can be told as pending, even if
  /// nothing can be looked up any more.
  private Reply<CardReceipt> pay(Partner partner, PaymentId id, TransferAcc question) {
    return payments
        .findInquiry(id)
        .map(inquiry -> told(inquiry, question, pay(asked(partner, inquiry), question.direct())))
        .orElseGet(() -> no(Sentence.INQUIRY_NEEDED));
  }

  private static Asked asked(Partner partner, Inquiry inquiry) {
    var quote = inquiry.quote();
    return CardInquiryClerk.asked(
        partner, inquiry.id(), quote.product(), quote.customer(), quote.bill().amount());
  }

  private Paying pay(Asked asked, boolean direct) {
    try {
      return payments.pay(asked, direct ? Until.OPENED : Until.ENDED, Correlation.waited());
    } catch (RuntimeException e) {
      LOG.error("call {}: the answer of {} broke off", Correlation.current(), asked.id());
      LOG.debug("why it broke off", e);
      return new Paying.InDoubt();
    }
  }

  private Reply<CardReceipt> told(Inquiry inquiry, TransferAcc question, Paying paying) {
    return switch (paying) {
      case Paying.Known(Payment payment) -> Reply.ok(telling.of(payment, extras(question)));
      case Paying.InDoubt _ -> Reply.ok(telling.inDoubt(inquiry, extras(question)));
      case Paying.Refused(Reason reason) -> no(Sentences.ofCard(reason));
    };
  }

  private static Extras extras(TransferAcc question) {
    return new Extras(question.ccCode(), true, question.receipt());
  }

  /// A payment that exists is told as it stands, since a refusal would say that it failed.
  @Override
  public Reply<CardReceipt> answerBarred(Partner partner, TransferAcc question, Refusal refusal) {
    return again(partner, question).orElseGet(() -> Reply.no(refusal));
  }

  /// The payment that the question repeats, if it is a repetition.
  private Optional<Reply<CardReceipt>> again(Partner partner, TransferAcc question) {
    var own = question.refId().orElse(null);
    var taking =
        tickets.findTaken(
            partner.id(), MmbcFront.DIALECT_OF_CARDS, wanted(question), own, clock.instant());
    return taking instanceof Taking.Taken(String reference)
        ? invoices.find(CardInvoices.id(partner, reference), extras(question)).map(Reply::ok)
        : Optional.empty();
  }

  private static Reply<CardReceipt> no(Sentence sentence) {
    return Reply.no(new Refusal.Bare(sentence.text()));
  }

  @Override
  public boolean isAboutPayments() {
    return true;
  }
}
