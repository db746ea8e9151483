package id.sakelar.server.banking;

import id.sakelar.server.banking.TransferChange.Move;
import id.sakelar.server.banking.TransferChange.Open;
import id.sakelar.server.banking.TransferLooksStore.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Keeps the sums that limits hold: what agents moved on a day, and what savings paid out in a
/// month. What fails, and what is reversed, is given back. In the caller's transaction, in which
/// the accounts that the sums belong to are locked. Stateless.
final class SumsStore {
  private static final String SPEND =
      """
      INSERT INTO spending AS s (partner, day, sen)
      SELECT partner, day::date, sen
      FROM unnest(?::text[], ?::text[], ?::bigint[]) AS spent (partner, day, sen)
      ON CONFLICT (partner, day) DO UPDATE SET sen = s.sen + excluded.sen
      """;

  private static final String TAKE_BACK_SPENDING =
      """
      UPDATE spending s SET sen = s.sen - back.sen
      FROM unnest(?::text[], ?::text[], ?::bigint[]) AS back (partner, day, sen)
      WHERE (s.partner, s.day) = (back.partner, back.day::date)
      """;

  private static final String PAY_OUT =
      """
      INSERT INTO month_debit AS m (account, month, sen)
      SELECT account, month::date, sen
      FROM unnest(?::text[], ?::text[], ?::bigint[]) AS paid (account, month, sen)
      ON CONFLICT (account, month) DO UPDATE SET sen = m.sen + excluded.sen
      """;

  private static final String TAKE_BACK_PAYING =
      """
      UPDATE month_debit m SET sen = m.sen - back.sen
      FROM unnest(?::text[], ?::text[], ?::bigint[]) AS back (account, month, sen)
      WHERE (m.account, m.month) = (back.account, back.month::date)
      """;

  /// What was paid with transfers that are reversed now, in the months in which it was paid.
  private static final String REVERSE =
      """
      UPDATE month_debit m SET sen = m.sen - back.sen
      FROM (SELECT o.source_account AS account, date_trunc('month', o.day::timestamp)::date AS month,
                   sum(CASE WHEN o.source_books = o.target_books THEN o.fee_sen
                            ELSE o.amount_sen + o.fee_sen END)::bigint AS sen
            FROM unnest(?::text[], ?::text[], ?::text[]) AS key (owner, operation, reference)
            JOIN transfer o
              ON (o.owner, o.operation, o.reference) = (key.owner, key.operation, key.reference)
            WHERE o.source_books LIKE 'savings:%'
            GROUP BY 1, 2) AS back
      WHERE (m.account, m.month) = (back.account, back.month)
      """;

  private SumsStore() {}

  static void write(Connection tx, List<Open> opens, List<Move> moves) throws SQLException {
    var failed = become(moves, TransferState.FAILED).toList();
    add(tx, SPEND, sums(opens.stream().filter(SumsStore::isOfAgent), Period::dayOf));
    add(tx, PAY_OUT, sums(opens.stream().filter(SumsStore::isFromSavings), Period::monthOf));
    add(tx, TAKE_BACK_SPENDING, sums(failed.stream().filter(SumsStore::isOfAgent), Period::dayOf));
    var unpaid = failed.stream().filter(SumsStore::isFromSavings);
    add(tx, TAKE_BACK_PAYING, sums(unpaid, Period::monthOf));
    reverse(tx, reversed(opens, moves));
  }

  /// What is only noted about a transfer that has ended changes no sum.
  private static Stream<Move> become(List<Move> moves, TransferState state) {
    return moves.stream()
        .filter(move -> move.step().before().state() != state && move.after().state() == state);
  }

  /// What reversals that are booked now reverse.
  private static List<TransferId> reversed(List<Open> opens, List<Move> moves) {
    var booked = opens.stream().filter(open -> open.after().state() == TransferState.BOOKED);
    return Stream.concat(booked, become(moves, TransferState.BOOKED))
        .flatMap(change -> Stream.ofNullable(change.after().order().reverses()))
        .toList();
  }

  /// Callers of the switcher have no float and no day.
  private static boolean isOfAgent(TransferChange change) {
    return switch (change.after().id().operation()) {
      case OPENING, DEPOSIT, WITHDRAWAL, INTRABANK, INTERBANK -> true;
      case SWITCHED, REVERSAL -> false;
    };
  }

  private static boolean isFromSavings(TransferChange change) {
    var source = change.ends().source();
    return source != null
        && AccountStore.isSavings(source)
        && change.after().id().operation() != Operation.REVERSAL;
  }

  private static Map<String, Sum> sums(
      Stream<? extends TransferChange> changes, Function<Transfer, Period> period) {
    var sums = new TreeMap<String, Sum>();
    changes
        .map(TransferChange::after)
        .filter(transfer -> transfer.taken().isPositive())
        .map(transfer -> new Sum(period.apply(transfer), transfer.taken().sen()))
        .forEach(sum -> sums.merge(sum.period().toString(), sum, Sum::plus));
    return sums;
  }

  private static void add(Connection tx, String statement, Map<String, Sum> sums)
      throws SQLException {
    if (sums.isEmpty()) {
      return;
    }
    try (var update = tx.prepareStatement(statement)) {
      new ColumnsStore<>(tx, update, List.copyOf(sums.values()))
          .text(sum -> sum.period().whose())
          .text(sum -> sum.period().from())
          .number(Sum::sen);
      update.executeUpdate();
    }
  }

  private static void reverse(Connection tx, List<TransferId> originals) throws SQLException {
    if (originals.isEmpty()) {
      return;
    }
    try (var update = tx.prepareStatement(REVERSE)) {
      new ColumnsStore<>(tx, update, originals).key(id -> id);
      update.executeUpdate();
    }
  }

  private record Sum(Period period, long sen) {
    Sum plus(Sum other) {
      return new Sum(period, Math.addExact(sen, other.sen));
    }
  }
}
