package id.sakelar.server.payment;

import java.time.Duration;
import java.util.Set;

/// How long one biller is given, and what its silence may mean. Set per biller by the operator.
/// Immutable.
///
/// @param readBudget how long one call may take in all
/// @param lease how long an attempt belongs to the server that sends it: the read budget, and as
///   long as an order that is committed may wait to be sent
/// @param pace what the waits between status queries are multiplied with: 1 in production, less
///   where billers are simulated; above 0
/// @param notFoundFinal whether repeated "not found" answers may end a payment as failed, on the
///   business day it was sent; only with numbers the biller has confirmed
/// @param notFoundAfter how long after the last send such an answer may end a payment at the
///   earliest: read budget, the biller's longest processing and status lag, and clock skew; at
///   least 15 minutes, times the pace
/// @param notFoundApart how far apart such answers must be to count
/// @param reviewAfter how long after the last send people are asked to look
/// @param dispatchWithin how long after it was held a payment may still be sent, to whomever
/// @param resendWithin how long the biller surely knows a reference again: so long may an order it
///   does not know be sent once more under the same reference; zero where it may never be
/// @param elsewhere codes of final refusals that say more about the biller than about the bill:
///   after one of these another biller may be tried
public record BillerProfile(
    Duration readBudget,
    Duration lease,
    double pace,
    boolean notFoundFinal,
    Duration notFoundAfter,
    Duration notFoundApart,
    Duration reviewAfter,
    Duration dispatchWithin,
    Duration resendWithin,
    Set<String> elsewhere) {
  /// How many "not found" answers it takes.
  static final int NOT_FOUND_TIMES = 3;

  private static final Duration NOT_FOUND_BEFORE = Duration.ofMinutes(15);

  /// How often an order may be sent again to the same biller.
  static final int MOST_RESENDS = 2;

  /// How often a payment may be sent in all, wherever to.
  static final int MOST_ATTEMPTS = 3;

  private static final Duration DISPATCH = Duration.ofSeconds(15);

  /// A profile whose orders are never sent again, and whose every final no ends a payment.
  public BillerProfile(
      Duration readBudget,
      Duration lease,
      double pace,
      boolean notFoundFinal,
      Duration notFoundAfter,
      Duration notFoundApart,
      Duration reviewAfter) {
    this(
        readBudget,
        lease,
        pace,
        notFoundFinal,
        notFoundAfter,
        notFoundApart,
        reviewAfter,
        DISPATCH,
        Duration.ZERO,
        Set.of());
  }

  public BillerProfile {
    elsewhere = Set.copyOf(elsewhere);
    if (lease.compareTo(readBudget) <= 0) {
      throw new IllegalArgumentException("a lease is longer than the read budget");
    }
    if (!(pace > 0)) {
      throw new IllegalArgumentException("a pace is above zero");
    }
    if (notFoundFinal && notFoundAfter.toMillis() < NOT_FOUND_BEFORE.toMillis() * pace) {
      throw new IllegalArgumentException(
          "\"not found\" means failed after %s at the earliest, not after %s"
              .formatted(NOT_FOUND_BEFORE, notFoundAfter));
    }
  }

  /// The defaults: 40 s to answer, a lease of 55 s, no end by "not found", review after 24 hours.
  public static BillerProfile standard() {
    return new BillerProfile(
        Duration.ofSeconds(40),
        Duration.ofSeconds(55),
        1,
        false,
        Duration.ofMinutes(30),
        Duration.ofSeconds(60),
        Duration.ofDays(1));
  }
}
