package id.sakelar.server.payment;

import java.time.Duration;

/// How long one biller is given, and what its silence may mean. Set per biller by the operator.
/// Immutable.
///
/// @param readBudget how long one call may take in all
/// @param lease how long an attempt belongs to the server that sent it; longer than the read budget
/// @param pace what the waits between status queries are multiplied with: 1 in production, less
///   where billers are simulated; above 0
/// @param notFoundFinal whether repeated "not found" answers may end a payment as failed; only with
///   numbers the biller has confirmed
/// @param notFoundAfter how long after the last send such an answer may count at the earliest: read
///   budget, the biller's longest processing and status lag, and clock skew
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

  public BillerProfile {
    if (lease.compareTo(readBudget) <= 0) {
      throw new IllegalArgumentException("a lease is longer than the read budget");
    }
    if (!(pace > 0)) {
      throw new IllegalArgumentException("a pace is above zero");
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
