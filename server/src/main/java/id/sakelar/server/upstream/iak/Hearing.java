package id.sakelar.server.upstream.iak;

import id.sakelar.wire.iak.Answer;
import id.sakelar.wire.iak.Echo;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.Reply.Answered;
import id.sakelar.wire.iak.Reply.Refused;
import id.sakelar.wire.iak.ResponseCode;
import java.util.function.Predicate;

/// What came of asking once. Immutable.
sealed interface Hearing {
  /// Certainly nothing has left this machine.
  record Unsent() implements Hearing {}

  /// The question may have arrived, and what came back proves nothing.
  ///
  /// @param why in our words; nothing of the answer but an HTTP status
  record Doubt(String why) implements Hearing {}

  /// A refusal that repeats nothing of the question, as the dialect has it for questions that were
  /// turned down. It proves nothing about a transaction that exists.
  record Bare(ResponseCode code) implements Hearing {}

  /// What the biller says about what it was asked.
  record Told(ResponseCode code, Answer answer) implements Hearing {}

  /// What a reply is worth. The code has to be one of the list, and whatever the answer repeats has
  /// to be `ours`.
  static Hearing of(Reply<Answer> reply, Predicate<Echo> ours) {
    return switch (reply) {
      case Answered<Answer>(var answer) when !ours.test(answer.echo()) ->
          new Doubt("not our order");
      case Answered<Answer>(var answer) ->
          answer
              .verdict()
              .knownCode()
              .<Hearing>map(code -> new Told(code, answer))
              .orElse(new Doubt("unknown rc"));
      case Refused<Answer>(var verdict) ->
          verdict.knownCode().<Hearing>map(Bare::new).orElse(new Doubt("unknown rc"));
    };
  }
}
