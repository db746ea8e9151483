package id.sakelar.server.front.mmbc;

import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.Sentence;
import java.util.Optional;

/// The inquiries for vehicle tax by their invoices. Thread-safe.
record TaxInvoices(Payments payments, TaxRules rules) {
  /// What the core calls the partner's own invoice; those of others look unknown.
  static PaymentId id(Partner partner, String invoice) {
    return new PaymentId(partner.id(), MmbcFront.DIALECT_OF_TAXES, invoice);
  }

  /// The inquiry, unless it was refused.
  Optional<Inquiry> findPayable(PaymentId id) {
    return payments
        .findInquiry(id)
        .filter(inquiry -> rules.findFault(inquiry.quote().bill()).isEmpty());
  }

  /// Says that the partner has no such invoice.
  static <A> Reply<A> unknown(PaymentId id) {
    return Reply.no(new Refusal.OfInvoice(Sentence.FAILURE_INVOICE.about(id.reference())));
  }
}
