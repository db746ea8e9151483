package id.sakelar.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.simulator.Temper.Latency;
import id.sakelar.simulator.Temper.Shares;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A temper draws moods from a seed, in the shares it was given.
class TemperTest {
  private static final Temper BAD =
      Temper.EVEN
          .withShares(new Shares(10, 5, 4, 3, 2))
          .withLatency(new Latency(Duration.ofMillis(5), Duration.ofMillis(9), false));

  @Test
  void the_same_seed_gives_the_same_day() {
    assertThat(day(BAD, 2847)).isEqualTo(day(BAD, 2847)).isNotEqualTo(day(BAD, 2848));
  }

  @Test
  void a_change_of_shares_does_not_shift_the_latencies() {
    assertThat(day(BAD.withShares(Shares.NONE), 7).stream().map(Mood::latency))
        .isEqualTo(day(BAD, 7).stream().map(Mood::latency).toList());
  }

  @Test
  void a_hundred_rolls_give_each_conduct_its_share() {
    var shares = new Shares(10, 5, 4, 3, 2);

    var counts =
        IntStream.range(0, 100)
            .mapToObj(shares::conduct)
            .collect(Collectors.groupingBy(it -> it, Collectors.counting()));

    assertThat(counts)
        .containsOnly(
            Map.entry(Conduct.REFUSES, 10L),
            Map.entry(Conduct.HANGS_UP, 5L),
            Map.entry(Conduct.GARBLES_BEFORE, 4L),
            Map.entry(Conduct.GARBLES_AFTER, 3L),
            Map.entry(Conduct.ANSWERS_LATE, 2L),
            Map.entry(Conduct.ANSWERS, 76L));
  }

  @Test
  void latency_stays_between_its_bounds_and_meets_both_halves() {
    var latencies = day(BAD, 20_260_101).stream().map(Mood::latency).toList();

    assertThat(latencies)
        .allMatch(it -> it.compareTo(Duration.ofMillis(5)) >= 0)
        .allMatch(it -> it.compareTo(Duration.ofMillis(9)) <= 0)
        .anyMatch(it -> it.compareTo(Duration.ofMillis(7)) < 0)
        .anyMatch(it -> it.compareTo(Duration.ofMillis(7)) > 0);
  }

  @ParameterizedTest
  @CsvSource({"60,41,0,0,0", "101,0,0,0,0", "0,0,40,40,21", "-1,0,0,0,0", "50,0,0,0,-1"})
  void percentages_fit_in_a_hundred(int refusals, int hangUps, int before, int after, int late) {
    assertThatThrownBy(() -> new Shares(refusals, hangUps, before, after, late))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "refusals, hang-ups, garbage and late answers are between 0 and 100 percent together");
  }

  @Test
  void latency_has_its_bounds_in_order() {
    assertThatThrownBy(() -> new Latency(Duration.ZERO, Duration.ofSeconds(16), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("latency is at most PT15S, not PT16S");
    assertThatThrownBy(() -> new Latency(Duration.ofSeconds(3), Duration.ofSeconds(1), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("latency goes from nothing upwards, not from PT3S to PT1S");
  }

  private static List<Mood> day(Temper temper, long seed) {
    var random = new SplittableRandom(seed);
    return IntStream.range(0, 1_000).mapToObj(_ -> temper.next(random)).toList();
  }
}
