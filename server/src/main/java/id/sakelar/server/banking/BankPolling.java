package id.sakelar.server.banking;

import java.time.Duration;

/// How long to wait before a bank is asked again, or sent again what it did not get: a second at
/// first, half as long again each time, an hour in the end.
final class BankPolling {
  private static final double FIRST_MS = 1_000;
  private static final double GROWTH = 1.5;
  private static final double LONGEST_MS = Duration.ofHours(1).toMillis();

  private BankPolling() {}

  /// The wait when `polls` answers were heard before.
  ///
  /// @param pace what the first wait is multiplied with
  static Duration after(int polls, double pace) {
    double wait = Math.min(LONGEST_MS, FIRST_MS * pace * Math.pow(GROWTH, polls));
    return Duration.ofMillis(Math.max(1, Math.round(wait)));
  }
}
