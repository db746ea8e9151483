package id.sakelar.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Judges the riders of one batch and writes what they change. Made by [Riders#lock] for one
/// transaction and used by its one thread: [#look] once, then [#refusal] and perhaps [#accept] for
/// each rider in arrival order, then [#write] once if any was accepted.
public interface Guard<R> {
  /// Looks up what must be read after the accounts were locked: duplicates of the same payer, what
  /// he spent today. Writes nothing.
  void look(Connection tx) throws SQLException;

  /// Why this rider's unit may not go on, in one short word, or empty if it may. Asked before the
  /// floors are looked at; takes earlier units of the batch into account only if they were
  /// accepted. Changes nothing.
  Optional<String> refusal(R rider);

  /// This rider's unit stands, and counts for those after it.
  void accept(R rider);

  /// Writes what the accepted riders change, in as few statements as it can.
  ///
  /// @param accepted in arrival order, not empty
  /// @throws SQLException as the database said it, or if a row was not where it had to be
  void write(Connection tx, List<Accepted<R>> accepted) throws SQLException;
}
