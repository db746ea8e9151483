package id.sakelar.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/// A database of its own, with the books in it, on the one real PostgreSQL of the test run.
final class Database implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private final String name;

  private Database(String name) {
    this.name = name;
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Database create() throws SQLException, IOException {
    var database = new Database("books_" + COUNT.incrementAndGet());
    try (var server = SERVER.getPostgresDatabase().getConnection();
        var create = server.createStatement()) {
      create.execute("CREATE DATABASE " + database.name);
    }
    try (var schema = Books.class.getResourceAsStream("/db/ledger/V1.1__journal.sql")) {
      database.execute(new String(requireNonNull(schema).readAllBytes(), UTF_8));
    }
    database.execute(Purse.SCHEMA);
    return database;
  }

  static int port() {
    return SERVER.getPort();
  }

  PGSimpleDataSource source() {
    return sourceAt(port());
  }

  /// The same database, by way of a cable. Statements are not prepared, so that each COMMIT is
  /// spelled out and the cable can see it.
  PGSimpleDataSource sourceBy(Cable cable) {
    var source = sourceAt(cable.port());
    source.setPrepareThreshold(0);
    return source;
  }

  private PGSimpleDataSource sourceAt(int port) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(name);
    source.setUser("postgres");
    return source;
  }

  Connection connect() throws SQLException {
    return source().getConnection();
  }

  void open(Account... accounts) throws SQLException {
    try (var connection = connect()) {
      for (Account account : accounts) {
        Accounts.open(connection, account);
      }
    }
  }

  void execute(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long count(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    }
  }

  long commits() throws SQLException {
    return count("SELECT count(*) FROM batch WHERE booked");
  }

  /// Waits until so many connections wait for a lock.
  void awaitWaiting(int connections) throws SQLException {
    await(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND wait_event_type = 'Lock'",
        connections);
  }

  /// Asks again and again, for at most half a minute.
  void await(String question, long answer) throws SQLException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (count(question) != answer) {
      assertThat(System.nanoTime()).as(question).isLessThan(end);
    }
  }

  /// Drops it, whoever is still connected.
  @Override
  public void close() throws SQLException {
    try (var server = SERVER.getPostgresDatabase().getConnection();
        var drop = server.createStatement()) {
      drop.execute("DROP DATABASE " + name + " WITH (FORCE)");
    }
  }
}
