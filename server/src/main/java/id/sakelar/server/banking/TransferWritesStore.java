package id.sakelar.server.banking;

import id.sakelar.server.banking.Transfer.Ending;
import id.sakelar.server.banking.TransferChange.Move;
import id.sakelar.server.banking.TransferChange.Open;
import id.sakelar.server.partner.Vault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes the rows of a batch of transfers, each kind in one statement, in the caller's
/// transaction. Thread-safe.
final class TransferWritesStore {
  private static final String INSERT =
      """
      INSERT INTO transfer (owner, operation, reference, fingerprint, referenced, number,
                            source_bank, source_account, source_books, target_bank,
                            target_account, target_books, amount_sen, fee_sen, facts, day,
                            opened_at, reverses_owner, reverses_operation, reverses_reference,
                            state, version, leg_reference, leg_sent_at, legs, polls, not_founds,
                            journal, ended_at, wake_at)
      SELECT owner, operation, reference, fingerprint, referenced::boolean,
             nextval('transfer_number'), source_bank, source_account, source_books, target_bank,
             target_account, target_books, amount_sen, fee_sen, facts, day::date, opened_at::timestamptz, reverses_owner,
             reverses_operation, reverses_reference, state, 1, leg_reference,
             leg_sent_at::timestamptz, legs, 0, 0,
             CASE WHEN state = 'BOOKED' THEN nextval('journal') END, ended_at::timestamptz,
             clock_timestamp() + wake_ms * interval '1 millisecond'
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[],
                  ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::bigint[], ?::text[], ?::bigint[])
           AS opened (owner, operation, reference, fingerprint, referenced, source_bank,
                      source_account, source_books, target_bank, target_account, target_books,
                      amount_sen, fee_sen, facts, day, opened_at, reverses_owner, reverses_operation, reverses_reference, state,
                      leg_reference, leg_sent_at, legs, ended_at, wake_ms)
      """;

  private static final String MOVE =
      """
      UPDATE transfer t
      SET state = m.state, version = m.version, leg_reference = m.leg_reference,
          leg_sent_at = m.leg_sent_at::timestamptz, legs = m.legs, polls = m.polls,
          not_founds = m.not_founds, last_not_found_at = m.last_not_found_at::timestamptz,
          reason = m.reason, ended_at = m.ended_at::timestamptz,
          journal = CASE WHEN m.state = 'BOOKED' THEN coalesce(t.journal, nextval('journal')) END,
          wake_at = clock_timestamp() + m.wake_ms * interval '1 millisecond'
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                  ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                  ?::bigint[])
           AS m (owner, operation, reference, state, version, leg_reference, leg_sent_at, legs,
                 polls, not_founds, last_not_found_at, reason, ended_at, wake_ms)
      WHERE (t.owner, t.operation, t.reference) = (m.owner, m.operation, m.reference)
        AND t.version = m.version - 1
      """;

  /// No word of a bank, however long, keeps a transfer from moving.
  private static final String HEAR =
      """
      INSERT INTO transfer_evidence (owner, operation, reference, version, class, code, trouble)
      SELECT owner, operation, reference, version, class, left(code, 40), trouble
      FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
           AS heard (owner, operation, reference, version, class, code, trouble)
      """;

  /// What waits for people, one case at a time.
  private static final String OPEN_CASE =
      """
      INSERT INTO review_case (kind, subject, note)
      SELECT kind, subject, note
      FROM unnest(?::text[], ?::text[], ?::text[]) AS trouble (kind, subject, note)
      ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
      """;

  private static final String SEND =
      """
      INSERT INTO leg (owner, operation, transfer, bank, reference, number)
      SELECT owner, operation, transfer, bank, reference, number
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
           AS leg (owner, operation, transfer, bank, reference, number)
      """;

  private static final String USE_LEAVE =
      """
      UPDATE leave_to_pay l SET used_by = used.subject
      FROM unnest(?::text[], ?::text[]) AS used (token, subject)
      WHERE l.token = used.token AND l.used_by IS NULL
      """;

  private final HolderTextStore texts;
  private final NewAccountsStore accounts;

  TransferWritesStore(Vault vault) {
    this.texts = new HolderTextStore(vault);
    this.accounts = new NewAccountsStore(texts);
  }

  void write(Connection tx, List<TransferChange> changes) throws SQLException {
    var opens = new ArrayList<Open>();
    var moves = new ArrayList<Move>();
    for (TransferChange change : changes) {
      switch (change) {
        case Open open -> opens.add(open);
        case Move move -> moves.add(move);
      }
    }
    open(tx, opens);
    move(tx, moves);
    send(tx, changes.stream().filter(TransferWritesStore::sends).toList());
    SumsStore.write(tx, opens, moves);
  }

  private void open(Connection tx, List<Open> opens) throws SQLException {
    if (opens.isEmpty()) {
      return;
    }
    accounts.write(
        tx, opens.stream().filter(open -> open.after().order().opening() != null).toList());
    insert(tx, opens);
    useLeaves(tx, opens.stream().filter(open -> open.after().order().leave() != null).toList());
  }

