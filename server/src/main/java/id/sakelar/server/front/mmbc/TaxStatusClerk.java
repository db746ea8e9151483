package id.sakelar.server.front.mmbc;

import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Paying;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.SamsatReceipt;
import id.sakelar.wire.mmbc.StatusInvoice;
import java.util.Optional;

/// Tells how an inquiry or a payment of vehicle tax stands. Thread-safe.
record TaxStatusClerk(Payments payments, TaxInvoices invoices, TaxTelling telling)
    implements Clerk<StatusInvoice, SamsatReceipt> {
  @Override
  public Reply<SamsatReceipt> answer(Partner partner, StatusInvoice question) {
    var id = TaxInvoices.id(partner, question.invoice());
    return findPayment(id)
        .or(() -> invoices.findPayable(id).map(telling::unpaid))
        .map(Reply::ok)
        .orElseGet(() -> TaxInvoices.unknown(id));
  }

  private Optional<SamsatReceipt> findPayment(PaymentId id) {
    return switch (payments.status(id)) {
      case Paying.Known(Payment payment) -> Optional.of(telling.of(payment));
      case Paying.InDoubt _ -> payments.findInquiry(id).map(telling::inDoubt);
      case Paying.Refused _ -> Optional.empty();
    };
  }

  /// A payment that exists is told as it stands, since a refusal would say that it failed.
  @Override
  public Reply<SamsatReceipt> answerBarred(
      Partner partner, StatusInvoice question, Refusal refusal) {
    return findPayment(TaxInvoices.id(partner, question.invoice()))
        .map(Reply::ok)
        .orElseGet(() -> Reply.no(refusal));
  }

  @Override
  public boolean isAboutPayments() {
    return true;
  }
}
