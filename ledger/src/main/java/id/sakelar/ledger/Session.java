package id.sakelar.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/// A writer's own connection, and the stripe of the house accounts that goes with it. Used by one
/// thread.
final class Session implements AutoCloseable {
  /// `sake` in ASCII: the first half of the advisory locks that stand for stripes.
  private static final int STRIPES = 0x73616b65;

  /// Locks that are not to be had soon are not worth waiting for, and a writer that vanished must
  /// not keep its own. One plan fits all batches; those that only suit small tables are left out,
  /// since the tables are small when they are first analyzed. No time-out reaches COMMIT.
  private static final String HABITS =
      """
      SET default_transaction_isolation = 'read committed';
      SET lock_timeout = '10s';
      SET idle_in_transaction_session_timeout = '10s';
      SET statement_timeout = 0;
      SET plan_cache_mode = force_generic_plan;
      SET enable_seqscan = off;
      SET enable_hashjoin = off;
      SET enable_mergejoin = off;
      SET TIME ZONE 'UTC'
      """;

  private static final String FREE_STRIPE =
      """
      SELECT stripe
        FROM generate_series(0, 15) AS stripe
       WHERE pg_try_advisory_lock(?, stripe)
       LIMIT 1
      """;

  private final Connection connection;
  private final int stripe;

  private Session(Connection connection, int stripe) {
    this.connection = connection;
    this.stripe = stripe;
  }

  static Session open(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    boolean ready = false;
    try {
      try (var habits = connection.createStatement()) {
        habits.execute(HABITS);
      }
      var session = new Session(connection, freeStripe(connection));
      connection.setAutoCommit(false);
      ready = true;
      return session;
    } finally {
      if (!ready) {
        connection.close();
      }
    }
  }

  /// The first stripe no other writer has, in any process; if all are taken, stripe 0 is shared.
  private static int freeStripe(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(FREE_STRIPE)) {
      select.setInt(1, STRIPES);
      try (var found = select.executeQuery()) {
        return found.next() ? found.getInt(1) : 0;
      }
    }
  }

  Connection connection() {
    return connection;
  }

  int stripe() {
    return stripe;
  }

  /// True if the transaction is committed, false if only the row of the batch can tell.
  ///
  /// @throws SQLException if it is certainly rolled back
  boolean commit() throws SQLException {
    try {
      connection.clearWarnings();
      connection.commit();
      // a warning says that the servers which were to have it too may not have it
      return connection.getWarnings() == null;
    } catch (SQLException e) {
      if (Trouble.provesRollback(e)) {
        throw e;
      }
      return false;
    }
  }

  void rollback() throws SQLException {
    connection.rollback();
  }

  /// Whether the batch `id` is booked.
  ///
  /// @throws SQLException if that is still not known
  boolean settle(UUID id) throws SQLException {
    boolean booked = Journal.settle(connection, id);
    if (!commit()) {
      throw new SQLException("whether batch " + id + " is booked is still not known", "40003");
    }
    return booked;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
