package id.sakelar.server.banking;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Fills the parameters of a set-based statement column by column, one value of each row. For one
/// thread.
final class ColumnsStore<T> {
  private final Connection tx;
  private final PreparedStatement statement;
  private final List<T> rows;
  private int next = 1;

  ColumnsStore(Connection tx, PreparedStatement statement, List<T> rows) {
    this.tx = tx;
    this.statement = statement;
    this.rows = List.copyOf(rows);
  }

  /// The next parameter, as text.
  ColumnsStore<T> text(Function<T, @Nullable Object> value) throws SQLException {
    @Nullable String[] column = new @Nullable String[rows.size()];
    for (int i = 0; i < column.length; i++) {
      var of = value.apply(rows.get(i));
      column[i] = of == null ? null : of.toString();
    }
    statement.setArray(next++, tx.createArrayOf("text", column));
    return this;
  }

  /// The next parameter, as bigint.
  ColumnsStore<T> number(Function<T, @Nullable Long> value) throws SQLException {
    @Nullable Long[] column = new @Nullable Long[rows.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    statement.setArray(next++, tx.createArrayOf("bigint", column));
    return this;
  }

  /// Three parameters: the key of a transfer.
  ColumnsStore<T> key(Function<T, TransferId> id) throws SQLException {
    return text(row -> id.apply(row).owner())
        .text(row -> id.apply(row).operation())
        .text(row -> id.apply(row).reference());
  }

  /// Writes, and insists that every row was written.
  void write() throws SQLException {
    int written = statement.executeUpdate();
    if (written != rows.size()) {
      throw new SQLException("%d rows written of %d".formatted(written, rows.size()));
    }
  }
}
