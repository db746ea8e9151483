package id.sakelar.server.banking;

import id.sakelar.ledger.Guard;
import id.sakelar.ledger.Riders;
import id.sakelar.server.banking.TransferChange.Move;
import id.sakelar.server.banking.TransferChange.Open;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of transfers that change with the books. Locks, in this order: wishes without a
/// reference, transfers, leaves; then come the accounts. Thread-safe.
final class TransferRowsStore implements Riders<TransferChange> {
  /// Two wishes at once that may be the same have no row to meet at.
  private static final String LOCK_WISHES =
      """
      SELECT pg_advisory_xact_lock(key)
      FROM (SELECT DISTINCT hashtextextended('wish' || owner || operation || fingerprint, 0) AS key
            FROM unnest(?::text[], ?::text[], ?::text[]) AS wish (owner, operation, fingerprint)
            ORDER BY key) AS keys
      """;

  private static final String LOCK_TRANSFERS =
      """
      SELECT t.owner, t.operation, t.reference, t.version, t.state
      FROM transfer t
      JOIN unnest(?::text[], ?::text[], ?::text[]) AS key (owner, operation, reference)
        ON (t.owner, t.operation, t.reference) = (key.owner, key.operation, key.reference)
      ORDER BY t.owner, t.operation, t.reference
      FOR UPDATE OF t
      """;

  private static final String LOCK_LEAVES =
      """
      SELECT l.token, l.owner, l.bank, l.account, l.expires_at, l.used_by
      FROM leave_to_pay l JOIN unnest(?::text[]) AS key (token) ON l.token = key.token
      ORDER BY l.token
      FOR UPDATE OF l
      """;

  private final OurBank bank;
  private final TransferWritesStore writes;

  TransferRowsStore(OurBank bank, TransferWritesStore writes) {
    this.bank = bank;
    this.writes = writes;
  }

  @Override
  public Guard<TransferChange> lock(Connection tx, List<TransferChange> changes)
      throws SQLException {
    var opens = new ArrayList<Open>();
    var ids = new ArrayList<TransferId>();
    for (TransferChange change : changes) {
      switch (change) {
        case Open open -> opens.add(open);
        case Move move -> ids.add(move.after().id());
      }
    }
    lockWishes(tx, opens.stream().filter(open -> !open.after().order().referenced()).toList());
    opens.stream().map(TransferRowsStore::reversed).forEach(id -> addIfAny(ids, id));
    var transfers = lockTransfers(tx, ids.stream().distinct().toList());
    var leaves = lockLeaves(tx, opens.stream().filter(open -> leave(open) != null).toList());
    return new TransferGuardStore(bank, changes, new Locked(transfers, leaves), writes);
  }

  private static void addIfAny(List<TransferId> ids, @Nullable TransferId id) {
    if (id != null) {
      ids.add(id);
    }
  }

  private static @Nullable TransferId reversed(Open open) {
    return open.after().order().reverses();
  }

  private static @Nullable String leave(Open open) {
    return open.after().order().leave();
  }

  private static void lockWishes(Connection tx, List<Open> wishes) throws SQLException {
    if (wishes.isEmpty()) {
      return;
    }
    try (var lock = tx.prepareStatement(LOCK_WISHES)) {
      new ColumnsStore<>(tx, lock, wishes)
          .text(wish -> wish.after().id().owner())
          .text(wish -> wish.after().id().operation())
          .text(wish -> wish.after().order().fingerprint());
      lock.execute();
    }
  }

  private static Map<TransferId, Row> lockTransfers(Connection tx, List<TransferId> ids)
      throws SQLException {
    var found = new HashMap<TransferId, Row>();
    if (ids.isEmpty()) {
      return found;
    }
    try (var select = tx.prepareStatement(LOCK_TRANSFERS)) {
      new ColumnsStore<>(tx, select, ids).key(id -> id);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var state = TransferState.valueOf(rows.getString("state"));
          found.put(TransferReadStore.id(rows), new Row(rows.getInt("version"), state));
        }
      }
    }
    return found;
  }

  private static Map<String, Leave> lockLeaves(Connection tx, List<Open> opens)
      throws SQLException {
    var found = new HashMap<String, Leave>();
    if (opens.isEmpty()) {
      return found;
    }
    try (var select = tx.prepareStatement(LOCK_LEAVES)) {
      new ColumnsStore<>(tx, select, opens).text(TransferRowsStore::leave);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getString("token"), leave(rows));
        }
      }
    }
    return found;
  }

  private static Leave leave(ResultSet row) throws SQLException {
    return new Leave(
        row.getString("owner"),
        new End(row.getString("bank"), row.getString("account")),
        row.getTimestamp("expires_at").toInstant(),
        row.getString("used_by") != null);
  }

  /// What was locked before the accounts.
  record Locked(Map<TransferId, Row> transfers, Map<String, Leave> leaves) {}

  /// A transfer as it stands.
  record Row(int version, TransferState state) {}

  /// A leave to pay as it stands.
  record Leave(String owner, End end, Instant expiresAt, boolean used) {}
}
