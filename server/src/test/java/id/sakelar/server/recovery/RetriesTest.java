package id.sakelar.server.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// When a notice is tried again.
class RetriesTest {
  @Test
  void waits_grow_from_ten_seconds_to_a_day_and_end_after_three_days() {
    var waits = IntStream.range(0, 10).mapToObj(Retries::after).map(Optional::orElseThrow).toList();

    assertThat(waits).isSorted().startsWith(Duration.ofSeconds(10)).endsWith(Duration.ofDays(1));
    assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofHours(66), Duration.ofDays(3));
    assertThat(Retries.after(10)).isEmpty();
  }
}
