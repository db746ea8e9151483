package id.sakelar.server.front.bankplus;

import id.sakelar.wire.bankplus.Reply;

/// Answers one kind of question; its [Counter] has found out who asks, and that they may.
/// Thread-safe.
@FunctionalInterface
interface Clerk<Q, A> {
  Reply<A> answer(Visit visit, Q question);
}
