package id.sakelar.server.front.mmbc;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Refusals;
import id.sakelar.http.Trouble;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Service;
import java.util.Map;

/// Spells what is said to one kind of question, and to calls that never become one. Thread-safe.
final class Voice<A> implements Refusals {
  private static final String JSON = "application/json; charset=utf-8";

  private final Service<?, A> service;
  private final boolean isAboutPayments;

  Voice(Service<?, A> service, boolean isAboutPayments) {
    this.service = service;
    this.isAboutPayments = isAboutPayments;
  }

  Answer say(Reply<A> reply) {
    return say(200, Map.of(), reply);
  }

  /// Refuses without repeating anything.
  Answer refuse(Sentence sentence) {
    return say(Reply.no(new Refusal.Bare(sentence.text())));
  }

  /// Says that we have broken off, and that nobody should take it for an answer.
  Answer apologize(Refusal refusal) {
    return say(500, Map.of(), Reply.no(refusal));
  }

  @Override
  public Answer answer(Trouble trouble) {
    return switch (trouble) {
      case TOO_LARGE -> unread(413, Sentence.FORMAT);
      case INCOMPLETE -> unread(400, Sentence.FORMAT);
      case TIMED_OUT -> unread(408, Sentence.FORMAT);
      case WRONG_METHOD -> unread(405, Sentence.FORMAT);
      case ENCODED -> unread(415, Sentence.FORMAT);
      case FAILED -> unread(500, broken());
      case BUSY -> unread(503, broken());
    };
  }

  /// A question about a payment may be a repetition of one that was made.
  private Sentence broken() {
    return isAboutPayments ? Sentence.UNDECIDED : Sentence.DISTURBED;
  }

  private Answer unread(int status, Sentence sentence) {
    var headers = status == 405 ? Map.of("Allow", service.method()) : Map.<String, String>of();
    return say(status, headers, Reply.no(new Refusal.Bare(sentence.text())));
  }

  private Answer say(int status, Map<String, String> headers, Reply<A> reply) {
    var message = service.answer().write(reply);
    return new Answer(status, headers, Body.of(JSON, message.body()));
  }
}
