package id.sakelar.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// Simulated threads run one at a time, in the order of their clock.
class TurnsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

  private final Turns turns = new Turns(NOON, new Trace(null));
  private final List<String> seen = new ArrayList<>();

  @Test
  void whoever_is_due_first_runs_first() {
    turns.start(null, "late", 20, () -> seen.add("late at " + turns.now()));
    turns.start(null, "early", 10, () -> seen.add("early at " + turns.now()));
    turns.start(null, "too", 10, () -> seen.add("too at " + turns.now()));

    turns.runUntil(100);

    assertThat(seen).containsExactly("early at 10", "too at 10", "late at 20");
    assertThat(turns.instant()).isEqualTo(NOON.plusNanos(20_000));
  }

  @Test
  void nobody_runs_after_the_end_and_everybody_goes_on_afterwards() {
    turns.start(
        null,
        "sleeper",
        0,
        () -> {
          turns.sleep(1_000);
          seen.add("awake at " + turns.now());
        });

    turns.runUntil(999);
    assertThat(seen).isEmpty();
    turns.runUntil(1_000);
    assertThat(seen).containsExactly("awake at 1000");
  }

  @Test
  void who_waits_goes_on_when_it_is_there_or_when_patience_is_over() {
    var there = new CompletableFuture<String>();
    var never = new CompletableFuture<String>();
    turns.start(null, "first", 0, () -> seen.add(waiting(there)));
    turns.start(null, "second", 0, () -> seen.add(waiting(never)));
    turns.start(null, "teller", 300, () -> there.complete("there"));

    turns.runUntil(10_000_000);

    assertThat(seen).containsExactly("there at 300", "over at 2000000");
  }

  private String waiting(CompletableFuture<String> outcome) {
    try {
      return turns.await(outcome, Duration.ofSeconds(2)) + " at " + turns.now();
    } catch (TimeoutException _) {
      return "over at " + turns.now();
    } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_breaks_in_a_thread_ends_the_world() {
    turns.start(null, "other", 5, () -> seen.add("other"));
    turns.start(
        null,
        "breaking",
        1,
        () -> {
          throw new Violation("C1", "the books", "are gone");
        });

    assertThatThrownBy(() -> turns.runUntil(10))
        .isInstanceOf(Violation.class)
        .hasMessage("are gone");
    turns.endAll();
    assertThat(seen).isEmpty();
  }
}
