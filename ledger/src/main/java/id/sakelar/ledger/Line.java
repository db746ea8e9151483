package id.sakelar.ledger;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A writer's way to the database: one session, opened again whenever it was dropped, for as long
/// as it takes. Used by one thread.
final class Line implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final long SHORTEST_PAUSE_MS = 10;
  private static final long LONGEST_PAUSE_MS = 1_000;
  private static final int DOUBLINGS = 7;

  private final DataSource database;
  private final RandomGenerator random;
  private final CountDownLatch closing;
  private @Nullable Session session;
  private int failures;

  Line(DataSource database, RandomGenerator random, CountDownLatch closing) {
    this.database = database;
    this.random = random;
    this.closing = closing;
  }

  /// Waits until there is a session. Empty only if the books are being closed and the database is
  /// away.
  Optional<Session> session() {
    while (session == null) {
      boolean ending = failures > 0 && pause(failures);
      try {
        session = Session.open(database);
      } catch (SQLException e) {
        failures++;
        LOG.warn("no connection to the books, attempt {}: SQLSTATE {}", failures, e.getSQLState());
        if (ending) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(session);
  }

  /// The session did its work.
  void well() {
    failures = 0;
  }

  /// The session is of no more use.
  void drop() {
    failures++;
    close();
  }

  /// Waits a little, longer after more failures, at most a second. True if the books are being
  /// closed, which ends the waiting.
  boolean pause(int after) {
    long longest = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS << Math.min(after - 1, DOUBLINGS));
    try {
      return closing.await(random.nextLong(longest / 2, longest + 1), MILLISECONDS);
    } catch (InterruptedException _) {
      // nobody else knows a writer's thread, so that this can only mean the end
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    Session old = session;
    session = null;
    if (old != null) {
      try {
        old.close();
      } catch (SQLException e) {
        LOG.debug("a session did not close: SQLSTATE {}", e.getSQLState());
      }
    }
  }
}
