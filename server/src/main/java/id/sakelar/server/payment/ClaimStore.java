package id.sakelar.server.payment;

import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Booking;
import id.sakelar.ledger.Books;
import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Change.Claim;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Books back what billers took for payments that had failed here, once they gave it back.
/// Thread-safe.
public final class ClaimStore {
  private final Jdbi jdbi;
  private final Books<Change> books;

  public ClaimStore(Jdbi jdbi, Books<Change> books) {
    this.jdbi = jdbi;
    this.books = books;
  }

  /// Books the loss of a payment back, closes its case and notes that the approved decision of this
  /// number is applied; all of it or nothing, and once.
  ///
  /// @return false if nothing was done, since there is no such loss, it was booked back before, or
  ///   the decision is not one that waits to be applied
  public boolean claim(PaymentId id, long decision) {
    var claim = findLoss(id, decision);
    if (claim.isEmpty()) {
      return false;
    }
    return switch (books.insist(claim.get().unit())) {
      case Booking.Booked _ -> true;
      case Booking.Refused _ -> false;
      case Booking.Overloaded _, Booking.Undecided _ ->
          throw new IllegalStateException("the books are closed or overloaded");
    };
  }

  private Optional<Claim> findLoss(PaymentId id, long decision) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT target, sen FROM posting WHERE subject = :subject AND kind = 'LOSS'")
                .bind("subject", id.subject())
                .map(
                    (row, _) ->
                        new Claim(
                            id,
                            decision,
                            new AccountId(row.getString("target")),
                            new Rupiah(row.getLong("sen"))))
                .findOne());
  }
}
