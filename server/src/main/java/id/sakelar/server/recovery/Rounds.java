package id.sakelar.server.recovery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes work of one kind from the database, again and again, and does each piece on a thread of
/// its own, never more than sixteen at once. Thread-safe.
///
/// @param <T> a piece of work
final class Rounds<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final int AT_ONCE = 16;

  /// How long those in hand may take when everything stops; the rest is done by the next process.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Taking<T> taking;
  private final Consumer<T> doing;
  private final Duration every;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  /// Begins at once.
  ///
  /// @param every how long to rest when there is nothing to do
  Rounds(String name, Taking<T> taking, Consumer<T> doing, Duration every) {
    this.taking = taking;
    this.doing = doing;
    this.every = every;
    this.thread = Thread.ofVirtual().name(name).start(this::run);
  }

  /// Takes pieces of work.
  @FunctionalInterface
  interface Taking<T> {
    List<T> take(int most);
  }

  /// Takes no more work.
  void stop() {
    stop.countDown();
  }

  /// Takes no more work, and waits a while for what is in hand.
  @Override
  public void close() {
    stop();
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    var free = new Semaphore(AT_ONCE);
    while (stop.getCount() > 0) {
      var taken = take(free.drainPermits(), free);
      taken.forEach(piece -> Thread.ofVirtual().start(() -> doOne(piece, free)));
      if (taken.isEmpty()) {
        rest();
      }
    }
    free.acquireUninterruptibly(AT_ONCE);
  }

  private List<T> take(int most, Semaphore free) {
    if (most == 0) {
      return List.of();
    }
    try {
      var taken = taking.take(most);
      free.release(most - taken.size());
      return taken;
    } catch (RuntimeException e) {
      LOG.warn("the database does not say what is left to do");
      LOG.debug("why not", e);
      free.release(most);
      return List.of();
    }
  }

  private void doOne(T piece, Semaphore free) {
    try {
      doing.accept(piece);
    } catch (RuntimeException e) {
      LOG.error("a piece of recovery broke off; it is due again after its lease");
      LOG.debug("why it broke off", e);
    } finally {
      free.release();
    }
  }

  private void rest() {
    try {
      if (stop.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("recovery stops");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.countDown();
    }
  }
}
