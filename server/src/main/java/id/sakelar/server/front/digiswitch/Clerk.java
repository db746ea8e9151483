package id.sakelar.server.front.digiswitch;

import id.sakelar.server.partner.Partner;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Question;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Verdict;

/// Answers one kind of question; its [Counter] has found out who asks. Refuses barely, unless a
/// question deserves more. Thread-safe.
interface Clerk<Q extends Question, A> {
  Said<A> answer(Partner partner, Q question);

  /// Refuses a question, perhaps to a stranger: says nothing about any partner.
  default Said<A> refuse(Q question, Verdict verdict) {
    return Said.refused(verdict);
  }

  /// Refuses what could not be read.
  default Said<A> refuseUnread(Message body, ResponseCode code) {
    return Said.refused(Verdict.of(code));
  }

  /// Answers a partner who may not ask for anything new now, for the reason of `code`.
  default Said<A> answerBarred(Partner partner, Q question, ResponseCode code) {
    return refuse(question, Verdict.of(code));
  }

  /// Answers when we broke off, wherever that was.
  default Said<A> answerBroken(Q question) {
    return refuse(question, Verdict.of(ResponseCode.SELLER_DISTURBED));
  }

  /// What to say when we broke off, or could not begin, and the question is not at hand.
  default ResponseCode broken() {
    return ResponseCode.SELLER_DISTURBED;
  }
}
