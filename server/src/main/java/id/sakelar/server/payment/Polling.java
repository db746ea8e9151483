package id.sakelar.server.payment;

import java.time.Duration;
import java.util.List;

/// How long to wait before a biller is asked again: dense at first, because an agent and a customer
/// stand at the counter, and daily in the end. Immutable.
///
/// @param pace what every wait is multiplied with
record Polling(double pace) {
  private static final List<Duration> WHEN_UNKNOWN =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30));

  private static final List<Duration> WHEN_PENDING =
      List.of(
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(6));

  /// The wait before the next question, when `polls` answers were heard in this state and the last
  /// attempt is `age` old.
  Duration next(State state, int polls, Duration age) {
    var waits = state == State.PENDING ? WHEN_PENDING : WHEN_UNKNOWN;
    var wait = polls < waits.size() ? waits.get(polls) : later(state, age);
    return Duration.ofMillis(Math.max(1, Math.round(wait.toMillis() * pace)));
  }

  private static Duration later(State state, Duration age) {
    if (state == State.PENDING || age.compareTo(Duration.ofDays(3)) > 0) {
      return Duration.ofDays(1);
    }
    return age.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofHours(6) : Duration.ofHours(1);
  }
}
