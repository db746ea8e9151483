package id.sakelar.server.payment;

import id.sakelar.ledger.Account;
import id.sakelar.ledger.Accounts;
import id.sakelar.ledger.Posting;
import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.OnceStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Our deposits at billers: paid in, read from the books, and as the billers say them. Thread-safe.
public final class BalanceStore {
  private final Jdbi jdbi;

  public BalanceStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Books what our bank paid a biller in advance, once for each reference.
  ///
  /// @param database connections that nobody else uses
  /// @param reference the bank's number of the payment: `[A-Za-z0-9._:-]{1,64}`
  /// @param by who says so, for the operators' log
  /// @return false if the very same was booked before, and nothing was changed
  /// @throws IllegalArgumentException if the reference was booked for something else, or is not
  ///   made of those characters
  /// @throws IllegalStateException if the database cannot be written
  public static boolean deposit(
      DataSource database,
      String upstream,
      String reference,
      Rupiah amount,
      String by,
      RandomGenerator chance) {
    var account = HouseAccounts.upstream(upstream);
    try (var connection = database.getConnection()) {
      Accounts.open(connection, Account.house(DepositStore.BANK, "bank"));
      Accounts.open(connection, Account.house(account, "upstream"));
    } catch (SQLException e) {
      throw new IllegalStateException("a deposit could not be opened", e);
    }
    // what we have is below zero: the bank has less of it, the biller more
    var posting = new Posting(account, DepositStore.BANK, amount);
    return new OnceStore(database).book("PREPAY", "deposit", reference, posting, by, chance);
  }

  /// What the books say of our deposit at a biller now.
  public Booked booked(String upstream) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT (SELECT -coalesce(sum(sen), 0) FROM balance
                            WHERE account = :account)::bigint AS deposit,
                           (SELECT coalesce(sum(cost_sen), 0) FROM payment
                            WHERE upstream = :upstream AND wake_at IS NOT NULL
                              AND state <> 'HELD' AND NOT test)::bigint AS in_flight
                    """)
                .bind("account", HouseAccounts.upstream(upstream).name())
                .bind("upstream", upstream)
                .map(
                    (row, _) ->
                        new Booked(
                            new Rupiah(row.getLong("deposit")),
                            new Rupiah(row.getLong("in_flight"))))
                .one());
  }

  /// Sets out to ask a biller, unless somebody did within the last `every`.
  ///
  /// @return whether it is for the caller to ask
  boolean take(String upstream, Duration every) {
    return jdbi.withHandle(
        handle ->
            handle.execute(
                    """
                    INSERT INTO upstream_balance AS b (upstream) VALUES (?)
                    ON CONFLICT (upstream) DO UPDATE SET asked_at = clock_timestamp()
                    WHERE b.asked_at <= clock_timestamp() - ? * interval '1 millisecond'
                    """,
                    upstream,
                    every.toMillis())
                == 1);
  }

  /// Notes what a biller said, and how far that is off what the books explain.
  ///
  /// @return the drift: `off`, if it was off in the same direction the last time; zero otherwise
  Rupiah note(String upstream, Rupiah reported, Rupiah off) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    UPDATE upstream_balance
                    SET reported_sen = :reported, off_sen = :off,
                        drift_sen = CASE WHEN sign(off_sen) = sign(:off::bigint) THEN :off
                                         ELSE 0 END
                    WHERE upstream = :upstream
                    RETURNING drift_sen
                    """)
                .bind("reported", reported.sen())
                .bind("off", off.sen())
                .bind("upstream", upstream)
                .map((row, _) -> new Rupiah(row.getLong("drift_sen")))
                .one());
  }

  /// What a biller said last; empty if it never has.
  public Optional<Reported> findReported(String upstream) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT reported_sen, drift_sen, asked_at FROM upstream_balance
                    WHERE upstream = :upstream AND reported_sen IS NOT NULL
                    """)
                .bind("upstream", upstream)
                .map((row, _) -> reported(row))
                .findOne());
  }

  private static Reported reported(ResultSet row) throws SQLException {
    return new Reported(
        new Rupiah(row.getLong("reported_sen")),
        new Rupiah(row.getLong("drift_sen")),
        row.getTimestamp("asked_at").toInstant());
  }

  /// Our deposit at a biller, by the books.
  ///
  /// @param deposit what is left there if nothing of what is in flight is taken yet; below zero is
  ///   what we owe
  /// @param inFlight what the open payments there will cost, taken or not
  public record Booked(Rupiah deposit, Rupiah inFlight) {}

  /// Our deposit at a biller, as the biller says.
  ///
  /// @param drift what cannot be explained twice in a row; above zero if the biller says more than
  ///   the books
  public record Reported(Rupiah balance, Rupiah drift, Instant at) {}
}
