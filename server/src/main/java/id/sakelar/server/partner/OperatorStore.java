package id.sakelar.server.partner;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The operators, each change with its entry in the operators' log. Thread-safe.
public final class OperatorStore {
  private final Jdbi jdbi;

  public OperatorStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Adds one.
  ///
  /// @param by who adds it
  /// @return false if there is one of this name, retired or not
  boolean add(String name, Secret hash, String by) {
    return jdbi.inTransaction(
        handle -> {
          boolean added =
              handle.execute(
                      "INSERT INTO operator (name, hash) VALUES (?, ?) ON CONFLICT DO NOTHING",
                      name,
                      hash.reveal())
                  == 1;
          if (added) {
            log(handle, by, "ADD_OPERATOR", name);
          }
          return added;
        });
  }

  /// Retires one.
  ///
  /// @return false if there is none that is not retired
  boolean retire(String name, String by) {
    return jdbi.inTransaction(
        handle -> {
          boolean retired =
              handle.execute(
                      """
                      UPDATE operator SET retired_at = clock_timestamp()
                      WHERE name = ? AND retired_at IS NULL
                      """,
                      name)
                  == 1;
          if (retired) {
            log(handle, by, "RETIRE_OPERATOR", name);
          }
          return retired;
        });
  }

  private static void log(Handle handle, String by, String action, String name) {
    handle
        .createQuery("SELECT log_operation(:by, :action, :subject, NULL, '')")
        .bind("by", by)
        .bind("action", action)
        .bind("subject", "operator/" + name)
        .mapTo(Long.class)
        .one();
  }

  /// The hash of the secret of one that is not retired.
  Optional<Secret> findHash(String name) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT hash FROM operator WHERE name = :name AND retired_at IS NULL")
                .bind("name", name)
                .mapTo(String.class)
                .findOne()
                .map(Secret::new));
  }

  List<Operator> list() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT name, added_at, retired_at FROM operator ORDER BY name")
                .map(
                    (row, _) -> {
                      var retired = row.getTimestamp("retired_at");
                      return new Operator(
                          row.getString("name"),
                          row.getTimestamp("added_at").toInstant(),
                          retired == null ? null : retired.toInstant());
                    })
                .list());
  }
}
