package id.sakelar.server.front.mmbc;

import id.sakelar.server.front.mmbc.CardTelling.Extras;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Paying;
import id.sakelar.wire.mmbc.CardReceipt;
import java.util.Optional;

/// The payments of cards by their invoices. Thread-safe.
record CardInvoices(Payments payments, CardTelling telling) {
  /// What the core calls the partner's own invoice; those of others look unknown.
  static PaymentId id(Partner partner, String invoice) {
    return new PaymentId(partner.id(), MmbcFront.DIALECT_OF_CARDS, invoice);
  }

  /// How the payment stands; empty if there is none.
  Optional<CardReceipt> find(PaymentId id, Extras extras) {
    return switch (payments.status(id)) {
      case Paying.Known(Payment payment) -> Optional.of(telling.of(payment, extras));
      case Paying.InDoubt _ ->
          payments.findInquiry(id).map(inquiry -> telling.inDoubt(inquiry, extras));
      case Paying.Refused _ -> Optional.empty();
    };
  }
}
