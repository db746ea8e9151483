package id.sakelar.ledger;

import java.sql.Array;
import java.sql.Connection;
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

  /// One look-up for each, whatever the planner thinks of the journal: it is planned while the
  /// journal is short, and a join could as well read all of it.
  private static final String BOOKED =
      """
      SELECT asked.subject, asked.kind
        FROM unnest(?, ?) AS asked (subject, kind),
             LATERAL (SELECT FROM posting
                       WHERE posting.subject = asked.subject
                         AND posting.kind = asked.kind
                         AND posting.line = 0
                       LIMIT 1) AS known
      """;

  private static final String BOOK =
      """
      WITH posted AS (
        INSERT INTO posting (subject, kind, line, source, target, sen)
        SELECT * FROM unnest(?, ?, ?, ?, ?, ?)
        RETURNING line
      ), moved AS (
        UPDATE balance
           SET sen = balance.sen + change.sen
          FROM unnest(?, ?, ?) AS change (account, stripe, sen)
         WHERE balance.account = change.account
           AND balance.stripe = change.stripe
        RETURNING balance.stripe
      ), sealed AS (
        INSERT INTO batch (id, booked) VALUES (?, true) RETURNING id
      )
      SELECT id, (SELECT count(*) FROM posted), (SELECT count(*) FROM moved) FROM sealed
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

  /// Writes the postings of `units`, adds what was `moved` to rows that are locked, and seals the
  /// batch. The last statement before its commit: it returns a row, so that a transaction which
  /// died unnoticed is noticed here.
  ///
  /// The postings go in the order of their keys, so that two writers who were given the same keys
  /// wait for each other and do not deadlock.
  static void book(
      Connection tx, UUID id, List<? extends Unit<?>> units, Map<Tally.Row, Long> moved)
      throws SQLException {
    List<Line> lines = lines(units);
    try (var insert = tx.prepareStatement(BOOK)) {
      insert.setArray(1, texts(tx, lines.stream().map(Line::subject).toList()));
      insert.setArray(2, texts(tx, lines.stream().map(Line::kind).toList()));
      insert.setArray(3, numbers(tx, lines.stream().map(Line::number).toList()));
      insert.setArray(4, texts(tx, lines.stream().map(l -> l.posting().source().name()).toList()));
      insert.setArray(5, texts(tx, lines.stream().map(l -> l.posting().target().name()).toList()));
      insert.setArray(6, amounts(tx, lines.stream().map(l -> l.posting().amount().sen()).toList()));
      List<Tally.Row> rows = List.copyOf(moved.keySet());
      insert.setArray(7, texts(tx, rows.stream().map(row -> row.account().name()).toList()));
      insert.setArray(8, numbers(tx, rows.stream().map(Tally.Row::stripe).toList()));
      insert.setArray(9, amounts(tx, rows.stream().map(moved::get).toList()));
      insert.setObject(10, id);
      try (var written = insert.executeQuery()) {
        boolean sealed = written.next() && id.equals(written.getObject(1, UUID.class));
        if (!sealed || written.getInt(2) != lines.size() || written.getInt(3) != rows.size()) {
          throw new SQLException("batch " + id + " was not written whole", "02000");
        }
      }
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
