package id.sakelar.ledger;

import id.sakelar.ledger.Booking.Overloaded;
import id.sakelar.ledger.Booking.Refused;
import id.sakelar.ledger.Booking.Undecided;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what waits, books it in one transaction, and only then answers. The one place that decides
/// what a failure means for the callers. One thread each.
final class Writer<R> implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int MOST_UNITS = 256;
  private static final int MOST_REPETITIONS = 5;

  /// Tickets without an answer.
  ///
  /// @param repeated how often others were in their way already
  private record Rest<R>(List<Ticket<R>> tickets, int repeated) {
    static <R> Rest<R> none() {
      return new Rest<>(List.of(), 0);
    }

    /// Their transaction is certainly rolled back, and their callers may withdraw them.
    Rest<R> givenBack() {
      tickets.forEach(Ticket::giveBack);
      return this;
    }
  }

  private final Intake<R> intake;
  private final Riders<R> riders;
  private final Line line;
  private final RandomGenerator random;

  Writer(Intake<R> intake, Riders<R> riders, Line line, RandomGenerator random) {
    this.intake = intake;
    this.riders = riders;
    this.line = line;
    this.random = random;
  }

  @Override
  public void run() {
    List<Ticket<R>> round = List.of();
    try (line) {
      line.session();
      for (round = next(); !round.isEmpty(); round = next()) {
        book(new Rest<>(round, 0));
      }
    } finally {
      abandon(round);
    }
  }

  private List<Ticket<R>> next() {
    return intake.take(MOST_UNITS);
  }

  /// Answers every ticket.
  private void book(Rest<R> all) {
    Rest<R> rest = all;
    while (!rest.tickets().isEmpty()) {
      Optional<Session> session = line.session();
      if (session.isEmpty()) {
        rest.tickets().forEach(ticket -> ticket.answer(new Overloaded()));
        return;
      }
      List<Ticket<R>> taken = rest.tickets().stream().filter(Ticket::take).toList();
      rest = conclude(new Rest<>(taken, rest.repeated()), attempt(session.get(), taken));
    }
  }

  /// Answers what can be answered, and hands back what is to be tried again.
  private Rest<R> conclude(Rest<R> taken, Attempt attempt) {
    return switch (attempt) {
      case Attempt.Decided(var bookings) -> answer(taken, bookings);
      case Attempt.Doubtful(UUID id, var bookings) -> settle(taken, id, bookings);
      case Attempt.Undone(Trouble trouble, Exception why) ->
          switch (trouble) {
            case AGAIN -> repeat(taken, why);
            case LOST -> reconnect(taken);
            case FAULT -> oneByOne(taken, why);
          };
    };
  }

  private Attempt attempt(Session session, List<Ticket<R>> tickets) {
    if (tickets.isEmpty()) {
      return new Attempt.Decided(List.of());
    }
    var id = new UUID(random.nextLong(), random.nextLong());
    var batch = new Batch<R>(id, tickets.stream().map(Ticket::unit).toList());
    try {
      List<Booking> bookings = batch.write(session.connection(), riders, session.stripe());
      if (!batch.changesAnything()) {
        session.rollback();
        return new Attempt.Decided(bookings);
      }
      return session.commit() ? new Attempt.Decided(bookings) : new Attempt.Doubtful(id, bookings);
    } catch (SQLException | RuntimeException e) {
      return undone(session, e);
    }
  }

  private static Attempt undone(Session session, Exception why) {
    try {
      session.rollback();
      return new Attempt.Undone(Trouble.of(why), why);
    } catch (SQLException e) {
      why.addSuppressed(e);
      return new Attempt.Undone(Trouble.LOST, why);
    }
  }

  private Rest<R> answer(Rest<R> taken, List<Booking> bookings) {
    line.well();
    for (int i = 0; i < bookings.size(); i++) {
      taken.tickets().get(i).answer(bookings.get(i));
    }
    return Rest.none();
  }

  /// Finds out about a commit that broke.
  private Rest<R> settle(Rest<R> taken, UUID id, List<Booking> bookings) {
    line.drop();
    LOG.warn("the commit of batch {} with {} units is in doubt", id, bookings.size());
    while (true) {
      Optional<Session> session = line.session();
      if (session.isEmpty()) {
        taken.tickets().forEach(ticket -> ticket.answer(new Undecided()));
        return Rest.none();
      }
      try {
        boolean booked = session.get().settle(id);
        LOG.warn("batch {} is {}", id, booked ? "booked" : "not booked and never will be");
        return booked ? answer(taken, bookings) : taken.givenBack();
      } catch (SQLException e) {
        LOG.warn("batch {} is still in doubt: SQLSTATE {}", id, e.getSQLState());
        line.drop();
      }
    }
  }

  private Rest<R> repeat(Rest<R> taken, Exception why) {
    if (taken.repeated() == MOST_REPETITIONS) {
      return oneByOne(taken, why);
    }
    line.pause(taken.repeated() + 1);
    return new Rest<>(taken.givenBack().tickets(), taken.repeated() + 1);
  }

  private Rest<R> reconnect(Rest<R> taken) {
    line.drop();
    return taken.givenBack();
  }

  /// So that what fails, fails alone.
  private Rest<R> oneByOne(Rest<R> taken, Exception why) {
    if (taken.tickets().size() == 1) {
      fail(taken.tickets().getFirst(), why);
      return Rest.none();
    }
    LOG.warn("{} units are booked one by one after a failure", taken.tickets().size());
    for (Ticket<R> ticket : taken.givenBack().tickets()) {
      book(new Rest<>(List.of(ticket), taken.repeated()));
    }
    return Rest.none();
  }

  private static void fail(Ticket<?> ticket, Exception why) {
    if (Trouble.isConflict(why)) {
      ticket.answer(new Refused(Refusal.DUPLICATE, constraint(why)));
    } else {
      ticket.fail(why);
    }
  }

  private static String constraint(Exception conflict) {
    if (conflict instanceof PSQLException said && said.getServerErrorMessage() != null) {
      String name = said.getServerErrorMessage().getConstraint();
      return name == null ? "" : name;
    }
    return "";
  }

  /// The end of this writer, which is only ever untimely if the machine itself fails: whoever waits
  /// is told what is known, and nobody is let in any more.
  private void abandon(List<Ticket<R>> round) {
    intake.close();
    round.forEach(ticket -> ticket.answer(new Undecided()));
    for (var left = next(); !left.isEmpty(); left = next()) {
      left.forEach(ticket -> ticket.answer(new Overloaded()));
    }
  }
}
