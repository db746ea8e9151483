package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// No payment and no transfer is lost, doubled or wrongly told, whatever dies: two servers are
/// killed with kill -9 or stopped and woken, their PostgreSQL is killed, and every line between
/// them and the world goes wrong again and again, while partners pay at three billers in three
/// dialects, and agents and other banks move money between three banks, that take the money and
/// hang up, refuse, dawdle, and get some orders late.
///
/// [ChaosPlan] says how to make it longer, and `-Dchaos.minutes` repeats it with the seeds that
/// follow until the time is over. A failure names its seed, and the directory of the run keeps the
/// logs.
class ChaosTest {
  private static final Logger LOG = LoggerFactory.getLogger(ChaosTest.class);
  private static final Path DIRECTORY = Path.of("target", "chaos").toAbsolutePath();
  private static final InstantSource CLOCK = InstantSource.system();

  @Test
  void nothing_is_lost_or_doubled_or_wrongly_told_whatever_dies() throws Exception {
    assumeThat(minutesToMidnight()).as("the day does not end during the run").isGreaterThan(15);
    Instant until =
        CLOCK.instant().plus(Duration.ofMinutes(Integer.getInteger("chaos.minutes", 0)));
    var plan = ChaosPlan.ofProperties();
    do {
      run(plan);
      plan = plan.withSeed(plan.seed() + 1);
    } while (CLOCK.instant().isBefore(until) && minutesToMidnight() > 15);
  }

  private static void run(ChaosPlan plan) throws Exception {
    var report = new ChaosRun(plan, DIRECTORY, List.of(), false).go();
    LOG.info("chaos with {} took {}: {}", plan, report.took(), report.happened());
    assertThat(report.broken()).as("chaos with %s, see %s", plan, DIRECTORY).isEmpty();
    assertThat(report.happened())
        .as("a run in which one of these never happened proves nothing: %s", plan)
        .allSatisfy((_, times) -> assertThat(times).isPositive());
  }

  /// "Not found" ends no payment on another day than its own.
  private static long minutesToMidnight() {
    var now = LocalTime.ofInstant(CLOCK.instant(), ZoneId.of("Asia/Jakarta"));
    return Duration.between(now, LocalTime.MAX).toMinutes();
  }
}
