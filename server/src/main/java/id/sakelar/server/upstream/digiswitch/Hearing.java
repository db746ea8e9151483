package id.sakelar.server.upstream.digiswitch;

import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.Echo;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Transaction;
import java.util.Optional;

/// What came of asking once. Immutable.
sealed interface Hearing {
  /// Certainly nothing has left this machine.
  record Unsent() implements Hearing {}

  /// The question may have arrived, and what came back proves nothing.
  ///
  /// @param why in our words; nothing of the answer but an HTTP status
  record Doubt(String why) implements Hearing {}

  /// A refusal that repeats nothing of the question. The dialect requires the six fields that tell
  /// which transaction it is about, so it proves nothing about ours.
  record Bare(ResponseCode code) implements Hearing {}

  /// What the biller says about exactly what it was asked, without contradicting itself.
  record Told(ResponseCode code, Answer answer) implements Hearing {}

  /// What an answer to `asked` is worth. Reference, customer and product have to be those that were
  /// asked, the response code one of the list, and the status the one the list has for it.
  static Hearing of(Transaction asked, Answer answer) {
    return of(asked.echo(), answer);
  }

  /// What an answer is worth that has to repeat `ours`.
  static Hearing of(Echo ours, Answer answer) {
    return answer.echo().equals(ours) ? ofAny(answer) : new Doubt("not our order");
  }

  /// What an answer is worth, whatever transaction it is about.
  static Hearing ofAny(Answer answer) {
    Optional<ResponseCode> code = answer.verdict().knownCode();
    if (code.isEmpty()) {
      return new Doubt("unknown rc");
    }
    if (!answer.verdict().knownStatus().equals(code.map(ResponseCode::status))) {
      return new Doubt("rc " + code.get().rc() + ", another status");
    }
    return new Told(code.get(), answer);
  }
}
