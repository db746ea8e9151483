package id.sakelar.server.front.mmbc;

import id.sakelar.server.partner.Partner;
import id.sakelar.wire.mmbc.Echo;
import id.sakelar.wire.mmbc.Question;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Reply;

/// Answers one kind of question; its [Counter] has found out who asks. Refuses barely, unless a
/// question deserves more. Thread-safe.
interface Clerk<Q extends Question, A> {
  Reply<A> answer(Partner partner, Q question);

  /// A refusal, perhaps to a stranger: says nothing about any partner.
  ///
  /// @param agent the code of the partner who asks; empty for a stranger
  default Refusal refusal(Echo echo, String agent, String reason) {
    return new Refusal.Bare(reason);
  }

  /// Answers a partner who may not ask for anything new now. What is told to him otherwise is
  /// `refusal`.
  default Reply<A> answerBarred(Partner partner, Q question, Refusal refusal) {
    return Reply.no(refusal);
  }

  /// Whether the question may be about a payment that exists. Then a refusal could be taken for its
  /// end, and when we break off, it goes out with an HTTP status that says that it is none.
  boolean isAboutPayments();
}
