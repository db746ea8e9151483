package id.sakelar.ledger;

/// Something in the books that cannot be. Immutable.
///
/// @param law the sentence that does not hold, in snake case
/// @param detail the rows it does not hold for, and what they say; amounts in sen
public record Finding(String law, String detail) {}
