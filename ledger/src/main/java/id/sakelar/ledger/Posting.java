package id.sakelar.ledger;

import id.sakelar.money.Rupiah;

/// Moves an amount from one account to another. A posting is balanced because it has one amount and
/// two ends; there is no way to write one that is not. Immutable.
///
/// @param amount more than zero, at most [#MOST]
public record Posting(AccountId source, AccountId target, Rupiah amount) {
  /// 10^13 sen, the most that moves at once.
  public static final Rupiah MOST = new Rupiah(10_000_000_000_000L);

  public Posting {
    if (source.equals(target)) {
      throw new IllegalArgumentException("a posting has two ends, not twice " + source);
    }
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("a posting moves a positive amount, not " + amount);
    }
    if (amount.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "a posting moves at most %s, not %s".formatted(MOST, amount));
    }
  }
}
