package id.sakelar.server.review;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has waited for people for longer than two business days. Thread-safe.
public final class Overdue {
  private static final Logger LOG = LoggerFactory.getLogger(Overdue.class);
  private static final int DAYS = 2;

  private final QueueStore queue;
  private final InstantSource clock;

  public Overdue(QueueStore queue, InstantSource clock) {
    this.queue = queue;
    this.clock = clock;
  }

  /// How much there is.
  public long count() {
    return queue.countSinceBefore(BusinessDays.before(clock.instant(), DAYS));
  }

  /// Says so in the log, if there is any.
  public void warn() {
    long overdue = count();
    if (overdue > 0) {
      LOG.warn("{} payments and cases have waited for people for two business days", overdue);
    }
  }
}
