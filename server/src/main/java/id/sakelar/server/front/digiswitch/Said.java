package id.sakelar.server.front.digiswitch;

import id.sakelar.wire.digiswitch.Reply;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Verdict;
import java.util.Optional;

/// A reply and the HTTP status it goes out with. Immutable.
record Said<A>(int status, Reply<A> reply) {
  static <A> Said<A> answered(A answer) {
    return new Said<>(200, Reply.answered(answer));
  }

  /// An answer with the status that its verdict has.
  static <A> Said<A> answered(A answer, Verdict verdict) {
    return new Said<>(status(verdict), Reply.answered(answer));
  }

  /// A refusal that repeats nothing of its question.
  static <A> Said<A> refused(Verdict verdict) {
    return new Said<>(
        status(verdict),
        new Reply.Refused<>(verdict.rc(), verdict.message(), Optional.of(verdict.status())));
  }

  private static int status(Verdict verdict) {
    return verdict.knownCode().map(ResponseCode::httpStatus).orElseThrow();
  }
}
