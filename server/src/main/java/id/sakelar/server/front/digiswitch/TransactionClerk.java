package id.sakelar.server.front.digiswitch;

import id.sakelar.http.Correlation;
import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Asked;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Payments.Inquiring;
import id.sakelar.server.payment.Payments.Paying;
import id.sakelar.server.payment.Payments.Until;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.Bill;
import id.sakelar.wire.digiswitch.Echo;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Transaction;
import id.sakelar.wire.digiswitch.Verdict;
import id.sakelar.wire.digiswitch.desc.Family;
import java.util.Optional;

/// Answers inquiries, payments and questions after payments. Every answer repeats what it is about.
/// Thread-safe.
final class TransactionClerk implements Clerk<Transaction, Answer> {
  /// Test calls are answered as if each came from a fresh deposit.
  private static final Rupiah TEST_DEPOSIT = Rupiah.of(100_000);

  private static final long EMONEY_STEP = 1_000;

  private final Spelling spelling;
  private final Payments payments;
  private final Products products;
  private final DepositStore deposits;

  TransactionClerk(Spelling spelling, Payments payments, Products products, DepositStore deposits) {
    this.spelling = spelling;
    this.payments = payments;
    this.products = products;
    this.deposits = deposits;
  }

  @Override
  public Said<Answer> answer(Partner partner, Transaction question) {
    return switch (question.command()) {
      case INQUIRY -> inquire(partner, question);
      case PAYMENT -> pay(partner, question);
      case STATUS -> told(question, find(asked(partner, question), question));
      case TOP_UP -> refuse(question, ResponseCode.PRODUCT);
    };
  }

  private Said<Answer> inquire(Partner partner, Transaction question) {
    if (isOutOfStep(question)) {
      return refuse(question, ResponseCode.EMONEY_STEP);
    }
    return switch (payments.inquire(asked(partner, question))) {
      case Inquiring.Quoted(Inquiry inquiry) -> {
        var balance = inquiry.test() ? TEST_DEPOSIT : deposits.balance(partner);
        yield Said.answered(Telling.of(inquiry, balance, question.echo(), spelling));
      }
      case Inquiring.Refused(Reason reason) -> refuse(question, Codes.of(reason));
    };
  }

  private Said<Answer> pay(Partner partner, Transaction question) {
    return isOutOfStep(question)
        ? refuse(question, ResponseCode.EMONEY_STEP)
        : told(question, payments.pay(asked(partner, question), Until.ENDED, Correlation.waited()));
  }

  private static boolean isOutOfStep(Transaction question) {
    boolean emoney = Family.of(question.code()).filter(Family.EMONEY::equals).isPresent();
    return emoney && question.amount().filter(it -> it.toWhole() % EMONEY_STEP != 0).isPresent();
  }

  /// A question after a payment does not say whether it was a test: the real one comes first.
  private Paying find(Asked asked, Transaction question) {
    var found = find(asked);
    boolean maybeTest =
        !asked.test() && found instanceof Paying.Refused(Reason why) && why == Reason.NOT_FOUND;
    return maybeTest ? find(asked(asked.partner(), question.inTest())) : found;
  }

  /// How the payment stands, if it is the one that was asked after.
  private Paying find(Asked asked) {
    var found = payments.status(asked.id());
    if (found instanceof Paying.Known(Payment payment) && !isAbout(asked, payment)) {
      return new Paying.Refused(Reason.REFERENCE_USED);
    }
    return found;
  }

  private static boolean isAbout(Asked asked, Payment payment) {
    var quote = payment.quote();
    return quote.product().equals(asked.product()) && quote.customer().equals(asked.customer());
  }

  private Said<Answer> told(Transaction question, Paying paying) {
    var echo = question.echo();
    return switch (paying) {
      case Paying.Known(Payment payment) -> said(Telling.of(payment, echo, spelling));
      case Paying.InDoubt _ -> said(Answer.of(echo, ResponseCode.PENDING));
      case Paying.Refused(Reason reason) -> refuse(question, Codes.of(reason));
    };
  }

  /// What the partner asks for in our words. Some clients send an amount of zero with everything:
  /// it asks for nothing.
  private Asked asked(Partner partner, Transaction question) {
    var dialect = question.testing() ? DigiswitchFront.DIALECT_IN_TEST : DigiswitchFront.DIALECT;
    return new Asked(
        partner,
        new PaymentId(partner.id(), dialect, question.refId()),
        products.find(question.code(), partner.id()),
        String.join(",", question.customerParts()),
        question.amount().filter(Rupiah::isPositive).orElse(null),
        question.year().map(String::valueOf).orElse(null),
        question.testing());
  }

  @Override
  public Said<Answer> refuse(Transaction question, Verdict verdict) {
    return said(new Answer(question.echo(), verdict, Optional.empty(), Bill.NONE));
  }

  private Said<Answer> refuse(Transaction question, ResponseCode code) {
    return refuse(question, Verdict.of(code));
  }

  @Override
  public Said<Answer> refuseUnread(Message body, ResponseCode code) {
    return said(Answer.of(Echo.of(body, spelling), code));
  }

  /// A payment that exists is told as it stands, since a refusal would say that it failed.
  @Override
  public Said<Answer> answerBarred(Partner partner, Transaction question, ResponseCode code) {
    return switch (question.command()) {
      case INQUIRY, TOP_UP -> refuse(question, code);
      case PAYMENT -> toldIfKnown(question, find(asked(partner, question)), code);
      case STATUS -> toldIfKnown(question, find(asked(partner, question), question), code);
    };
  }

  private Said<Answer> toldIfKnown(Transaction question, Paying paying, ResponseCode code) {
    return paying instanceof Paying.Refused ? refuse(question, code) : told(question, paying);
  }

  /// Whether the money moved is not known here, so nobody is told that it did not.
  @Override
  public Said<Answer> answerBroken(Transaction question) {
    return switch (question.command()) {
      case INQUIRY, TOP_UP -> refuse(question, ResponseCode.SELLER_DISTURBED);
      case PAYMENT, STATUS -> refuse(question, ResponseCode.PENDING);
    };
  }

  @Override
  public ResponseCode broken() {
    return ResponseCode.ROUTER;
  }

  private static Said<Answer> said(Answer answer) {
    return Said.answered(answer, answer.verdict());
  }
}
