package id.sakelar.wire.bankplus;

import java.util.Optional;

/// What the envelope says: it is done, nobody knows yet, or why not.
///
/// @param <A> what was asked for
public sealed interface Reply<A> {
  /// Code `00`.
  ///
  /// @param agent who served it; answers to transactions have one
  record Done<A>(A answer, Optional<AgentCard> agent) implements Reply<A> {}

  /// Code `68`: it is being done, and asking again tells how it ended. An extension.
  record Pending<A>() implements Reply<A> {}

  /// Every other code: it was not done and will not be.
  record Refused<A>(Refusal refusal) implements Reply<A> {}

  static <A> Reply<A> done(A answer) {
    return new Done<>(answer, Optional.empty());
  }

  static <A> Reply<A> done(A answer, AgentCard agent) {
    return new Done<>(answer, Optional.of(agent));
  }

  static <A> Reply<A> pending() {
    return new Pending<>();
  }

  static <A> Reply<A> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }
}
