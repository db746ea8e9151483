package id.sakelar.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Does a small chore again and again, with a rest between, until it is closed.
final class Upkeep implements AutoCloseable {
  private final CountDownLatch stop = new CountDownLatch(1);

  /// Begins with a rest.
  Upkeep(Runnable chore, Duration rest) {
    Thread.ofVirtual().name("upkeep").start(() -> run(chore, rest));
  }

  private void run(Runnable chore, Duration rest) {
    try {
      while (!stop.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
        chore.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop.countDown();
  }
}
