package id.sakelar.server.front.bankplus;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Refusals;
import id.sakelar.http.Trouble;
import id.sakelar.wire.Operation;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherSentence;
import java.util.Map;

/// Spells what is said to one kind of question, and to calls that never become one. Thread-safe.
///
/// @param isAboutMoney whether a refusal could be taken for the end of a transfer that exists
record SwitcherVoice<A>(Operation<?, SwitcherReply<A>> operation, boolean isAboutMoney)
    implements Refusals {
  private static final String JSON = "application/json; charset=utf-8";

  Answer say(SwitcherReply<A> reply) {
    return say(200, Map.of(), reply);
  }

  Answer turnAway() {
    return say(403, Map.of(), SwitcherReply.refused(SwitcherSentence.STRANGER));
  }

  /// What is said when we have broken off.
  Answer apologize() {
    return isAboutMoney ? say(SwitcherReply.inDoubt()) : broken(500, SwitcherSentence.DISTURBED);
  }

  @Override
  public Answer answer(Trouble trouble) {
    return switch (trouble) {
      case TOO_LARGE -> unread(413);
      case INCOMPLETE -> unread(400);
      case TIMED_OUT -> unread(408);
      case WRONG_METHOD -> unread(405);
      case ENCODED -> unread(415);
      case FAILED -> broken(500, SwitcherSentence.DISTURBED);
      case BUSY -> broken(503, SwitcherSentence.BUSY);
    };
  }

  private Answer broken(int status, SwitcherSentence sentence) {
    return say(
        status, Map.of(), isAboutMoney ? SwitcherReply.inDoubt() : SwitcherReply.refused(sentence));
  }

  private Answer unread(int status) {
    var headers = status == 405 ? Map.of("Allow", "POST") : Map.<String, String>of();
    return say(status, headers, SwitcherReply.refused(SwitcherSentence.FORMAT));
  }

  private Answer say(int status, Map<String, String> headers, SwitcherReply<A> reply) {
    var message = operation.answer().write(reply);
    return new Answer(status, headers, Body.of(JSON, message.body()));
  }
}
