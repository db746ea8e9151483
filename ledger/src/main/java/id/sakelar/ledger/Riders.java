package id.sakelar.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// What units change beside the books, in the same commit: the rows of payments, say.
///
/// Called by several writers at once, each with a transaction of its own; must be thread-safe. A
/// batch that is rolled back is asked for again from the start.
public interface Riders<R> {
  /// The first thing in the transaction: locks what these riders guard, in one global order, and
  /// reads what is needed to judge them. Writes nothing.
  ///
  /// No two of these riders belong to units of the same subject.
  ///
  /// @param tx READ COMMITTED; never committed, rolled back or closed by a rider
  /// @param riders in the order in which their units arrived
  /// @throws SQLException as the database said it; never swallowed, since the transaction is dead
  Guard<R> lock(Connection tx, List<R> riders) throws SQLException;
}
