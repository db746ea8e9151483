package id.sakelar.acceptance;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The end of a run, for which everybody in it waits a little now and then. Thread-safe.
final class ChaosEnd {
  private final CountDownLatch latch = new CountDownLatch(1);

  /// Waits until the time is over or the end has come.
  ///
  /// @return whether it has
  boolean within(Duration time) {
    try {
      return latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  boolean hasCome() {
    return latch.getCount() == 0;
  }

  void come() {
    latch.countDown();
  }
}
