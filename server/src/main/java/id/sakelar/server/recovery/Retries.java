package id.sakelar.server.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// When a notice that nobody took is tried again: from ten seconds to a day, three days in all.
final class Retries {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(1));

  private Retries() {}

  /// The wait after the try that was number `tries`, counted from 0; empty when it was the last.
  static Optional<Duration> after(int tries) {
    return tries < WAITS.size() ? Optional.of(WAITS.get(tries)) : Optional.empty();
  }
}
