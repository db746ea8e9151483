package id.sakelar.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The statements of a batch, each for all its units at once. Stateless.
final class Journal {
  /// What makes a unit the same unit.
  record Key(String subject, String kind) {
    static Key of(Unit<?> unit) {
      return new Key(unit.subject(), unit.kind());
    }
  }

  private record Line(String subject, String kind, int number, Posting posting) {}

  private static final String LOCK =
      """
      SELECT balance.account, balance.stripe, balance.sen, balance.floor, balance.ceiling, striped
        FROM unnest(?) AS touched (name)
        JOIN account ON account.name = touched.name
        JOIN balance ON balance.account = account.name
                    AND balance.stripe = CASE WHEN account.striped THEN ? ELSE 0 END
       ORDER BY balance.account, balance.stripe
         FOR UPDATE OF balance
      """;

  private static final String BOOKED =
      """
      SELECT posting.subject, posting.kind
        FROM unnest(?, ?) AS asked (subject, kind)
        JOIN posting ON posting.subject = asked.subject
                    AND posting.kind = asked.kind
                    AND posting.line = 0
      """;

  private static final String POST =
      """
      INSERT INTO posting (subject, kind, line, source, target, sen)
      SELECT * FROM unnest(?, ?, ?, ?, ?, ?)
      """;

  private static final String MOVE =
      """
      UPDATE balance
         SET sen = balance.sen + moved.sen
        FROM unnest(?, ?, ?) AS moved (account, stripe, sen)
       WHERE balance.account = moved.account
         AND balance.stripe = moved.stripe
      """;

  private static final String SEAL =
      """
      INSERT INTO batch (id, booked) VALUES (?, true) RETURNING id
      """;

  private static final String SETTLE =
      """
      INSERT INTO batch (id, booked, asked_at) VALUES (?, false, now())
          ON CONFLICT (id) DO UPDATE SET asked_at = now()
      RETURNING booked
      """;

  private Journal() {}

  /// Locks the balances of `accounts` in the one global order; of a striped account only `stripe`.
  /// What was never opened is missing from the answer.
  static List<Tally.Row> lock(Connection tx, Collection<AccountId> accounts, int stripe)
      throws SQLException {
    Map<String, AccountId> byName = new HashMap<>();
    accounts.forEach(account -> byName.put(account.name(), account));
    try (var select = tx.prepareStatement(LOCK)) {
      select.setArray(1, tx.createArrayOf("text", byName.keySet().toArray()));
      select.setInt(2, stripe);
      List<Tally.Row> rows = new ArrayList<>();
      try (var found = select.executeQuery()) {
        while (found.next()) {
          rows.add(row(byName, found));
        }
      }
      return rows;
    }
  }

  private static Tally.Row row(Map<String, AccountId> byName, ResultSet found) throws SQLException {
    String name = found.getString(1);
    return new Tally.Row(
        byName.getOrDefault(name, new AccountId(name)),
        found.getInt(2),
        found.getLong(3),
        found.getLong(4),
        found.getLong(5),
        found.getBoolean(6));
  }

  /// Which of these are in the journal.
  static Set<Key> booked(Connection tx, List<Key> asked) throws SQLException {
    try (var select = tx.prepareStatement(BOOKED)) {
      select.setArray(1, texts(tx, asked.stream().map(Key::subject).toList()));
      select.setArray(2, texts(tx, asked.stream().map(Key::kind).toList()));
      Set<Key> booked = new HashSet<>();
      try (var found = select.executeQuery()) {
        while (found.next()) {
          booked.add(new Key(found.getString(1), found.getString(2)));
        }
      }
      return booked;
    }
  }

  /// Writes the postings of `units`, in the order of their keys, so that two writers who were given
  /// the same keys wait for each other and do not deadlock.
  static void post(Connection tx, List<? extends Unit<?>> units) throws SQLException {
    List<Line> lines = lines(units);
    try (var insert = tx.prepareStatement(POST)) {
      insert.setArray(1, texts(tx, lines.stream().map(Line::subject).toList()));
      insert.setArray(2, texts(tx, lines.stream().map(Line::kind).toList()));
      insert.setArray(3, numbers(tx, lines.stream().map(Line::number).toList()));
      insert.setArray(4, texts(tx, lines.stream().map(l -> l.posting().source().name()).toList()));
      insert.setArray(5, texts(tx, lines.stream().map(l -> l.posting().target().name()).toList()));
      insert.setArray(6, amounts(tx, lines.stream().map(l -> l.posting().amount().sen()).toList()));
      expect(insert, lines.size(), "postings");
    }
  }

  private static List<Line> lines(List<? extends Unit<?>> units) {
    List<Line> lines = new ArrayList<>();
    for (Unit<?> unit : units) {
      for (int number = 0; number < unit.postings().size(); number++) {
        lines.add(new Line(unit.subject(), unit.kind(), number, unit.postings().get(number)));
      }
    }
    lines.sort(Comparator.comparing(Line::subject).thenComparing(Line::kind));
    return lines;
  }

  /// Adds what was moved to rows that are locked.
  static void move(Connection tx, Map<Tally.Row, Long> moved) throws SQLException {
    List<Tally.Row> rows = List.copyOf(moved.keySet());
    try (var update = tx.prepareStatement(MOVE)) {
      update.setArray(1, texts(tx, rows.stream().map(row -> row.account().name()).toList()));
      update.setArray(2, numbers(tx, rows.stream().map(Tally.Row::stripe).toList()));
      update.setArray(3, amounts(tx, rows.stream().map(moved::get).toList()));
      expect(update, rows.size(), "balances");
    }
  }

  /// The last statement of a batch. It returns a row, so that a transaction which died unnoticed is
  /// noticed here.
  static void seal(Connection tx, UUID id) throws SQLException {
    try (var insert = tx.prepareStatement(SEAL)) {
      insert.setObject(1, id);
      try (var written = insert.executeQuery()) {
        if (!written.next() || !id.equals(written.getObject(1, UUID.class))) {
          throw new SQLException("batch " + id + " was not sealed", "02000");
        }
      }
    }
  }

  /// Whether the batch was booked; if it was not, it never will be. Waits for a backend that is
  /// still at it. Always writes, so that its own commit waits for whatever the batch's waited for.
  static boolean settle(Connection tx, UUID id) throws SQLException {
    try (var insert = tx.prepareStatement(SETTLE)) {
      insert.setObject(1, id);
      try (var written = insert.executeQuery()) {
        if (!written.next()) {
          throw new SQLException("batch " + id + " was not settled", "02000");
        }
        return written.getBoolean(1);
      }
    }
  }

  private static void expect(PreparedStatement statement, int rows, String what)
      throws SQLException {
    int written = statement.executeUpdate();
    if (written != rows) {
      throw new SQLException(
          "%d %s were to be written, not %d".formatted(rows, what, written), "02000");
    }
  }

  private static Array texts(Connection tx, List<String> values) throws SQLException {
    return tx.createArrayOf("text", values.toArray());
  }

  private static Array numbers(Connection tx, List<Integer> values) throws SQLException {
    return tx.createArrayOf("int4", values.toArray());
  }

  private static Array amounts(Connection tx, List<Long> values) throws SQLException {
    return tx.createArrayOf("int8", values.toArray());
  }
}
