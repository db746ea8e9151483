package id.sakelar.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.sakelar.ledger.Account;
import id.sakelar.ledger.Accounts;
import id.sakelar.ledger.Audit;
import id.sakelar.ledger.Batches;
import id.sakelar.ledger.Finding;
import id.sakelar.ledger.Problem;
import id.sakelar.ledger.StartGate;
import id.sakelar.server.Settings.DatabaseSettings;
import id.sakelar.server.banking.BankingAuditStore;
import id.sakelar.server.partner.SecretFile;
import id.sakelar.server.payment.PaymentAuditStore;
import id.sakelar.server.review.ReviewAuditStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to PostgreSQL: plain connections for the writers of the books, one pool for requests and
/// a small one for recovery, so that neither can starve the other. Thread-safe.
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /// No request keeps a connection silent for longer; a server that does is gone. Audits and
  /// migrations have all the time they need.
  private static final int SILENCE_SECONDS = 35;

  private static final int RECOVERY_POOL = 4;

  private final PGSimpleDataSource plain;
  private final PGSimpleDataSource patient;
  private final HikariDataSource requests;
  private final HikariDataSource recovery;

  private Database(PGSimpleDataSource plain, PGSimpleDataSource patient, int pool) {
    this.plain = plain;
    this.patient = patient;
    this.requests = pool(plain, "requests", pool);
    this.recovery = pool(plain, "recovery", RECOVERY_POOL);
  }

  /// The way to the configured database. Connects to nothing yet.
  ///
  /// @throws IOException if the password file cannot be read
  public static Database at(DatabaseSettings settings) throws IOException {
    var plain = source(settings);
    plain.setSocketTimeout(SILENCE_SECONDS);
    return new Database(plain, source(settings), settings.pool());
  }

  /// Refuses a database that would lose what it confirmed, and brings the schema up to date.
  ///
  /// @throws IOException if the database cannot be reached
  /// @throws IllegalStateException if it may not serve payments
  public void prepare() throws IOException {
    try (var connection = plain.getConnection()) {
      for (Problem problem : StartGate.problems(connection)) {
        switch (problem.weight()) {
          case WARN -> LOG.warn("the database: {}", problem);
          case REFUSE -> throw new IllegalStateException("the database must not serve: " + problem);
        }
      }
    } catch (SQLException e) {
      throw unreachable(e);
    }
    Flyway.configure()
        .dataSource(patient)
        .locations("classpath:db/ledger", "classpath:db/server")
        .load()
        .migrate();
  }

  private static PGSimpleDataSource source(DatabaseSettings settings) throws IOException {
    var source = new PGSimpleDataSource();
    source.setUrl(settings.url());
    source.setUser(settings.user());
    if (settings.passwordFile().isPresent()) {
      source.setPassword(SecretFile.read(settings.passwordFile().get()).reveal());
    }
    source.setConnectTimeout(5);
    source.setTcpKeepAlive(true);
    source.setApplicationName("sakelar");
    source.setOptions("-c TimeZone=UTC");
    // a row that a constraint refuses is quoted in the detail, customers and all
    source.setLogServerErrorDetail(false);
    return source;
  }

  private static HikariDataSource pool(DataSource plain, String name, int size) {
    var config = new HikariConfig();
    config.setDataSource(plain);
    config.setPoolName(name);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(1_000);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  /// Opens these accounts in the books, if they are not open yet.
  ///
  /// @throws IOException if the database cannot be reached
  public void open(Collection<Account> accounts) throws IOException {
    try (var connection = plain.getConnection()) {
      for (Account account : accounts) {
        Accounts.open(connection, account);
      }
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /// Everything that is wrong with the books, the payments, the transfers and what operators
  /// decided; empty if nothing is.
  ///
  /// @throws IOException if the database cannot be reached
  public List<Finding> audit() throws IOException {
    var findings = new ArrayList<Finding>();
    try (var connection = patient.getConnection()) {
      findings.addAll(Audit.run(connection));
    } catch (SQLException e) {
      throw unreachable(e);
    }
    findings.addAll(new PaymentAuditStore(jdbi(patient)).run());
    findings.addAll(new BankingAuditStore(jdbi(patient)).run());
    findings.addAll(new ReviewAuditStore(jdbi(patient)).run());
    return findings;
  }

  /// Drops what served commits in doubt and is no use any more. Trouble is logged: it is tried
  /// again.
  void forgetOldBatches() {
    try (var connection = plain.getConnection()) {
      int forgotten = Batches.forgetOld(connection);
      LOG.info("{} keys of old batches were dropped", forgotten);
    } catch (SQLException e) {
      LOG.warn("keys of old batches stay: {}", e.getSQLState());
    }
  }

  /// The driver's own words name host and user, never a password.
  private static IOException unreachable(SQLException e) {
    return new IOException("the database cannot be used: " + e.getMessage(), e);
  }

  /// Connections that nobody else uses.
  public DataSource plain() {
    return plain;
  }

  /// For what requests read and write.
  public Jdbi requests() {
    return jdbi(requests);
  }

  /// The pool of the requests.
  public DataSource requestPool() {
    return requests;
  }

  /// For recovery and the console.
  public Jdbi recovery() {
    return jdbi(recovery);
  }

  /// One whose exceptions do not quote what was bound to a statement: they end up in logs.
  private static Jdbi jdbi(DataSource source) {
    return Jdbi.create(source)
        .configure(StatementExceptions.class, it -> it.setMessageRendering(MessageRendering.NONE));
  }

  @Override
  public void close() {
    requests.close();
    recovery.close();
  }
}
