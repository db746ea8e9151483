package id.sakelar.server.partner;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Accounts;
import id.sakelar.ledger.Audit;
import id.sakelar.ledger.Problem;
import id.sakelar.ledger.StartGate;
import id.sakelar.money.Rupiah;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/// A database of its own with all tables in it, on the one real PostgreSQL of the test run. It
/// keeps what it confirms, as the one in production.
public final class Database implements AutoCloseable {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();
  private static final Vault VAULT = openVault();

  private final String name;

  private Database(String name) {
    this.name = name;
  }

  /// A server that is set to keep what it confirms. Its files are in memory where this machine has
  /// a place for that: no test here cuts the power, and most of them would wait for the disk.
  ///
  /// @throws IOException if there is no place for its files
  public static EmbeddedPostgres.Builder server() throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on");
    return Files.isWritable(MEMORY)
        ? builder.setDataDirectory(Files.createTempDirectory(MEMORY, "sakelar-test"))
        : builder;
  }

  private static EmbeddedPostgres start() {
    try {
      var server = server().setServerConfig("full_page_writes", "on").start();
      var model = source(server, "postgres");
      Flyway.configure()
          .dataSource(model)
          .locations("classpath:db/ledger", "classpath:db/server")
          .load()
          .migrate();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A vault whose key lasts as long as the test run.
  public static Vault vault() {
    return VAULT;
  }

  private static Vault openVault() {
    try {
      var file = Files.createTempDirectory("vault").resolve("key.json");
      Vault.create(file);
      return Vault.open(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A new one, empty.
  public static Database create() throws SQLException {
    var database = new Database("switch_" + COUNT.incrementAndGet());
    administer("CREATE DATABASE " + database.name + " TEMPLATE postgres");
    try (var connection = database.connect()) {
      assertThat(StartGate.problems(connection))
          .filteredOn(problem -> problem.weight() == Problem.Weight.REFUSE)
          .isEmpty();
    }
    return database;
  }

  private static void administer(String sql) throws SQLException {
    try (var connection = source(SERVER, "template1").getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static PGSimpleDataSource source(EmbeddedPostgres server, String name) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {server.getPort()});
    source.setDatabaseName(name);
    source.setUser("postgres");
    return source;
  }

  public PGSimpleDataSource source() {
    return source(SERVER, name);
  }

  public Jdbi jdbi() {
    return Jdbi.create(source());
  }

  public Connection connect() throws SQLException {
    return source().getConnection();
  }

  /// What an account holds.
  public Rupiah balance(AccountId account) throws SQLException {
    try (var connection = connect()) {
      return Accounts.balance(connection, account);
    }
  }

  /// Fails unless the books are whole and sum to zero.
  public void audit() throws SQLException {
    try (var connection = connect()) {
      assertThat(Audit.run(connection)).isEmpty();
    }
  }

  /// Drops it, whoever is still connected.
  @Override
  public void close() throws SQLException {
    administer("DROP DATABASE " + name + " WITH (FORCE)");
  }
}
