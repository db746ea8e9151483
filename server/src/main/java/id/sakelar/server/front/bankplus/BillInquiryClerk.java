package id.sakelar.server.front.bankplus;

import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.payment.Asked;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.NumberStore;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Inquiring;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.bankplus.Bill;
import id.sakelar.wire.bankplus.BillInquiry;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;

/// Tells what is owed for a product. Thread-safe.
record BillInquiryClerk(
    Payments payments, NumberStore numbers, Catalog catalog, BillTelling telling, Refuser refuser)
    implements Clerk<BillInquiry, Bill> {
  @Override
  public Reply<Bill> answer(Visit visit, BillInquiry question) {
    return catalog
        .findOffer(question.productCode(), visit.partner().id())
        .filter(offer -> BankplusFront.sells(offer.family()))
        .map(offer -> inquire(visit, question, offer))
        .orElseGet(() -> refuser.no(Sentence.PRODUCT));
  }

  private Reply<Bill> inquire(Visit visit, BillInquiry question, Offer offer) {
    var asked =
        new Asked(
            visit.partner(),
            id(visit, numbers.nextInvoiceOf12()),
            offer.product(),
            question.customerNumber(),
            question.amount().orElse(null),
            null,
            false);
    return switch (payments.inquire(asked)) {
      case Inquiring.Quoted(Inquiry inquiry) ->
          Reply.done(telling.bill(inquiry), AgentTelling.card(visit.agent()));
      case Inquiring.Refused(Reason reason) -> refuser.no(Reasons.sentence(reason));
    };
  }

  /// What the core calls the agent's own bill; those of others look unknown.
  static PaymentId id(Visit visit, String number) {
    return new PaymentId(visit.partner().id(), BankplusFront.DIALECT, number);
  }
}
