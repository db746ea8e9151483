package id.sakelar.server.banking;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.TransferChange.Open;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks up what the transfers of a batch are judged by, each kind in one statement. Called when
/// their accounts are locked, so that nobody else spends from the same ones. Stateless.
final class TransferLooksStore {
  /// How long the same wish without a reference is the same transfer.
  static final Duration REPETITION = Duration.ofMinutes(2);

  private static final String TAKEN =
      """
      SELECT t.owner, t.operation, t.reference
      FROM transfer t
      JOIN unnest(?::text[], ?::text[], ?::text[]) AS key (owner, operation, reference)
        ON (t.owner, t.operation, t.reference) = (key.owner, key.operation, key.reference)
      """;

  private static final String WISHED =
      """
      SELECT t.owner, t.operation, t.fingerprint
      FROM transfer t
      JOIN unnest(?::text[], ?::text[], ?::text[], ?::text[])
           AS wish (owner, operation, fingerprint, since)
        ON (t.owner, t.fingerprint, t.operation) = (wish.owner, wish.fingerprint, wish.operation)
      WHERE NOT t.referenced AND t.state <> 'FAILED' AND t.opened_at >= wish.since::timestamptz
      """;

  private static final String REVERSED =
      """
      SELECT t.reverses_owner AS owner, t.reverses_operation AS operation,
             t.reverses_reference AS reference
      FROM transfer t
      JOIN unnest(?::text[], ?::text[], ?::text[]) AS key (owner, operation, reference)
        ON (t.reverses_owner, t.reverses_operation, t.reverses_reference)
         = (key.owner, key.operation, key.reference)
      WHERE t.reverses_reference IS NOT NULL AND t.state <> 'FAILED'
      """;

  private static final String ACCOUNTS =
      """
      SELECT b.number, b.product, b.active
      FROM bank_account b JOIN unnest(?::text[]) AS key (number) ON b.number = key.number
      """;

  private static final String SPENT =
      """
      SELECT s.partner AS whose, s.day, s.sen
      FROM spending s
      JOIN unnest(?::text[], ?::text[]) AS key (partner, day)
        ON (s.partner, s.day) = (key.partner, key.day::date)
      """;

  private static final String PAID_OUT =
      """
      SELECT m.account AS whose, m.month AS day, m.sen
      FROM month_debit m
      JOIN unnest(?::text[], ?::text[]) AS key (account, month)
        ON (m.account, m.month) = (key.account, key.month::date)
      """;

  private TransferLooksStore() {}

  /// Which of these there are already.
  static Set<TransferId> taken(Connection tx, List<Open> opens) throws SQLException {
    return ids(tx, TAKEN, opens.stream().map(open -> open.after().id()).toList());
  }

  /// Which of these have a reversal that is booked or under way.
  static Set<TransferId> reversed(Connection tx, List<TransferId> originals) throws SQLException {
    return ids(tx, REVERSED, originals);
  }

  private static Set<TransferId> ids(Connection tx, String statement, List<TransferId> asked)
      throws SQLException {
    var found = new HashSet<TransferId>();
    if (asked.isEmpty()) {
      return found;
    }
    try (var select = tx.prepareStatement(statement)) {
      new ColumnsStore<>(tx, select, asked).key(id -> id);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(TransferReadStore.id(rows));
        }
      }
    }
    return found;
  }

  /// Which of these wishes were made a moment ago, and have not failed.
  static Set<Wish> wished(Connection tx, List<Open> opens) throws SQLException {
    var found = new HashSet<Wish>();
    if (opens.isEmpty()) {
      return found;
    }
    try (var select = tx.prepareStatement(WISHED)) {
      new ColumnsStore<>(tx, select, opens)
          .text(open -> open.after().id().owner())
          .text(open -> open.after().id().operation())
          .text(open -> open.after().order().fingerprint())
          .text(open -> open.after().openedAt().minus(REPETITION));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(wish(rows));
        }
      }
    }
    return found;
  }

  private static Wish wish(ResultSet row) throws SQLException {
    return new Wish(
        row.getString("owner"),
        Operation.valueOf(row.getString("operation")),
        row.getString("fingerprint"));
  }

  /// Our accounts with these numbers.
  static Map<String, OwnAccount> accounts(Connection tx, Collection<String> numbers)
      throws SQLException {
    var found = new HashMap<String, OwnAccount>();
    if (numbers.isEmpty()) {
      return found;
    }
    try (var select = tx.prepareStatement(ACCOUNTS)) {
      new ColumnsStore<>(tx, select, List.copyOf(numbers)).text(number -> number);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.put(
              rows.getString("number"),
              new OwnAccount(rows.getString("product"), rows.getBoolean("active")));
        }
      }
    }
    return found;
  }

  /// What owners moved on these days.
  static Map<Period, Rupiah> spent(Connection tx, List<Period> days) throws SQLException {
    return sums(tx, SPENT, days);
  }

  /// What savings paid out in these months.
  static Map<Period, Rupiah> paidOut(Connection tx, List<Period> months) throws SQLException {
    return sums(tx, PAID_OUT, months);
  }

  private static Map<Period, Rupiah> sums(Connection tx, String statement, List<Period> periods)
      throws SQLException {
    var found = new HashMap<Period, Rupiah>();
    if (periods.isEmpty()) {
      return found;
    }
    try (var select = tx.prepareStatement(statement)) {
      new ColumnsStore<>(tx, select, new ArrayList<>(periods))
          .text(Period::whose)
          .text(Period::from);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var period = new Period(rows.getString("whose"), rows.getObject("day", LocalDate.class));
          found.put(period, new Rupiah(rows.getLong("sen")));
        }
      }
    }
    return found;
  }

  /// What makes two transfers without references the same wish.
  record Wish(String owner, Operation operation, String fingerprint) {
    static Wish of(Open open) {
      var order = open.after().order();
      return new Wish(order.id().owner(), order.id().operation(), order.fingerprint());
    }
  }

  /// An account of ours, as far as transfers are judged by it.
  record OwnAccount(@Nullable String product, boolean active) {}

  /// A day of an owner, or the month of an account.
  record Period(String whose, LocalDate from) {
    /// The day of the agent who ordered a transfer.
    static Period dayOf(Transfer transfer) {
      return new Period(transfer.id().owner(), transfer.day());
    }

    /// The month of the account that a transfer takes from.
    static Period monthOf(Transfer transfer) {
      return new Period(transfer.order().source().account(), transfer.day().withDayOfMonth(1));
    }
  }
}
