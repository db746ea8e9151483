package id.sakelar.server.front.bankplus;

import id.sakelar.wire.bankplus.SwitcherReply;

/// Answers one kind of question; its [SwitcherCounter] has found out who asks. Thread-safe.
@FunctionalInterface
interface SwitcherClerk<Q, A> {
  /// Answers a question.
  ///
  /// @param owner of the transfers and leaves that the caller may know of
  SwitcherReply<A> answer(String owner, Q question);
}
