package id.sakelar.server.front.bankplus;

import id.sakelar.http.Correlation;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Paying;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.SidStore;
import id.sakelar.wire.bankplus.Bill;
import id.sakelar.wire.bankplus.BillPayment;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pays a bill from the agent's float, on the terms of its inquiry, and tells how that stands ever
/// after. Thread-safe.
record BillPaymentClerk(
    PinDesk pins, Payments payments, SidStore sids, BillTelling telling, Refuser refuser)
    implements Clerk<BillPayment, Bill.Paid> {
  private static final Logger LOG = LoggerFactory.getLogger(BillPaymentClerk.class);

  @Override
  public Reply<Bill.Paid> answer(Visit visit, BillPayment question) {
    return pins.findFault(visit, question.pin())
        .<Reply<Bill.Paid>>map(refuser::no)
        .orElseGet(() -> onTerms(visit, question));
  }

  private Reply<Bill.Paid> onTerms(Visit visit, BillPayment question) {
    var id = BillInquiryClerk.id(visit, question.transactionId());
    var inquiry = payments.findInquiry(id);
    if (inquiry.isEmpty()) {
      return refuser.no(Sentence.NO_INQUIRY);
    }
    var total = inquiry.get().quote().sellingPrice();
    if (!question.total().orElse(total).equals(total)) {
      return refuser.no(Sentence.TERMS);
    }
    var sid = visit.sid();
    return sid == null || sids.bind(id, sid)
        ? told(visit, pay(visit, inquiry.get()))
        : refuser.no(Sentence.REFERENCE_USED);
  }

  /// From here on money may have moved, and whatever breaks off is told as pending.
  private Paying pay(Visit visit, Inquiry inquiry) {
    try {
      return payments.payInquired(visit.partner(), inquiry.id(), Correlation.waited());
    } catch (RuntimeException e) {
      LOG.error("call {}: the answer of {} broke off", Correlation.current(), inquiry.id());
      LOG.debug("why it broke off", e);
      return new Paying.InDoubt();
    }
  }

  private Reply<Bill.Paid> told(Visit visit, Paying paying) {
    return switch (paying) {
      case Paying.Known(Payment payment) -> told(visit, payment);
      case Paying.InDoubt _ -> Reply.pending();
      case Paying.Refused(Reason reason) -> refuser.no(Reasons.sentence(reason));
    };
  }

  private Reply<Bill.Paid> told(Visit visit, Payment payment) {
    return switch (payment.state()) {
      case SUCCEEDED -> Reply.done(telling.paid(payment), AgentTelling.card(visit.agent()));
      case FAILED, REFUNDED -> refuser.no(Reasons.sentence(reason(payment)));
      case HELD, SENDING, PENDING, UNKNOWN, REVIEW -> Reply.pending();
    };
  }

  private static Reason reason(Payment payment) {
    var ending = payment.ending();
    var reason = ending == null ? null : ending.reason();
    return reason == null ? Reason.BILLER_REFUSED : reason;
  }
}
