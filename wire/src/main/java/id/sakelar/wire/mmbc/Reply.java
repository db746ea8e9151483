package id.sakelar.wire.mmbc;

/// What the word `result` says: `ok` and what was asked for, or `no` and why.
///
/// @param <A> what was asked for
public sealed interface Reply<A> {
  /// It was done, or is being done: the answer says how it stands.
  record Ok<A>(A answer) implements Reply<A> {}

  /// It was not done and will not be.
  record No<A>(Refusal refusal) implements Reply<A> {}

  static <A> Reply<A> ok(A answer) {
    return new Ok<>(answer);
  }

  static <A> Reply<A> no(Refusal refusal) {
    return new No<>(refusal);
  }
}
