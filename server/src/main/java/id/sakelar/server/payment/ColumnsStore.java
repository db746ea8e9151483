package id.sakelar.server.payment;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Columns of values for a set-based statement.
final class ColumnsStore {
  private ColumnsStore() {}

  static <T> Array text(Connection tx, List<T> rows, Function<T, @Nullable Object> value)
      throws SQLException {
    @Nullable String[] column = new @Nullable String[rows.size()];
    for (int i = 0; i < column.length; i++) {
      var of = value.apply(rows.get(i));
      column[i] = of == null ? null : of.toString();
    }
    return tx.createArrayOf("text", column);
  }

  static <T> Array longs(Connection tx, List<T> rows, Function<T, @Nullable Long> value)
      throws SQLException {
    @Nullable Long[] column = new @Nullable Long[rows.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    return tx.createArrayOf("bigint", column);
  }
}
