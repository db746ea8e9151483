package id.sakelar.server.recovery;

/// Where a biller's list of settled payments and our books say different things. Immutable.
///
/// @param reference ours at the biller
/// @param ours what our books say, in words
/// @param theirs what the list says, in words
public record Difference(Kind kind, String reference, String ours, String theirs) {
  /// What differs.
  public enum Kind {
    /// We have it as paid, and no list has.
    ONLY_OURS,
    /// The biller was never sent such a reference by us.
    ONLY_THEIRS,
    /// The biller took something else for it, or for another product.
    AMOUNT,
    /// It ended otherwise here than there.
    STATUS,
    /// The biller took it more than once.
    DUPLICATE
  }

  @Override
  public String toString() {
    return "%s %s: %s here, %s there".formatted(kind, reference, ours, theirs);
  }
}
