package id.sakelar.ledger;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A unit in the queue, and the caller who waits for its answer. Thread-safe.
final class Ticket<R> {
  private enum Stage {
    /// Nothing is under way for it; the caller may still withdraw it.
    WAITING,
    /// In a transaction that may commit.
    TAKEN,
    /// The caller has left. It is not tried again.
    LEFT
  }

  private final Unit<R> unit;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
  private final CountDownLatch answered = new CountDownLatch(1);
  private volatile @Nullable Booking answer;
  private volatile @Nullable BookingFailed failure;

  Ticket(Unit<R> unit) {
    this.unit = unit;
  }

  Unit<R> unit() {
    return unit;
  }

  /// False if the caller has left.
  boolean take() {
    return stage.compareAndSet(Stage.WAITING, Stage.TAKEN);
  }

  /// Its transaction is certainly rolled back.
  void giveBack() {
    stage.compareAndSet(Stage.TAKEN, Stage.WAITING);
  }

  void answer(Booking booking) {
    answer = booking;
    answered.countDown();
  }

  void fail(Throwable cause) {
    failure = new BookingFailed(unit, cause);
    answered.countDown();
  }

  /// Waits through interruptions, since what is sent cannot be called back.
  Booking await(long patienceNanos) {
    long end = System.nanoTime() + patienceNanos;
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return answered.await(end - System.nanoTime(), NANOSECONDS) ? result() : leave();
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Booking leave() {
    Stage before = stage.getAndSet(Stage.LEFT);
    if (answered.getCount() == 0) {
      return result();
    }
    return before == Stage.WAITING ? new Booking.Overloaded() : new Booking.Undecided();
  }

  private Booking result() {
    BookingFailed failed = failure;
    if (failed != null) {
      throw failed;
    }
    return requireNonNull(answer);
  }
}
