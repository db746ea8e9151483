package id.sakelar.simulation;

import id.sakelar.ledger.Account;
import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Accounts;
import id.sakelar.ledger.Books;
import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Vault;
import id.sakelar.server.payment.Change;
import id.sakelar.server.payment.HouseAccounts;
import id.sakelar.server.payment.PostgresStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/// A PostgreSQL with all tables in it and the store of the server on it. For one thread.
final class RealDatabase implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final Jdbi jdbi;
  private final Books<Change> books;
  private final PostgresStore store;
  private final DepositStore deposits;

  /// @param partners have a deposit each
  RealDatabase(List<String> upstreams, List<String> partners) throws IOException, SQLException {
    server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    var source = server.getPostgresDatabase();
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/ledger", "classpath:db/server")
        .load()
        .migrate();
    deposits = new DepositStore(source);
    partners.forEach(deposits::open);
    try (var connection = source.getConnection()) {
      for (Account account : HouseAccounts.all(upstreams)) {
        Accounts.open(connection, account);
      }
    }
    var key = Files.createTempDirectory("vault").resolve("key.json");
    Vault.create(key);
    var vault = Vault.open(key);
    jdbi = Jdbi.create(source.getConnection());
    var size = new Books.Size(1, 16);
    books = Books.open(source, PostgresStore.rows(vault), size, new SecureRandom());
    store = new PostgresStore(jdbi, books, vault);
  }

  PostgresStore store() {
    return store;
  }

  void topUp(String partner, String reference, Rupiah amount) {
    var _ = deposits.topUp(partner, reference, amount, new SecureRandom());
  }

  Rupiah balance(AccountId account) throws SQLException {
    try (var connection = server.getPostgresDatabase().getConnection()) {
      return Accounts.balance(connection, account);
    }
  }

  /// The rows of a query, each with a space between its columns.
  List<String> list(String columns, String rest) {
    var query = "SELECT concat_ws(' ', " + columns + ") FROM " + rest;
    return new ArrayList<>(
        jdbi.withHandle(handle -> handle.createQuery(query).mapTo(String.class).list()));
  }

  @Override
  public void close() throws IOException {
    books.close();
    server.close();
  }
}
