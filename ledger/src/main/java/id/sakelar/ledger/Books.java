package id.sakelar.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/// The one way to change the books. Callers hand in units and wait; a few writers decide them in
/// the order of their arrival and commit many at once. What is answered as booked is durable.
///
/// Several of these, in several processes, may work on one database. Thread-safe; made for callers
/// on virtual threads.
public final class Books<R> implements AutoCloseable {
  /// How many writers there are, and how many units may wait for each.
  ///
  /// @param writers 1 to 16; more than two seldom pay
  /// @param queue units that may wait for one writer, at least one
  public record Size(int writers, int queue) {
    /// Two writers, 4096 units each.
    public static final Size DEFAULT = new Size(2, 4096);

    public Size {
      if (writers < 1 || writers > 16) {
        throw new IllegalArgumentException("there are 1 to 16 writers, not " + writers);
      }
      if (queue < 1) {
        throw new IllegalArgumentException("a queue has room for a unit, not for " + queue);
      }
    }
  }

  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Intake<R>> intakes;
  private final List<Thread> threads = new ArrayList<>();

  private Books(Size size) {
    intakes =
        IntStream.range(0, size.writers()).mapToObj(_ -> new Intake<R>(size.queue())).toList();
  }

  /// Starts the writers. They connect by themselves, and again whenever a connection is lost.
  ///
  /// @param database gives plain connections to the primary, not pooled ones: each writer keeps
  ///   one. It should time out on connecting, and on a socket that is silent for over 30 s
  /// @param random thread-safe, and so good that 128 bits of it never repeat, as SecureRandom is
  public static <R> Books<R> open(
      DataSource database, Riders<R> riders, Size size, RandomGenerator random) {
    var books = new Books<R>(size);
    for (int i = 0; i < size.writers(); i++) {
      var line = new Line(database, random, books.closing);
      var writer = new Writer<>(books.intakes.get(i), riders, line, random);
      books.threads.add(Thread.ofPlatform().name("books-writer-" + i).start(writer));
    }
    return books;
  }

  /// Books `unit`, and waits for as long as it takes to know. Waits on if the caller is
  /// interrupted.
  ///
  /// @return anything but [Booking.Undecided], unless the books are closed meanwhile
  /// @throws BookingFailed if the unit is certainly not booked, because the database or its rider
  ///   failed on it
  public Booking submit(Unit<R> unit) {
    return submit(unit, FOREVER);
  }

  /// Books `unit`, and waits for at most `patience` to know. Waits on if the caller is interrupted.
  ///
  /// @return [Booking.Overloaded] if it certainly was not booked when patience ended, and then it
  ///   will not be; [Booking.Undecided] if that is not known
  /// @throws BookingFailed if the unit is certainly not booked, because the database or its rider
  ///   failed on it
  public Booking submit(Unit<R> unit, Duration patience) {
    var ticket = new Ticket<>(unit);
    Intake<R> intake = intakeOf(unit);
    if (!intake.offer(ticket, false)) {
      return new Booking.Overloaded();
    }
    Booking booking = ticket.await(patience.toNanos());
    if (booking instanceof Booking.Overloaded) {
      intake.forget(ticket);
    }
    return booking;
  }

  /// Books `unit` however many wait already: for what ends something under way, so that a flood of
  /// new things cannot keep old ones from ending. Waits for as long as it takes to know.
  ///
  /// @return [Booking.Overloaded] or [Booking.Undecided] only if the books are closed
  /// @throws BookingFailed if the unit is certainly not booked, because the database or its rider
  ///   failed on it
  public Booking insist(Unit<R> unit) {
    var ticket = new Ticket<>(unit);
    return intakeOf(unit).offer(ticket, true)
        ? ticket.await(FOREVER.toNanos())
        : new Booking.Overloaded();
  }

  /// Whether every writer is at work. One that ended, which only a defect makes it do, takes no
  /// more units: this process should be restarted.
  public boolean isOpen() {
    return threads.stream().allMatch(Thread::isAlive);
  }

  private Intake<R> intakeOf(Unit<R> unit) {
    return intakes.get(Math.floorMod(unit.shard().hashCode(), intakes.size()));
  }

  /// Lets nobody in any more, books what waits, and ends the writers. If the database is away, what
  /// waits is answered at once.
  @Override
  public void close() {
    closing.countDown();
    intakes.forEach(Intake::close);
    boolean interrupted = false;
    for (Thread thread : threads) {
      interrupted |= !ended(thread);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// False if this thread was interrupted meanwhile.
  private static boolean ended(Thread writer) {
    boolean interrupted = false;
    while (true) {
      try {
        writer.join();
        return !interrupted;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
  }
}
