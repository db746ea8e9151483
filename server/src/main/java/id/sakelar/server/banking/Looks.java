package id.sakelar.server.banking;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Lets agents look at accounts, and not try out which ones there are; and writes down every look.
///
/// The limits of a minute hold at each process, that of a day at all together; looks that are under
/// way at once may take an agent over the latter by as many. Thread-safe.
public final class Looks {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final int MOST_AGENTS = 10_000;

  private final LookStore store;
  private final Limits limits;
  private final InstantSource clock;
  private final LoadingCache<String, Meters> meters =
      Caffeine.newBuilder().maximumSize(MOST_AGENTS).build(_ -> meters());

  public Looks(LookStore store, Limits limits, InstantSource clock) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
  }

  /// How much one agent may look.
  ///
  /// @param perMinute a minute; a third of them, but one at least, may find nothing
  /// @param accountsPerDay at so many accounts on a day in Jakarta
  public record Limits(int perMinute, int accountsPerDay) {
    public Limits {
      if (perMinute < 1 || accountsPerDay < 1) {
        throw new IllegalArgumentException("an agent may look at an account at least once");
      }
    }
  }

  private record Meters(Bucket all, Bucket misses) {}

  private Meters meters() {
    return new Meters(bucket(limits.perMinute()), bucket(Math.max(1, limits.perMinute() / 3)));
  }

  private Bucket bucket(int perMinute) {
    return Bucket.builder()
        .withCustomTimePrecision(new ClockMeter(clock))
        .addLimit(
            Bandwidth.builder()
                .capacity(perMinute)
                .refillGreedy(perMinute, Duration.ofMinutes(1))
                .build())
        .build();
  }

  private record ClockMeter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }

  /// Whether an agent may look now. A look that is allowed is followed by [#note]; until then it
  /// counts as one that found nothing.
  public boolean may(String username) {
    var mine = meters.get(username);
    return mine.all().tryConsume(1)
        && mine.misses().tryConsume(1)
        && store.distinct(username, day()) < limits.accountsPerDay();
  }

  /// Writes down what an agent looked at.
  ///
  /// @param found whether the account is there
  public void note(String username, Look look, End end, boolean found) {
    if (found) {
      meters.get(username).misses().addTokens(1);
    }
    store.add(username, look, end, found, day(), clock.instant());
  }

  private LocalDate day() {
    return LocalDate.ofInstant(clock.instant(), JAKARTA);
  }
}
