package id.sakelar.wire.bankplus;

/// A question without parameters, or an answer without data. Immutable.
public record Blank() {}
