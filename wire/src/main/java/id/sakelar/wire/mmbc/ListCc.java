package id.sakelar.wire.mmbc;

/// Asks whose credit cards can be paid, without a login. Immutable.
public record ListCc() {}
