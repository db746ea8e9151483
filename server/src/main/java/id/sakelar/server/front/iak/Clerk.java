package id.sakelar.server.front.iak;

import id.sakelar.server.partner.Partner;
import id.sakelar.wire.iak.Question;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.ResponseCode;

/// Answers one kind of question; somebody else has found out who asks. Thread-safe.
interface Clerk<Q extends Question, A> {
  Reply<A> answer(Partner partner, Q question);

  /// Answers a partner who may not ask for anything new now, for the reason of `code`.
  default Reply<A> answerBarred(Partner partner, Q question, ResponseCode code) {
    return Reply.Refused.of(code);
  }

  /// What to say when we broke off, wherever that was.
  default ResponseCode broken() {
    return ResponseCode.GENERAL;
  }
}
