package id.sakelar.server.front.iak;

import id.sakelar.server.catalog.Family;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Asked;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Inquiring;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.References;
import id.sakelar.wire.iak.Answer;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.ResponseCode;
import java.time.InstantSource;
import java.util.Optional;

/// Tells what is owed, under a number of its own. The same inquiry on the same day is answered the
/// same, paid or not; on another day it is asked for anew, unless it has been paid: then its
/// reference is used up. Thread-safe.
final class InquiryClerk implements Clerk<Inquiry, Answer> {
  private final Payments payments;
  private final Products products;
  private final Telling telling;
  private final InstantSource clock;

  InquiryClerk(Payments payments, Products products, Telling telling, InstantSource clock) {
    this.payments = payments;
    this.products = products;
    this.telling = telling;
    this.clock = clock;
  }

  @Override
  public Reply<Answer> answer(Partner partner, Inquiry question) {
    var offer = products.find(question.code(), partner.id());
    if (offer.isEmpty()) {
      return Reply.Refused.of(ResponseCode.PRODUCT);
    }
    return customer(offer.get(), question)
        .map(customer -> inquire(asked(partner, offer.get(), customer, question)))
        .orElse(Reply.Refused.of(ResponseCode.PAYLOAD));
  }

  private Reply<Answer> inquire(Asked asked) {
    var today = References.dayOf(clock.instant());
    return switch (payments.inquire(asked)) {
      case Inquiring.Quoted(var inquiry) ->
          inquiry.day().isBefore(today)
              ? Reply.Refused.of(ResponseCode.REFERENCE_USED)
              : Reply.answered(telling.inquired(inquiry));
      case Inquiring.Refused(Reason reason) -> Reply.Refused.of(Codes.of(reason));
    };
  }

  private static Asked asked(Partner partner, Offer offer, String customer, Inquiry question) {
    return new Asked(
        partner,
        new PaymentId(partner.id(), IakFront.DIALECT, question.refId()),
        offer.product(),
        customer,
        question.amount().orElse(null),
        question.year().map(String::valueOf).orElse(null),
        question.month().orElse(null),
        false,
        false);
  }

  /// Whose bill is asked for: of a vehicle its owner's identity number, too, without which the
  /// question is not complete.
  private static Optional<String> customer(Offer offer, Inquiry question) {
    return offer.family() == Family.VEHICLE_TAX
        ? question.nomorIdentitas().map(identity -> question.hp() + "," + identity)
        : Optional.of(question.hp());
  }
}