  private void insert(Connection tx, List<Open> opens) throws SQLException {
    try (var insert = tx.prepareStatement(INSERT)) {
      new ColumnsStore<>(tx, insert, opens)
          .key(open -> open.after().id())
          .text(open -> open.after().order().fingerprint())
          .text(open -> open.after().order().referenced())
          .text(open -> open.after().order().source().bank())
          .text(open -> open.after().order().source().account())
          .text(open -> open.ends().source())
          .text(open -> open.after().order().target().bank())
          .text(open -> open.after().order().target().account())
          .text(open -> open.ends().target())
          .number(open -> open.after().order().amount().sen())
          .number(open -> open.after().order().fee().sen())
          .text(open -> texts.write(open.after().id(), open.after().order().facts()))
          .text(open -> open.after().day())
          .text(open -> open.after().openedAt())
          .text(open -> reversed(open, TransferId::owner))
          .text(open -> reversed(open, TransferId::operation))
          .text(open -> reversed(open, TransferId::reference))
          .text(open -> open.after().state())
          .text(open -> open.after().trail().reference())
          .text(open -> open.after().trail().sentAt())
          .number(open -> (long) open.after().trail().legs())
          .text(open -> ending(open.after(), Ending::at))
          .number(open -> millis(open.wake()))
          .write();
    }
  }

  private static @Nullable Object reversed(Open open, Function<TransferId, Object> part) {
    var reversed = open.after().order().reverses();
    return reversed == null ? null : part.apply(reversed);
  }

  private static void useLeaves(Connection tx, List<Open> opens) throws SQLException {
    if (opens.isEmpty()) {
      return;
    }
    try (var use = tx.prepareStatement(USE_LEAVE)) {
      new ColumnsStore<>(tx, use, opens)
          .text(open -> open.after().order().leave())
          .text(open -> open.after().id().subject())
          .write();
    }
  }

  private static void move(Connection tx, List<Move> moves) throws SQLException {
    if (moves.isEmpty()) {
      return;
    }
    try (var move = tx.prepareStatement(MOVE)) {
      new ColumnsStore<>(tx, move, moves)
          .key(m -> m.after().id())
          .text(m -> m.after().state())
          .number(m -> (long) m.after().version())
          .text(m -> m.after().trail().reference())
          .text(m -> m.after().trail().sentAt())
          .number(m -> (long) m.after().trail().legs())
          .number(m -> (long) m.after().trail().polls())
          .number(m -> (long) m.after().trail().notFounds())
          .text(m -> m.after().trail().lastNotFoundAt())
          .text(m -> reason(m.after()))
          .text(m -> ending(m.after(), Ending::at))
          .number(m -> millis(m.step().wake()))
          .write();
    }
    hear(tx, moves.stream().filter(m -> m.step().heard() != null).toList());
    openCases(tx, moves.stream().filter(m -> m.step().trouble() != null).toList());
  }

  private static @Nullable Denial reason(Transfer transfer) {
    var ending = transfer.ending();
    return ending == null ? transfer.trail().refusal() : ending.reason();
  }

  private static void hear(Connection tx, List<Move> moves) throws SQLException {
    if (moves.isEmpty()) {
      return;
    }
    try (var hear = tx.prepareStatement(HEAR)) {
      new ColumnsStore<>(tx, hear, moves)
          .key(m -> m.after().id())
          .number(m -> (long) m.after().version())
          .text(m -> heard(m, BankNetwork.Heard::evidenceClass))
          .text(m -> heard(m, BankNetwork.Heard::code))
          .text(m -> m.step().trouble())
          .write();
    }
  }

  private static void openCases(Connection tx, List<Move> moves) throws SQLException {
    if (moves.isEmpty()) {
      return;
    }
    try (var open = tx.prepareStatement(OPEN_CASE)) {
      new ColumnsStore<>(tx, open, moves)
          .text(m -> m.step().trouble())
          .text(m -> m.after().id().subject())
          .text(m -> "version " + m.after().version());
      open.executeUpdate();
    }
  }

  private static @Nullable String heard(Move move, Function<BankNetwork.Heard, String> part) {
    var heard = move.step().heard();
    return heard == null ? null : part.apply(heard);
  }

  private static boolean sends(TransferChange change) {
    return switch (change) {
      case Open open -> open.after().trail().reference() != null;
      case Move move -> move.step().sends();
    };
  }

  private static void send(Connection tx, List<TransferChange> changes) throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    try (var send = tx.prepareStatement(SEND)) {
      new ColumnsStore<>(tx, send, changes)
          .key(change -> change.after().id())
          .text(change -> TransferMachine.asked(change.after()).bank())
          .text(change -> change.after().trail().reference())
          .number(change -> (long) change.after().trail().legs())
          .write();
    }
  }

  private static @Nullable Object ending(
      Transfer transfer, Function<Ending, @Nullable Object> part) {
    var ending = transfer.ending();
    return ending == null ? null : part.apply(ending);
  }

  private static @Nullable Long millis(@Nullable Duration wait) {
    return wait == null ? null : wait.toMillis();
  }
}
