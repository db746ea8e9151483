package id.sakelar.server.banking;

import id.sakelar.money.Rupiah;
import org.jspecify.annotations.Nullable;

/// A transfer as it is wanted, with everything about it settled: a transfer is made on these terms
/// and no others. Immutable.
///
/// @param fingerprint a keyed hash of what is wanted, without PINs: the same wish has the same one
/// @param referenced whether the caller gave the reference; if not, the same wish of the same owner
///   within 120 seconds is the same transfer
/// @param amount what the target gets; zero only for an [Operation#OPENING]
/// @param fee what the source pays on top
/// @param leave the token of the leave to pay that it uses up; null where none is needed
/// @param reverses what it reverses; null unless it is a [Operation#REVERSAL]
/// @param opening the account to be opened; null unless it is an [Operation#OPENING]
/// @param agentDayLimit the most the owner may move on a business day; null for no limit
public record Order(
    TransferId id,
    String fingerprint,
    boolean referenced,
    End source,
    End target,
    Rupiah amount,
    Rupiah fee,
    Facts facts,
    @Nullable String leave,
    @Nullable TransferId reverses,
    @Nullable NewAccount opening,
    @Nullable Rupiah agentDayLimit) {
  public Order {
    boolean mayBeNothing = id.operation() == Operation.OPENING;
    if (amount.isNegative() || fee.isNegative() || !(amount.isPositive() || mayBeNothing)) {
      throw new IllegalArgumentException("a transfer moves a positive amount, not " + amount);
    }
    if ((id.operation() == Operation.REVERSAL) != (reverses != null)) {
      throw new IllegalArgumentException("a reversal reverses something, and nothing else does");
    }
  }

  /// What both ends are called, and what it is for. Sealed where it is stored.
  public record Facts(String sourceName, String targetName, String remark) {
    /// What a reversal `from` one end `to` the other is called.
    Facts reversed(End from, End to) {
      var reversal = "Reversal from %s to %s".formatted(from.account(), to.account());
      return new Facts(/* sourceName= */ targetName, /* targetName= */ sourceName, reversal);
    }

    @Override
    public String toString() {
      return "Facts";
    }
  }
}
