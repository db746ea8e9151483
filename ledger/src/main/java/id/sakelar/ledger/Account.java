package id.sakelar.ledger;

import id.sakelar.money.Rupiah;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who may hold money, and how much. A balance is what the house owes to the holder: a partner's
/// deposit is positive, what a partner owes us is negative, and all balances sum to zero.
/// Immutable.
///
/// @param kind one to 32 letters, digits, `_` or `-`; means nothing to the books
/// @param floor the least it may hold: zero, or less for a holder who has credit; at least [#LEAST]
/// @param ceiling the most it may hold, zero or more, at most [#MOST]; null means [#MOST]
/// @param striped true for a house account, which many units touch at once: sixteen rows share its
///   balance, and it has neither a floor nor a ceiling of its own
public record Account(
    AccountId id, String kind, Rupiah floor, @Nullable Rupiah ceiling, boolean striped) {
  /// -10^17 sen, the least any balance may be.
  public static final Rupiah LEAST = new Rupiah(-100_000_000_000_000_000L);

  /// 10^17 sen, the most any balance may be.
  public static final Rupiah MOST = new Rupiah(100_000_000_000_000_000L);

  private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,31}");

  public Account {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("not a kind of account: '" + kind + "'");
    }
    if (floor.compareTo(LEAST) < 0 || floor.isPositive()) {
      throw new IllegalArgumentException("a floor is %s to Rp0, not %s".formatted(LEAST, floor));
    }
    if (ceiling != null && (ceiling.isNegative() || ceiling.compareTo(MOST) > 0)) {
      throw new IllegalArgumentException("a ceiling is Rp0 to %s, not %s".formatted(MOST, ceiling));
    }
    if (MOST.equals(ceiling)) {
      ceiling = null;
    }
    if (striped && (!floor.equals(LEAST) || ceiling != null)) {
      throw new IllegalArgumentException("a striped account has no floor and no ceiling: " + id);
    }
  }

  /// An account of the house: striped, without a floor.
  public static Account house(AccountId id, String kind) {
    return new Account(id, kind, LEAST, null, true);
  }

  /// An account of somebody who has to pay before he spends.
  public static Account prepaid(AccountId id, String kind) {
    return new Account(id, kind, Rupiah.ZERO, null, false);
  }

  Rupiah most() {
    return ceiling == null ? MOST : ceiling;
  }
}
