package id.sakelar.server.banking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The list of banks that agents choose from. Thread-safe.
public final class BankStore {
  private final Jdbi jdbi;

  public BankStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Makes this the list, in this order, unless there is one.
  public void fill(List<Bank> banks) {
    jdbi.useTransaction(
        handle -> {
          lock(handle);
          if (list(handle).isEmpty()) {
            add(handle, banks);
          }
        });
  }

  /// Makes this the list, in this order.
  public void put(List<Bank> banks) {
    jdbi.useTransaction(
        handle -> {
          lock(handle);
          handle.execute("DELETE FROM bank");
          add(handle, banks);
        });
  }

  private static void lock(Handle handle) {
    handle.execute("LOCK TABLE bank IN SHARE ROW EXCLUSIVE MODE");
  }

  private static void add(Handle handle, List<Bank> banks) {
    var batch =
        handle.prepareBatch(
            """
            INSERT INTO bank (code, bic, name, short_name, number)
            VALUES (:code, :bic, :name, :shortName, :number)
            """);
    for (int i = 0; i < banks.size(); i++) {
      batch.bindMethods(banks.get(i)).bind("number", i + 1).add();
    }
    batch.execute();
  }

  /// The bank of three digits, or of eight characters in capitals.
  public Optional<Bank> find(String codeOrBic) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM bank WHERE code = :word OR bic = :word")
                .bind("word", codeOrBic)
                .map((row, _) -> bank(row))
                .findOne());
  }

  /// All of them, in order.
  public List<Bank> list() {
    return jdbi.withHandle(BankStore::list);
  }

  private static List<Bank> list(Handle handle) {
    return handle
        .createQuery("SELECT * FROM bank ORDER BY number")
        .map((row, _) -> bank(row))
        .list();
  }

  private static Bank bank(ResultSet row) throws SQLException {
    return new Bank(
        row.getString("code"),
        row.getString("bic"),
        row.getString("name"),
        row.getString("short_name"));
  }
}
