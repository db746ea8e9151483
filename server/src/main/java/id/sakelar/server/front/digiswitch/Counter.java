package id.sakelar.server.front.digiswitch;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Call;
import id.sakelar.http.Correlation;
import id.sakelar.http.Handler;
import id.sakelar.http.Refusals;
import id.sakelar.http.Trouble;
import id.sakelar.server.partner.Caller;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partners;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.Operation;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.Question;
import id.sakelar.wire.digiswitch.Reply;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Verdict;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where one kind of question is taken in: reads it, finds out who asks and whether they may, has
/// the clerk answer, and spells the answer. Thread-safe.
final class Counter<Q extends Question, A> implements Handler, Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Counter.class);
  private static final String JSON = "application/json; charset=utf-8";
  private static final Message NOTHING = Message.json("");
  private static final Pattern OTHER_CHARSET =
      Pattern.compile("charset\\s*=(?!\\s*\"?utf-?8\"?\\s*(;|$))", Pattern.CASE_INSENSITIVE);

  private final Operation<Q, Reply<A>> operation;
  private final Partners partners;
  private final Clerk<Q, A> clerk;

  Counter(Operation<Q, Reply<A>> operation, Partners partners, Clerk<Q, A> clerk) {
    this.operation = operation;
    this.partners = partners;
    this.clerk = clerk;
  }

  @Override
  public Answer handle(Call call) {
    var body = new Message(call.body().mediaType(), call.body().bytes());
    if (!isWellFormed(call)) {
      return spelled(clerk.refuseUnread(body, ResponseCode.PAYLOAD));
    }
    try {
      return hear(call, operation.question().read(body));
    } catch (Garbled e) {
      LOG.info("call {} to {}: {}", Correlation.current(), call.path(), e.getMessage());
      return spelled(clerk.refuseUnread(body, ResponseCode.of(e)));
    }
  }

  /// No question of the dialect has a query: one that comes may hold credentials, which then are in
  /// every log on the way. Texts are hashed as UTF-8, so they have to be UTF-8.
  private static boolean isWellFormed(Call call) {
    if (!call.query().isEmpty()) {
      LOG.warn("call {} to {} has a query: refused", Correlation.current(), call.path());
      return false;
    }
    return !OTHER_CHARSET.matcher(call.body().mediaType()).find();
  }

  private Answer hear(Call call, Q question) {
    try {
      return spelled(judge(call, question));
    } catch (RuntimeException e) {
      LOG.error("call {} to {} broke off", Correlation.current(), call.path());
      LOG.debug("why it broke off", e);
      return spelled(clerk.answerBroken(question));
    }
  }

  private Said<A> judge(Call call, Q question) {
    var caller =
        partners.identify(
            DigiswitchFront.DIALECT,
            question.username(),
            call.remote(),
            key -> question.isSignedBy(new Account(question.username(), key.reveal())));
    return switch (caller) {
      case Caller.Known(Partner partner) -> clerk.answer(partner, question);
      case Caller.UnknownUser _ -> refuse(call, question, Verdict.of(ResponseCode.USERNAME));
      case Caller.WrongKey _ -> refuse(call, question, Verdict.of(ResponseCode.SIGNATURE));
      case Caller.ForbiddenAddress _ -> refuse(call, question, forbidden(call));
      case Caller.Suspended(Partner partner) ->
          clerk.answerBarred(partner, question, ResponseCode.FORBIDDEN);
      case Caller.TooMany(Partner partner) ->
          clerk.answerBarred(partner, question, ResponseCode.TRANSACTION_LIMIT);
    };
  }

  private static Verdict forbidden(Call call) {
    var code = ResponseCode.ADDRESS;
    var message = code.message() + ": " + call.remote().getHostAddress();
    return new Verdict(message, code.status().word(), code.rc());
  }

  private Said<A> refuse(Call call, Q question, Verdict verdict) {
    LOG.info(
        "call {} to {} from {}: refused as {}",
        Correlation.current(),
        call.path(),
        call.remote().getHostAddress(),
        verdict.rc());
    return clerk.refuse(question, verdict);
  }

  @Override
  public Answer answer(Trouble trouble) {
    return switch (trouble) {
      case TOO_LARGE -> unread(413, ResponseCode.PAYLOAD);
      case INCOMPLETE -> unread(400, ResponseCode.PAYLOAD);
      case TIMED_OUT -> unread(408, ResponseCode.PAYLOAD);
      case WRONG_METHOD -> unread(405, ResponseCode.PAYLOAD);
      case ENCODED -> unread(415, ResponseCode.PAYLOAD);
      case FAILED -> unread(500, clerk.broken());
      case BUSY -> unread(503, clerk.broken());
    };
  }

  private Answer unread(int status, ResponseCode code) {
    var headers = status == 405 ? Map.of("Allow", "POST") : Map.<String, String>of();
    return spelled(new Said<>(status, clerk.refuseUnread(NOTHING, code).reply()), headers);
  }

  private Answer spelled(Said<A> said) {
    return spelled(said, Map.of());
  }

  private Answer spelled(Said<A> said, Map<String, String> headers) {
    var message = operation.answer().write(said.reply());
    return new Answer(said.status(), headers, Body.of(JSON, message.body()));
  }
}
