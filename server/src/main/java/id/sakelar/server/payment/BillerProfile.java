package id.sakelar.server.payment;

import java.time.Duration;

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
public record BillerProfile(
    Duration readBudget,
    Duration lease,
    double pace,
    boolean notFoundFinal,
    Duration notFoundAfter,
    Duration notFoundApart,
    Duration reviewAfter) {
  /// How many "not found" answers it takes.
  static final int NOT_FOUND_TIMES = 3;

  private static final Duration NOT_FOUND_BEFORE = Duration.ofMinutes(15);

  public BillerProfile {
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
