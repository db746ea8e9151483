package id.sakelar.server.front.iak;

import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Paying;
import id.sakelar.wire.iak.Answer;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.StatusQuestion;
import java.util.Optional;

/// Tells how the payment of an inquiry stands, or that nobody has asked for it. Thread-safe.
final class StatusClerk implements Clerk<StatusQuestion, Answer> {
  private final Payments payments;
  private final Telling telling;

  StatusClerk(Payments payments, Telling telling) {
    this.payments = payments;
    this.telling = telling;
  }

  @Override
  public Reply<Answer> answer(Partner partner, StatusQuestion question) {
    return begun(partner, question)
        .or(
            () ->
                payments.findInquiry(id(partner, question)).map(it -> telling.unpaid(partner, it)))
        .map(Reply::answered)
        .orElse(Reply.Refused.of(ResponseCode.NOT_FOUND));
  }

  /// A payment that exists is told as it stands, since a refusal would say that it failed.
  @Override
  public Reply<Answer> answerBarred(Partner partner, StatusQuestion question, ResponseCode code) {
    return begun(partner, question).map(Reply::answered).orElse(Reply.Refused.of(code));
  }

  private Optional<Answer> begun(Partner partner, StatusQuestion question) {
    var id = id(partner, question);
    return switch (payments.status(id)) {
      case Paying.Known(var payment) -> Optional.of(telling.standing(payment));
      case Paying.InDoubt _ ->
          payments.findInquiry(id).map(inquiry -> telling.standingInDoubt(partner, inquiry));
      case Paying.Refused _ -> Optional.empty();
    };
  }

  private static PaymentId id(Partner partner, StatusQuestion question) {
    return new PaymentId(partner.id(), IakFront.DIALECT, question.refId());
  }

  /// How it stands is not known here, so nobody is told that it failed.
  @Override
  public ResponseCode broken() {
    return ResponseCode.PENDING;
  }
}
