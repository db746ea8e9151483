package id.sakelar.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does a small chore again and again, with a rest between, until it is closed.
final class Upkeep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final CountDownLatch stop = new CountDownLatch(1);

  /// Begins with a rest.
  Upkeep(Runnable chore, Duration rest) {
    Thread.ofVirtual().name("upkeep").start(() -> run(chore, rest));
  }

  private void run(Runnable chore, Duration rest) {
    try {
      while (!stop.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
        once(chore);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What fails now is done after the next rest.
  private static void once(Runnable chore) {
    try {
      chore.run();
    } catch (RuntimeException e) {
      LOG.warn("a chore was not done; it is tried again");
      LOG.debug("why not", e);
    }
  }

  @Override
  public void close() {
    stop.countDown();
  }
}
