package id.sakelar.server.front.mmbc;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Asked;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.NumberStore;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Inquiring;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.TicketStore;
import id.sakelar.server.payment.TicketStore.Wanted;
import id.sakelar.wire.mmbc.CardBill;
import id.sakelar.wire.mmbc.InquiryAcc;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.Sentence;

/// Tells whose card it is, and leaves the ticket that a payment takes. Thread-safe.
record CardInquiryClerk(
    Payments payments,
    NumberStore numbers,
    TicketStore tickets,
    Products products,
    CardRules rules,
    CardMeter meter,
    CardTelling telling,
    WallClock clock)
    implements Clerk<InquiryAcc, CardBill> {

  @Override
  public Reply<CardBill> answer(Partner partner, InquiryAcc question) {
    var bank = products.findBank(question.ccCode(), partner.id());
    if (bank.isEmpty()) {
      return no(Sentence.CC_CODE);
    }
    return rules
        .findFault(question.ccAccountnumber(), question.amount())
        .map(CardInquiryClerk::no)
        .orElseGet(() -> inquire(partner, question, bank.get()));
  }

  private Reply<CardBill> inquire(Partner partner, InquiryAcc question, Offer bank) {
    if (!meter.mayAsk(partner)) {
      return no(Sentence.LIMIT);
    }
    var id = CardInvoices.id(partner, numbers.nextInvoiceOf12());
    var began = clock.instant();
    var card = question.ccAccountnumber();
    var amount = question.amount();
    return switch (payments.inquire(asked(partner, id, bank.product(), card, amount))) {
      case Inquiring.Quoted(Inquiry inquiry) -> {
        tickets.leave(id, new Wanted(question.ccCode(), card, amount), began);
        yield Reply.ok(telling.bill(inquiry, question.ccCode()));
      }
      case Inquiring.Refused(Reason reason) -> no(Sentences.ofCard(reason));
    };
  }

  /// What is asked of the core, and later paid.
  static Asked asked(Partner partner, PaymentId id, String product, String card, Rupiah amount) {
    return new Asked(partner, id, product, card, amount, null, false);
  }

  private static Reply<CardBill> no(Sentence sentence) {
    return Reply.no(new Refusal.Bare(sentence.text()));
  }

  @Override
  public boolean isAboutPayments() {
    return false;
  }
}
