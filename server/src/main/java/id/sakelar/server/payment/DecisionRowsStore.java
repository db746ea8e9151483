package id.sakelar.server.payment;

import id.sakelar.server.payment.Change.Claim;
import id.sakelar.server.payment.Change.Move;
import id.sakelar.server.payment.Evidence.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Marks decisions of people as applied, with an entry in the operators' log, in the transaction
/// that applies them: what was decided once is applied once.
final class DecisionRowsStore {
  private static final String LOCK =
      """
      SELECT number FROM decision
      WHERE number = ANY (?) AND state = 'APPROVED' ORDER BY number FOR UPDATE
      """;

  private static final String APPLY_MOVES =
      """
      UPDATE decision d SET state = 'APPLIED', applied_at = clock_timestamp()
      FROM unnest(?::text[], ?::text[]) AS moved (subject, outcome)
      WHERE (d.subject, d.outcome) = (moved.subject, moved.outcome) AND d.state = 'APPROVED'
      RETURNING d.number
      """;

  private static final String APPLY_CLAIMS =
      """
      UPDATE decision SET state = 'APPLIED', applied_at = clock_timestamp()
      WHERE number = ANY (?) AND state = 'APPROVED'
      RETURNING number
      """;

  private static final String CLOSE_CASES =
      """
      UPDATE review_case SET closed_at = clock_timestamp(), how = 'CLAIMED'
      WHERE number IN (SELECT case_number FROM decision WHERE number = ANY (?))
      """;

  private static final String LOG =
      """
      SELECT log_operation(checker, 'APPLY', subject, number, lower(outcome))
      FROM decision WHERE number = ANY (?) ORDER BY number
      """;

  private DecisionRowsStore() {}

  /// Locks the decisions that these claims carry out.
  ///
  /// @return those that are approved and not applied
  static Set<Long> lock(Connection tx, List<Claim> claims) throws SQLException {
    if (claims.isEmpty()) {
      return Set.of();
    }
    try (var lock = tx.prepareStatement(LOCK)) {
      lock.setArray(1, ColumnsStore.longs(tx, claims, Claim::decision));
      return new HashSet<>(numbers(lock));
    }
  }

  /// Applies the decisions that these changes carry out.
  static void apply(Connection tx, List<Change> changes) throws SQLException {
    var moves = new ArrayList<Step>();
    var claims = new ArrayList<Claim>();
    for (Change change : changes) {
      if (change instanceof Move(Step step) && step.source() == Source.OPERATOR) {
        moves.add(step);
      } else if (change instanceof Claim claim) {
        claims.add(claim);
      }
    }
    var applied = new ArrayList<Long>();
    if (!moves.isEmpty()) {
      applied.addAll(applyMoves(tx, moves));
    }
    if (!claims.isEmpty()) {
      applied.addAll(applyClaims(tx, claims));
    }
    if (!applied.isEmpty()) {
      log(tx, applied);
    }
  }

  private static List<Long> applyMoves(Connection tx, List<Step> moves) throws SQLException {
    try (var apply = tx.prepareStatement(APPLY_MOVES)) {
      apply.setArray(1, ColumnsStore.text(tx, moves, step -> step.after().id().subject()));
      apply.setArray(2, ColumnsStore.text(tx, moves, step -> step.after().state()));
      return numbers(apply);
    }
  }

  private static List<Long> applyClaims(Connection tx, List<Claim> claims) throws SQLException {
    try (var apply = tx.prepareStatement(APPLY_CLAIMS);
        var close = tx.prepareStatement(CLOSE_CASES)) {
      apply.setArray(1, ColumnsStore.longs(tx, claims, Claim::decision));
      var applied = numbers(apply);
      close.setArray(1, ColumnsStore.longs(tx, applied, number -> number));
      close.executeUpdate();
      return applied;
    }
  }

  private static void log(Connection tx, List<Long> applied) throws SQLException {
    try (var log = tx.prepareStatement(LOG)) {
      log.setArray(1, ColumnsStore.longs(tx, applied, number -> number));
      numbers(log);
    }
  }

  private static List<Long> numbers(PreparedStatement statement) throws SQLException {
    var numbers = new ArrayList<Long>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        numbers.add(rows.getLong(1));
      }
    }
    return numbers;
  }
}
