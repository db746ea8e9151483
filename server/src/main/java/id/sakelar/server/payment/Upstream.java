package id.sakelar.server.payment;

/// A biller we pay at, under the name the configuration gives it.
public record Upstream(String name, Biller biller, BillerProfile profile) {}
