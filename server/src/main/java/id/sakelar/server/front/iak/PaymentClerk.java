package id.sakelar.server.front.iak;

import id.sakelar.http.Correlation;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.NumberStore;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Paying;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.iak.Answer;
import id.sakelar.wire.iak.Payment;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.ResponseCode;
import java.util.Optional;

/// Pays what was inquired under a number, once; asked again, it tells how the payment stands. The
/// number of another partner's inquiry is no number at all. Thread-safe.
final class PaymentClerk implements Clerk<Payment, Answer> {
  private final Payments payments;
  private final NumberStore numbers;
  private final Telling telling;

  PaymentClerk(Payments payments, NumberStore numbers, Telling telling) {
    this.payments = payments;
    this.numbers = numbers;
    this.telling = telling;
  }

  @Override
  public Reply<Answer> answer(Partner partner, Payment question) {
    return find(partner, question)
        .map(id -> told(partner, id, payments.payInquired(partner, id, Correlation.waited())))
        .orElse(Reply.Refused.of(ResponseCode.NOT_FOUND));
  }

  private Optional<PaymentId> find(Partner partner, Payment question) {
    return numbers.find(partner.id(), IakFront.DIALECT, question.trId());
  }

  private Reply<Answer> told(Partner partner, PaymentId id, Paying paying) {
    return switch (paying) {
      case Paying.Known(var payment) -> Reply.answered(telling.paid(payment));
      case Paying.InDoubt _ ->
          Reply.answered(telling.inDoubt(partner, payments.findInquiry(id).orElseThrow()));
      case Paying.Refused(Reason reason) -> Reply.Refused.of(Codes.of(reason));
    };
  }

  /// A payment that exists is told as it stands, since a refusal would say that it failed.
  @Override
  public Reply<Answer> answerBarred(Partner partner, Payment question, ResponseCode code) {
    return find(partner, question)
        .map(id -> toldIfBegun(partner, id, payments.status(id), code))
        .orElse(Reply.Refused.of(code));
  }

  private Reply<Answer> toldIfBegun(
      Partner partner, PaymentId id, Paying paying, ResponseCode code) {
    return paying instanceof Paying.Refused ? Reply.Refused.of(code) : told(partner, id, paying);
  }

  /// Whether the money moved is not known here, so nobody is told that it did not.
  @Override
  public ResponseCode broken() {
    return ResponseCode.PENDING;
  }
}
