package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The money in flight at each biller: what all server processes have there, read at most once a
/// second, and what this one has let through since. Thread-safe.
public final class InFlight {
  private static final Logger LOG = LoggerFactory.getLogger(InFlight.class);
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Supplier<Map<String, Rupiah>> reading;
  private final InstantSource clock;
  private Map<String, Rupiah> sums = new HashMap<>();
  private @Nullable Instant readAt;

  /// @param reading the prices of the open payments by biller
  public InFlight(Supplier<Map<String, Rupiah>> reading, InstantSource clock) {
    this.reading = reading;
    this.clock = clock;
  }

  /// What is in flight at one biller.
  public synchronized Rupiah at(String upstream) {
    refresh();
    return sums.getOrDefault(upstream, Rupiah.ZERO);
  }

  /// Counts a payment as on its way, unless there is more than `most` in flight already.
  ///
  /// @return whether it was counted
  public synchronized boolean admit(String upstream, Rupiah price, Rupiah most) {
    var sum = at(upstream);
    if (sum.compareTo(most) > 0) {
      return false;
    }
    sums.put(upstream, sum.plus(price));
    return true;
  }

  /// What was let through is counted a second time, in vain, when the reading knows of it already;
  /// it is never left out.
  private void refresh() {
    var now = clock.instant();
    if (readAt != null && now.isBefore(readAt.plus(FRESH))) {
      return;
    }
    readAt = now;
    try {
      sums = new HashMap<>(reading.get());
    } catch (RuntimeException e) {
      LOG.warn("the database does not say what is in flight; what it said last holds");
      LOG.debug("why not", e);
    }
  }
}
