package id.sakelar.ledger;

import id.sakelar.money.Rupiah;
import java.sql.Connection;
import java.sql.SQLException;

/// Opens accounts and reads what they hold, in the caller's transaction. Stateless.
public final class Accounts {
  private static final String OPEN =
      """
      WITH opened AS (
        INSERT INTO account (name, kind, striped) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
        RETURNING name, striped
      )
      INSERT INTO balance (account, stripe, floor, ceiling)
      SELECT name, stripe, ?, ?
        FROM opened, generate_series(0, CASE WHEN striped THEN 15 ELSE 0 END) AS stripe
      """;

  private static final String READ =
      """
      SELECT kind, floor, ceiling, striped
        FROM account
        JOIN balance ON account = name AND stripe = 0
       WHERE name = ?
      """;

  private static final String BALANCE =
      """
      SELECT sum(sen)::bigint FROM balance WHERE account = ?
      """;

  private Accounts() {}

  /// Opens `account`, empty. Does nothing if it is open already.
  ///
  /// @throws IllegalArgumentException if it is open as something else
  public static void open(Connection connection, Account account) throws SQLException {
    try (var insert = connection.prepareStatement(OPEN)) {
      insert.setString(1, account.id().name());
      insert.setString(2, account.kind());
      insert.setBoolean(3, account.striped());
      insert.setLong(4, account.floor().sen());
      insert.setLong(5, account.most().sen());
      if (insert.executeUpdate() > 0) {
        return;
      }
    }
    Account opened = read(connection, account.id());
    if (!opened.equals(account)) {
      throw new IllegalArgumentException("open as %s, not as %s".formatted(opened, account));
    }
  }

  /// What the house owes to the holder of `account`, over all its stripes.
  ///
  /// @throws IllegalArgumentException if it was never opened
  public static Rupiah balance(Connection connection, AccountId account) throws SQLException {
    try (var select = connection.prepareStatement(BALANCE)) {
      select.setString(1, account.name());
      try (var found = select.executeQuery()) {
        found.next();
        long sen = found.getLong(1);
        if (found.wasNull()) {
          throw new IllegalArgumentException("there is no account " + account);
        }
        return new Rupiah(sen);
      }
    }
  }

  private static Account read(Connection connection, AccountId id) throws SQLException {
    try (var select = connection.prepareStatement(READ)) {
      select.setString(1, id.name());
      try (var found = select.executeQuery()) {
        if (!found.next()) {
          throw new SQLException("account " + id + " has no balance", "02000");
        }
        return new Account(
            id,
            found.getString(1),
            new Rupiah(found.getLong(2)),
            new Rupiah(found.getLong(3)),
            found.getBoolean(4));
      }
    }
  }
}
