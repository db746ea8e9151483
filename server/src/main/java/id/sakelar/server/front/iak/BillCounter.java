package id.sakelar.server.front.iak;

import id.sakelar.http.Answer;
import id.sakelar.http.Call;
import id.sakelar.http.Correlation;
import id.sakelar.http.Handler;
import id.sakelar.http.Refusals;
import id.sakelar.http.Trouble;
import id.sakelar.server.partner.Partner;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.Operation;
import id.sakelar.wire.iak.Command;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.Payment;
import id.sakelar.wire.iak.PriceListQuestion;
import id.sakelar.wire.iak.Question;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.StatusQuestion;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where everything about bills is asked: reads the question, has its clerk answer, and spells the
/// answer in the format of the question. What is in no format is refused in JSON. Thread-safe.
final class BillCounter implements Handler, Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(BillCounter.class);

  private final Porter porter;
  private final InquiryClerk inquiries;
  private final PaymentClerk payments;
  private final StatusClerk statuses;
  private final PriceListClerk priceLists;

  BillCounter(
      Porter porter,
      InquiryClerk inquiries,
      PaymentClerk payments,
      StatusClerk statuses,
      PriceListClerk priceLists) {
    this.porter = porter;
    this.inquiries = inquiries;
    this.payments = payments;
    this.statuses = statuses;
    this.priceLists = priceLists;
  }

  @Override
  public Answer handle(Call call) {
    var words = Iak.in(Format.of(call.body().mediaType()).orElse(Format.JSON));
    if (Spoken.hasQuery(call)) {
      return refused(words, ResponseCode.PAYLOAD);
    }
    try {
      var body = new Message(call.body().mediaType(), call.body().bytes());
      return answer(call, words, words.bill().question().read(body));
    } catch (Garbled e) {
      LOG.info("call {} to {}: {}", Correlation.current(), call.path(), e.getMessage());
      return refused(words, ResponseCode.of(e));
    }
  }

  private Answer answer(Call call, Iak words, Question question) {
    var type = Optional.ofNullable(call.parameters().get("type"));
    if (type.isPresent() && question.command() != Command.PRICE_LIST) {
      return refused(words, ResponseCode.COMMAND);
    }
    return switch (question) {
      case Inquiry it -> answer(call, it, inquiries, words.bill());
      case Payment it -> answer(call, it, payments, words.bill());
      case StatusQuestion it -> answer(call, it, statuses, words.bill());
      case PriceListQuestion it -> answer(call, it, priceLists.of(type), words.priceList());
    };
  }

  private <Q extends Question, A> Answer answer(
      Call call, Q question, Clerk<Q, A> clerk, Operation<Question, Reply<A>> words) {
    try {
      return spelled(words, reply(call, question, clerk));
    } catch (RuntimeException e) {
      LOG.error("call {} to {} broke off", Correlation.current(), call.path());
      LOG.debug("why it broke off", e);
      return spelled(words, Reply.Refused.of(clerk.broken()));
    }
  }

  private <Q extends Question, A> Reply<A> reply(Call call, Q question, Clerk<Q, A> clerk) {
    return switch (porter.look(call, question)) {
      case Porter.Visitor.Welcome(Partner partner) -> clerk.answer(partner, question);
      case Porter.Visitor.Barred(Partner partner, ResponseCode code) ->
          clerk.answerBarred(partner, question, code);
      case Porter.Visitor.Stranger(ResponseCode code) -> Reply.Refused.of(code);
    };
  }

  private static <A> Answer spelled(Operation<Question, Reply<A>> words, Reply<A> reply) {
    int status =
        switch (reply) {
          case Reply.Answered<A> _ -> 200;
          case Reply.Refused<A>(var verdict) ->
              verdict.knownCode().map(ResponseCode::httpStatus).orElseThrow();
        };
    return Spoken.answer(status, words.answer().write(reply));
  }

  private static Answer refused(Iak words, ResponseCode code) {
    return spelled(words.bill(), Reply.Refused.of(code));
  }

  @Override
  public Answer answer(Trouble trouble) {
    return answer(trouble, "");
  }

  /// What never came as far as its handler may have been a payment that is made already.
  @Override
  public Answer answer(Trouble trouble, String mediaType) {
    var words = Iak.in(Format.of(mediaType).orElse(Format.JSON)).bill().answer();
    return Spoken.refused(
        trouble, "POST", ResponseCode.PENDING, code -> words.write(Reply.Refused.of(code)));
  }
}
