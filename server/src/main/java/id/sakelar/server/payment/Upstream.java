package id.sakelar.server.payment;

/// A biller we pay at, under the name the configuration gives it.
///
/// @param takesTests whether the biller is known to move no money when we say that a call is a
///   test; nothing else keeps a partner from having its bills paid for nothing
public record Upstream(String name, Biller biller, BillerProfile profile, boolean takesTests) {}
