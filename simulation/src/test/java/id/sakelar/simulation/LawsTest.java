package id.sakelar.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The switch as it is, in thousands of worlds: no law is broken, and everything was reached.
///
/// `-Dsakelar.simulation.first=5000` begins with another seed, `-Dsakelar.simulation.payments` says
/// how many.
class LawsTest {
  /// Worlds in which something was found once, and later than a short run comes.
  private static final LongStream FOUND =
      LongStream.of(17, 53, 95, 110, 121, 644, 802, 807, 934, 3523);

  @Test
  void no_law_is_broken_and_everything_is_reached() {
    long first = Long.getLong("sakelar.simulation.first", 1_000);
    long enough = Long.getLong("sakelar.simulation.payments", 200_000);
    var seeds = LongStream.concat(FOUND, LongStream.iterate(first, seed -> seed + 1)).iterator();

    var result = new Campaign(seeds, Mutant.NONE, 100, enough, false).run(2);

    assertThat(Telling.of(result.failed())).isEqualTo("nothing");
    assertThat(Campaign.missed(result)).isEmpty();
    assertThat(result.payments()).isGreaterThanOrEqualTo(enough);
  }

  @Test
  void what_a_biller_pays_after_it_said_it_knows_nothing_is_the_houses_loss() {
    var seeds = LongStream.range(0, 150).iterator();

    var result = new Campaign(seeds, Mutant.NONE, 100, Long.MAX_VALUE, true).run(2);

    assertThat(Telling.of(result.failed())).isEqualTo("nothing");
    assertThat(result.tally().of("trouble LATE_SUCCESS")).isGreaterThan(8);
  }
}
