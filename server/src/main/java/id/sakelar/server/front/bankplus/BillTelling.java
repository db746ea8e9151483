package id.sakelar.server.front.bankplus;

import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Periods;
import id.sakelar.wire.bankplus.Bill;

/// Tells bills in the words of the dialect: what they have in common, and nothing of what the agent
/// earns. Thread-safe.
record BillTelling(Catalog catalog) {
  Bill bill(Inquiry inquiry) {
    return told(inquiry, inquiry.quote().bill());
  }

  /// A bill that is paid.
  Bill.Paid paid(Payment payment) {
    var ending = payment.ending();
    return new Bill.Paid(
        told(payment.inquiry(), payment.bill()),
        ending == null ? "" : ending.serial(),
        ending == null ? payment.openedAt() : ending.at());
  }

  private Bill told(Inquiry inquiry, id.sakelar.server.payment.Bill bill) {
    var quote = inquiry.quote();
    return new Bill(
        inquiry.id().reference(),
        quote.product(),
        catalog
            .findOffer(quote.product(), inquiry.id().partner())
            .map(Offer::name)
            .orElse(quote.product()),
        quote.customer(),
        bill.holder(),
        quote.sellingPrice().minus(quote.admin()),
        quote.admin(),
        Periods.of(quote, bill));
  }
}
