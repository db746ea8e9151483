package id.sakelar.server.front.bankplus;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Refusals;
import id.sakelar.http.Trouble;
import id.sakelar.wire.bankplus.Code;
import id.sakelar.wire.bankplus.Refusal;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;
import id.sakelar.wire.bankplus.Service;
import java.util.Map;

/// Spells what is said to one kind of question, and to calls that never become one. Thread-safe.
record Voice<A>(Service<?, A> service, Duty duty) implements Refusals {
  private static final String JSON = "application/json; charset=utf-8";

  Answer say(Reply<A> reply) {
    return say(status(reply), Map.of(), reply);
  }

  private static int status(Reply<?> reply) {
    return switch (reply) {
      case Reply.Done<?> _ -> Code.DONE.httpStatus();
      case Reply.Pending<?> _ -> Code.PENDING.httpStatus();
      case Reply.Refused<?>(Refusal refusal) -> refusal.code().httpStatus();
    };
  }

  /// What is said when we have broken off.
  Reply<A> broken() {
    return duty.movesMoney() ? Reply.pending() : Reply.refused(Sentence.DISTURBED.refusal());
  }

  @Override
  public Answer answer(Trouble trouble) {
    return switch (trouble) {
      case TOO_LARGE -> unread(413);
      case INCOMPLETE -> unread(400);
      case TIMED_OUT -> unread(408);
      case WRONG_METHOD -> unread(405);
      case ENCODED -> unread(415);
      case FAILED -> say(500, Map.of(), broken());
      case BUSY -> say(503, Map.of(), broken());
    };
  }

  private Answer unread(int status) {
    var headers =
        status == 405
            ? Map.of("Allow", String.join(", ", service.methods()))
            : Map.<String, String>of();
    return say(status, headers, Reply.refused(Sentence.FORMAT.refusal()));
  }

  private Answer say(int status, Map<String, String> headers, Reply<A> reply) {
    var message = service.answer().write(reply);
    return new Answer(status, headers, Body.of(JSON, message.body()));
  }
}
