package id.sakelar.server.partner;

/// What became of a call's credentials. The first that holds, in this order, is given; who fails
/// learns the same whether the username or the key was wrong only where the dialect has one word
/// for both.
public sealed interface Caller {
  /// It is this partner, and it may call.
  record Known(Partner partner) implements Caller {}

  /// No partner has this username in this dialect.
  record UnknownUser() implements Caller {}

  /// The signature or password is wrong.
  record WrongKey() implements Caller {}

  /// The partner may not call from this address.
  record ForbiddenAddress() implements Caller {}

  /// The partner was suspended.
  record Suspended(Partner partner) implements Caller {}

  /// It is this partner, and it has asked too often this minute. What it already has under way may
  /// still be told, so that a refusal is never taken for the end of a payment.
  record TooMany(Partner partner) implements Caller {}
}
