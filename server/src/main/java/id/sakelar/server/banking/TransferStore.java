package id.sakelar.server.banking;

import id.sakelar.ledger.Booking;
import id.sakelar.ledger.Books;
import id.sakelar.ledger.Refusal;
import id.sakelar.ledger.Riders;
import id.sakelar.server.banking.TransferChange.Move;
import id.sakelar.server.banking.TransferChange.Open;
import id.sakelar.server.partner.Vault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Transfers in PostgreSQL. Changes of money go through the books. Every method is one short
/// transaction, or two, durable when it returns. Thread-safe.
public final class TransferStore {
  private static final String FIND =
      """
      SELECT * FROM transfer
      WHERE owner = :owner AND operation = :operation AND reference = :reference
      """;

  private static final String LEG_TAKEN = "leg_pkey";

  private final Jdbi jdbi;
  private final Books<TransferChange> books;
  private final TransferReadStore reads;

  /// A store whose money moves in `books`.
  ///
  /// @param books made with [#rows]
  /// @param vault seals who sends to whom
  public TransferStore(Jdbi jdbi, Books<TransferChange> books, Vault vault) {
    this.jdbi = jdbi;
    this.books = books;
    this.reads = new TransferReadStore(vault);
  }

  /// The rows of transfers, for the books to change along.
  public static Riders<TransferChange> rows(OurBank bank, Vault vault) {
    return new TransferRowsStore(bank, new TransferWritesStore(vault));
  }

  Optional<Transfer> find(TransferId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FIND)
                .bindMethods(id)
                .map((row, _) -> reads.transfer(row))
                .findOne());
  }

  /// The reversal that is booked or under way.
  Optional<Transfer> findReversal(TransferId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM transfer
                    WHERE reverses_owner = :owner AND reverses_operation = :operation
                      AND reverses_reference = :reference AND state <> 'FAILED'
                    """)
                .bindMethods(id)
                .map((row, _) -> reads.transfer(row))
                .findOne());
  }

  /// Opens a transfer: the row and everything that is used up by it, and its first postings.
  Opening open(Open change) {
    return switch (books.submit(change.unit())) {
      case Booking.Booked _ -> new Opening.Opened(find(change.after().id()).orElseThrow());
      case Booking.Refused(Refusal why, String word) -> refused(change.after(), why, word);
      case Booking.Overloaded _ -> new Opening.Refused(Denial.BUSY);
      case Booking.Undecided _ -> throw new IllegalStateException("the books are closed");
    };
  }

  private Opening refused(Transfer transfer, Refusal why, String word) {
    return switch (why) {
      case DUPLICATE -> duplicate(transfer, word);
      case FLOOR -> new Opening.Refused(Denial.FUNDS);
      case CEILING -> new Opening.Refused(Denial.CEILING);
      case GUARD -> guarded(transfer, word);
      case UNKNOWN_ACCOUNT -> throw new IllegalStateException("the books do not know " + word);
    };
  }

  private Opening guarded(Transfer transfer, String word) {
    return switch (word) {
      case TransferGuardStore.EXISTS -> new Opening.Exists(transfer.id());
      case TransferGuardStore.REPEATED ->
          findRepeated(transfer)
              .<Opening>map(Opening.Exists::new)
              .orElse(new Opening.Refused(Denial.BUSY));
      default -> new Opening.Refused(Denial.valueOf(word));
    };
  }

  private static Opening duplicate(Transfer transfer, String constraint) {
    return switch (constraint) {
      case LEG_TAKEN -> new Opening.LegTaken();
      case "transfer_refnum_is_used_once" -> new Opening.Refused(Denial.REFERENCE_USED);
      case "transfer_is_reversed_once" -> new Opening.Refused(Denial.ALREADY_REVERSED);
      case "bank_account_identity_key" -> new Opening.Refused(Denial.HAS_ACCOUNT);
      case "bank_account_pkey", "bank_account_books_key" -> new Opening.Refused(Denial.BUSY);
      default -> new Opening.Exists(transfer.id());
    };
  }

  /// The transfer that this one repeats; empty if it has failed meanwhile.
  private Optional<TransferId> findRepeated(Transfer transfer) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT owner, operation, reference FROM transfer
                    WHERE owner = :owner AND operation = :operation AND fingerprint = :fingerprint
                      AND NOT referenced AND state <> 'FAILED' AND opened_at >= :since
                    ORDER BY opened_at DESC LIMIT 1
                    """)
                .bindMethods(transfer.id())
                .bind("fingerprint", transfer.order().fingerprint())
                .bind("since", transfer.openedAt().minus(TransferLooksStore.REPETITION))
                .map((row, _) -> TransferReadStore.id(row))
                .findOne());
  }

  /// Commits a step: state, evidence, postings and what is to be sent together.
  Committing commit(Move change) {
    return switch (books.insist(change.unit())) {
      case Booking.Booked _ -> new Committing.Committed(find(change.after().id()).orElseThrow());
      case Booking.Refused(Refusal why, String word) -> refused(why, word);
      case Booking.Overloaded _, Booking.Undecided _ ->
          throw new IllegalStateException("the books are closed or overloaded");
    };
  }

  private static Committing refused(Refusal why, String word) {
    return switch (why) {
      case DUPLICATE ->
          word.equals(LEG_TAKEN) ? new Committing.LegTaken() : new Committing.MovedOn();
      case GUARD ->
          word.equals(TransferGuardStore.MOVED_ON)
              ? new Committing.MovedOn()
              : new Committing.Refused(Denial.valueOf(word));
      case CEILING -> new Committing.Refused(Denial.CEILING);
      case FLOOR, UNKNOWN_ACCOUNT ->
          throw new IllegalStateException("the books refuse a step: " + why + " " + word);
    };
  }

  /// Takes transfers somebody must look at now. Each is given to one caller only, until `lease` has
  /// passed.
  List<Transfer> takeDue(int most, Duration lease) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    WITH due AS MATERIALIZED (
                      SELECT owner, operation, reference FROM transfer
                      WHERE wake_at <= clock_timestamp()
                      ORDER BY wake_at LIMIT :most FOR UPDATE SKIP LOCKED)
                    UPDATE transfer t
                    SET wake_at = clock_timestamp() + :lease * interval '1 millisecond'
                    FROM due
                    WHERE (t.owner, t.operation, t.reference)
                        = (due.owner, due.operation, due.reference)
                    RETURNING t.*
                    """)
                .bind("lease", lease.toMillis())
                .bind("most", most)
                .map((row, _) -> reads.transfer(row))
                .list());
  }

  /// What came of opening a transfer.
  sealed interface Opening {
    record Opened(Transfer transfer) implements Opening {}

    /// There is one already, under this id; nothing was changed.
    record Exists(TransferId id) implements Opening {}

    /// Certainly not opened.
    record Refused(Denial why) implements Opening {}

    /// Certainly not opened: the bank that is asked first knows the reference from another.
    record LegTaken() implements Opening {}
  }

  /// What came of a step. Nothing was changed unless it is committed.
  sealed interface Committing {
    record Committed(Transfer transfer) implements Committing {}

    /// The stored transfer is not the one that was decided upon.
    record MovedOn() implements Committing {}

    /// An account of ours cannot take the money.
    record Refused(Denial why) implements Committing {}

    /// The bank that is asked next knows the reference from another.
    record LegTaken() implements Committing {}
  }
}
