package id.sakelar.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// PostgreSQL keeps payments exactly as the plain maps of [MemoryStore] do: every answer is the
/// same, and from time to time everything in them is.
///
/// `-Dsakelar.differential.seeds=200` tries more, `-Dsakelar.differential.first=7` from another
/// seed on.
class StoreDifferentialTest {
  private static final int OPERATIONS = 2_500;

  private static final Set<String> EVERYTHING =
      new TreeSet<>(
          Set.of(
              "opened",
              "exists",
              "FUNDS",
              "LIMIT",
              "the books do not know deposit:stranger",
              "another payment has this reference at the biller",
              "NONE",
              "SETTLE",
              "RELEASE",
              "REFUND",
              "stale",
              "null",
              "LATE_SUCCESS",
              "CONTRADICTION",
              "EARLY_REVERSAL",
              "DUPLICATE_EFFECT",
              "LOSS",
              "CUT_OFF",
              "refused",
              "paid already",
              "sent",
              "sent formerly",
              "elsewhere"));

  private static LongStream seeds() {
    long first = Long.getLong("sakelar.differential.first", 1);
    return LongStream.range(first, first + Long.getLong("sakelar.differential.seeds", 5));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void both_stores_say_the_same_and_hold_the_same(long seed) throws SQLException {
    var clock = new TickingClock(Samples.NOON);
    try (var stores = new TwoStores(new MemoryStore(clock), RandomTrade.PARTNERS)) {
      var trade = new RandomTrade(seed, stores, clock);
      for (int i = 1; i <= OPERATIONS; i++) {
        trade.doSomething();
        if (i % 500 == 0) {
          stores.compare();
        }
      }
      stores.audit();
      assertThat(trade.happened()).isEqualTo(EVERYTHING);
    }
  }
}
