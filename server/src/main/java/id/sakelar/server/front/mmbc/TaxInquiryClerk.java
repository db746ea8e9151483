package id.sakelar.server.front.mmbc;

import id.sakelar.server.catalog.Offer;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Asked;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.NumberStore;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Inquiring;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.mmbc.Echo;
import id.sakelar.wire.mmbc.InquiryEsamsat;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.SamsatBill;
import id.sakelar.wire.mmbc.Sentence;

/// Tells what tax a vehicle owes, under an invoice that is made before the biller is asked and is
/// used up whatever it says. Thread-safe.
record TaxInquiryClerk(
    Payments payments,
    NumberStore numbers,
    Products products,
    TaxRules rules,
    TaxTelling telling,
    WallClock clock)
    implements Clerk<InquiryEsamsat, SamsatBill> {

  @Override
  public Reply<SamsatBill> answer(Partner partner, InquiryEsamsat question) {
    var echo =
        new Echo(question.product(), "", question.customerNumber(), question.structureNumber());
    return products
        .findRegion(question.product(), partner.id())
        .map(region -> inquire(partner, region, echo.withInvoice(numbers.nextInvoiceOf11())))
        .orElseGet(() -> no(echo, Sentence.PRODUCT));
  }

  private Reply<SamsatBill> inquire(Partner partner, Offer region, Echo echo) {
    var id = new PaymentId(partner.id(), MmbcFront.DIALECT_OF_TAXES, echo.invoice());
    var customer = TaxTelling.customer(echo.structureNumber(), echo.customerNumber());
    var asked = new Asked(partner, id, region.product(), customer, null, null, false);
    return switch (payments.inquire(asked)) {
      case Inquiring.Quoted(Inquiry inquiry) ->
          rules
              .findFault(inquiry.quote().bill())
              .map(sentence -> no(echo, sentence))
              .orElseGet(() -> Reply.ok(telling.bill(inquiry)));
      case Inquiring.Refused(Reason reason) -> no(echo, Sentences.ofTax(reason));
    };
  }

  private Reply<SamsatBill> no(Echo echo, Sentence sentence) {
    return Reply.no(refusal(echo, TaxTelling.AGENT, sentence.text()));
  }

  @Override
  public Refusal refusal(Echo echo, String agent, String reason) {
    return new Refusal.OfVehicle(clock.now(), echo, agent, reason);
  }

  @Override
  public boolean isAboutPayments() {
    return false;
  }
}
