package id.sakelar.server.upstream.bankplus;

import id.sakelar.wire.bankplus.SwitcherReply;

/// What came of asking once. Immutable.
///
/// @param <A> what was asked for
sealed interface Hearing<A> {
  /// Certainly nothing has left this machine.
  record Unsent<A>() implements Hearing<A> {}

  /// The question may have arrived, and what came back proves nothing.
  ///
  /// @param why in our words; nothing of the answer but an HTTP status
  record Doubt<A>(String why) implements Hearing<A> {}

  /// A whole answer of the dialect.
  record Said<A>(SwitcherReply<A> reply) implements Hearing<A> {}
}
