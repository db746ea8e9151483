package id.sakelar.server.upstream.mmbc;

import id.sakelar.wire.mmbc.Refusal;

/// What came of asking once. Whether it is about what was asked is for those who asked to see.
/// Immutable.
///
/// @param <A> what was asked for
sealed interface Hearing<A> {
  /// Certainly nothing has left this machine.
  record Unsent<A>() implements Hearing<A> {}

  /// The question may have arrived, and what came back proves nothing.
  ///
  /// @param why in our words; nothing of the answer but an HTTP status
  record Doubt<A>(String why) implements Hearing<A> {}

  /// `ok`: what the biller says.
  record Told<A>(A answer) implements Hearing<A> {}

  /// `no`: why the biller says so.
  record Denied<A>(Refusal refusal) implements Hearing<A> {}
}
