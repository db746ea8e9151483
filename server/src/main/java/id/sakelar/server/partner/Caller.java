package id.sakelar.server.partner;

/// What became of a call's credentials. The first that holds, in this order, is given; who fails
/// learns the same whether the username or the key was wrong only where the dialect has one word
/// for both.
public sealed interface Caller {
  /// What may become of a call that is signed with a key.
  sealed interface BySignature extends Caller {}

  /// What may become of a call that carries a password. An unknown user is a wrong password: the
  /// dialects have one text for both.
  sealed interface ByPassword extends Caller {}

  /// What may become of a call whose credentials are right.
  sealed interface Proven extends BySignature, ByPassword {}

  /// It is this partner, and it may call.
  record Known(Partner partner) implements Proven {}

  /// Too many wrong passwords came before: nothing is said about this one, right or wrong. It is
  /// told as a wrong one.
  record LockedOut() implements ByPassword {}

  /// Too many passwords wait to be checked; nobody knows whose call it is. It may come again.
  record Busy() implements ByPassword {}

  /// No partner has this username in this dialect.
  record UnknownUser() implements BySignature {}

  /// The signature or password is wrong.
  record WrongKey() implements BySignature, ByPassword {}

  /// The partner may not call from this address.
  record ForbiddenAddress() implements Proven {}

  /// The partner was suspended.
  record Suspended(Partner partner) implements Proven {}

  /// It is this partner, and it has asked too often this minute. What it already has under way may
  /// still be told, so that a refusal is never taken for the end of a payment.
  record TooMany(Partner partner) implements Proven {}
}
