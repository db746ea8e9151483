package id.sakelar.server.front.digiswitch;

import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Pseudonyms;
import id.sakelar.server.payment.Asked;
import id.sakelar.server.payment.Electricity;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Inquiring;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.digiswitch.Holder;
import id.sakelar.wire.digiswitch.HolderQuestion;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Verdict;
import id.sakelar.wire.digiswitch.desc.Family;
import java.util.Locale;
import java.util.Optional;

/// Tells who holds a PLN number, by asking for its bill. Who owes nothing cannot be told, and the
/// number of the meter is not on a bill. The inquiry has a name of its own, under which nothing can
/// be paid. Thread-safe.
final class HolderClerk implements Clerk<HolderQuestion, Holder> {
  private static final String ELECTRICITY = Family.PLN.code(Spelling.DIGISWITCH);

  private final Payments payments;
  private final Pseudonyms pseudonyms;

  HolderClerk(Payments payments, Pseudonyms pseudonyms) {
    this.payments = payments;
    this.pseudonyms = pseudonyms;
  }

  @Override
  public Said<Holder> answer(Partner partner, HolderQuestion question) {
    return switch (payments.inquire(asked(partner, question))) {
      case Inquiring.Quoted(Inquiry inquiry) ->
          inquiry.quote().bill() instanceof Electricity bill
              ? Said.answered(held(question, bill))
              : failed(question, ResponseCode.SELLER_PRODUCT);
      case Inquiring.Refused(Reason reason) -> failed(question, Codes.of(reason));
    };
  }

  private Asked asked(Partner partner, HolderQuestion question) {
    var reference = pseudonyms.of(question.customerNo());
    var id = new PaymentId(partner.id(), DigiswitchFront.DIALECT_OF_HOLDERS, reference);
    return new Asked(partner, id, ELECTRICITY, question.customerNo(), null, null, false);
  }

  private static Holder held(HolderQuestion question, Electricity bill) {
    return new Holder(
        Verdict.of(ResponseCode.SUCCESS),
        question.customerNo(),
        Optional.of(""),
        Optional.of(question.customerNo()),
        Optional.of(bill.holder()),
        Optional.of(String.format(Locale.ROOT, "%s /%09d", bill.tariff(), bill.power())));
  }

  private static Said<Holder> failed(HolderQuestion question, ResponseCode code) {
    var nothing = Optional.<String>empty();
    var verdict = Verdict.of(code);
    return Said.answered(
        new Holder(verdict, question.customerNo(), nothing, nothing, nothing, nothing), verdict);
  }
}
