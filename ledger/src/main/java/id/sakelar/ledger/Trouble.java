package id.sakelar.ledger;

import java.sql.SQLException;

/// What an error means for a transaction that is certainly rolled back.
enum Trouble {
  /// Somebody else was in the way; the same again may well go through.
  AGAIN,
  /// The connection is gone, or leads to a server that cannot write. A new one is needed.
  LOST,
  /// The statement is refused, and would be again.
  FAULT;

  private static final String UNIQUE = "23505";

  static Trouble of(Exception error) {
    return error instanceof SQLException said ? of(state(said)) : FAULT;
  }

  private static Trouble of(String state) {
    return switch (state) {
      case "40001", "40P01", "55P03" -> AGAIN;
      // completion unknown, idle in transaction for too long, a standby
      case "40003", "25P03", "25006" -> LOST;
      default -> state.startsWith("08") || state.startsWith("57P") ? LOST : FAULT;
    };
  }

  /// True if a row exists already that may exist only once.
  static boolean isConflict(Exception error) {
    return error instanceof SQLException said && state(said).equals(UNIQUE);
  }

  /// True if an error of COMMIT proves that it did not take place: a constraint that is checked
  /// there, or a conflict with another transaction.
  static boolean provesRollback(SQLException error) {
    String state = state(error);
    return !state.equals("40003") && (state.startsWith("23") || state.startsWith("40"));
  }

  private static String state(SQLException error) {
    String state = error.getSQLState();
    return state == null ? "" : state;
  }
}
