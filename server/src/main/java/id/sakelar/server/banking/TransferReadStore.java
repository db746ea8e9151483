package id.sakelar.server.banking;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Transfer.Ending;
import id.sakelar.server.banking.Transfer.Trail;
import id.sakelar.server.partner.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Reads transfers out of their rows. Thread-safe.
final class TransferReadStore {
  private final HolderTextStore texts;

  TransferReadStore(Vault vault) {
    this.texts = new HolderTextStore(vault);
  }

  static TransferId id(ResultSet row) throws SQLException {
    return new TransferId(
        row.getString("owner"),
        Operation.valueOf(row.getString("operation")),
        row.getString("reference"));
  }

  Transfer transfer(ResultSet row) throws SQLException {
    long journal = row.getLong("journal");
    var booked = row.wasNull() ? null : journal;
    var ending = ending(row);
    return new Transfer(
        order(row),
        row.getLong("number"),
        row.getObject("day", LocalDate.class),
        row.getTimestamp("opened_at").toInstant(),
        TransferState.valueOf(row.getString("state")),
        row.getInt("version"),
        trail(row, ending != null),
        ending,
        booked);
  }

  private Order order(ResultSet row) throws SQLException {
    var id = id(row);
    return new Order(
        id,
        row.getString("fingerprint"),
        row.getBoolean("referenced"),
        new End(row.getString("source_bank"), row.getString("source_account")),
        new End(row.getString("target_bank"), row.getString("target_account")),
        new Rupiah(row.getLong("amount_sen")),
        new Rupiah(row.getLong("fee_sen")),
        texts.readFacts(id, row.getString("facts")),
        null,
        reversed(row),
        null,
        null);
  }

  private static @Nullable TransferId reversed(ResultSet row) throws SQLException {
    var reference = row.getString("reverses_reference");
    return reference == null
        ? null
        : new TransferId(
            row.getString("reverses_owner"),
            Operation.valueOf(row.getString("reverses_operation")),
            reference);
  }

  private static Trail trail(ResultSet row, boolean ended) throws SQLException {
    return new Trail(
        row.getString("leg_reference"),
        instant(row, "leg_sent_at"),
        row.getInt("legs"),
        row.getInt("polls"),
        row.getInt("not_founds"),
        instant(row, "last_not_found_at"),
        ended ? null : reason(row));
  }

  private static @Nullable Ending ending(ResultSet row) throws SQLException {
    var at = instant(row, "ended_at");
    return at == null ? null : new Ending(reason(row), at);
  }

  private static @Nullable Denial reason(ResultSet row) throws SQLException {
    var reason = row.getString("reason");
    return reason == null ? null : Denial.valueOf(reason);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp moment = row.getTimestamp(column);
    return moment == null ? null : moment.toInstant();
  }
}
