package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Pseudonyms;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/// Leave to pay once what was inquired, for a dialect whose payments name no reference: there, a
/// payment asked for again because its answer was lost cannot be told from a second payment by
/// itself.
///
/// An inquiry leaves a ticket; a payment of the same bank, card and amount takes it. Whoever asks
/// again while it is not known how the payment ended, or within ten minutes of its end, is shown
/// the ticket that was taken. All calls are one short transaction. Thread-safe, and across
/// processes.
public final class TicketStore {
  private static final Duration LASTS = Duration.ofHours(24);
  private static final Duration REPEATS = Duration.ofMinutes(10);

  /// The longest between a taken ticket and its payment: the biller may have to be asked again.
  private static final Duration BEGINS = Duration.ofMinutes(2);

  private static final String SAME =
      "t.partner = :partner AND t.dialect = :dialect AND t.wanted = :wanted";

  private final Jdbi jdbi;
  private final Pseudonyms pseudonyms;

  public TicketStore(Jdbi jdbi, Pseudonyms pseudonyms) {
    this.jdbi = jdbi;
    this.pseudonyms = pseudonyms;
  }

  /// What a payment has to name for a ticket to be its own.
  ///
  /// @param product as the partner names it, whatever the catalogue calls it by then
  public record Wanted(String product, String customer, Rupiah amount) {
    /// Leaves the customer's number out.
    @Override
    public String toString() {
      return "Wanted[" + product + ", " + amount + "]";
    }
  }

  /// What came of asking for a ticket.
  public sealed interface Taking {
    /// Pay under this reference; whether it was paid before, the payment tells.
    record Taken(String reference) implements Taking {}

    /// There is no ticket: the bill has to be inquired anew.
    record NoTicket() implements Taking {}

    /// The partner's own reference was used for something else.
    record ReferenceUsed() implements Taking {}
  }

  /// Leaves a ticket to pay `wanted` under `id`, in place of one nobody took. An inquiry that was
  /// begun before the last ticket was taken leaves none: its caller has inquired again meanwhile,
  /// and paid.
  ///
  /// @param began when the inquiry was asked for
  public void leave(PaymentId id, Wanted wanted, Instant began) {
    var pseudonym = pseudonym(id.partner(), id.dialect(), wanted);
    jdbi.useTransaction(
        handle -> {
          lock(handle, pseudonym);
          handle
              .createUpdate(
                  """
                  INSERT INTO ticket (partner, dialect, reference, wanted, left_at)
                  SELECT :partner, :dialect, :reference, :wanted, :began
                  WHERE NOT EXISTS (
                    SELECT 1 FROM ticket t
                    WHERE t.partner = :partner AND t.dialect = :dialect AND t.wanted = :wanted
                      AND t.taken_at > :began)
                  ON CONFLICT (partner, dialect, wanted) WHERE taken_at IS NULL
                  DO UPDATE SET reference = excluded.reference, left_at = excluded.left_at
                  """)
              .bindMethods(id)
              .bind("wanted", pseudonym)
              .bind("began", Timestamp.from(began))
              .execute();
        });
  }

  /// Until the end of the transaction nobody else looks for or leaves a ticket for the same.
  private static void lock(Handle handle, String wanted) {
    handle
        .createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:wanted, 0))")
        .bind("wanted", wanted)
        .mapTo(Integer.class)
        .one();
  }

  /// Removes the ticket of a payment: nobody is shown it again.
  public void forget(PaymentId id) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    DELETE FROM ticket
                    WHERE partner = :partner AND dialect = :dialect AND reference = :reference
                    """)
                .bindMethods(id)
                .execute());
  }

  /// Takes the ticket to pay `wanted`, or finds the one that was taken for this payment before.
  ///
  /// @param own the partner's own reference, if it sends one: then only it tells what is the same
  public Taking take(
      String partner, String dialect, Wanted wanted, @Nullable String own, Instant now) {
    var search = new Search(partner, dialect, pseudonym(partner, dialect, wanted), own, now);
    return own == null
        ? jdbi.inTransaction(
            handle -> {
              lock(handle, search.wanted());
              return search.take(handle);
            })
        : takeOwn(search);
  }

  /// Looks once more when somebody else took a ticket for the same reference meanwhile.
  private Taking takeOwn(Search search) {
    try {
      return jdbi.withHandle(search::takeOwn);
    } catch (UnableToExecuteStatementException e) {
      return jdbi.withHandle(search::findOwn).orElseThrow(() -> e);
    }
  }

  /// Shows the ticket that [#take] would show again, and takes none: for a partner who may not
  /// begin a payment now.
  public Taking findTaken(
      String partner, String dialect, Wanted wanted, @Nullable String own, Instant now) {
    var search = new Search(partner, dialect, pseudonym(partner, dialect, wanted), own, now);
    var found =
        jdbi.withHandle(handle -> own == null ? search.findAgain(handle) : search.findOwn(handle));
    return found.orElse(new Taking.NoTicket());
  }

  private String pseudonym(String partner, String dialect, Wanted wanted) {
    return pseudonyms.of(
        partner, dialect, wanted.product(), wanted.customer(), "" + wanted.amount().sen());
  }

  /// One search for a ticket.
  private record Search(
      String partner, String dialect, String wanted, @Nullable String own, Instant now) {

    /// Who asks while a payment is undecided asks after that one, whatever was inquired since: a
    /// ticket that was left meanwhile would pay once more when the end of it is asked for.
    Taking take(Handle handle) {
      var undecided = findUndecided(handle);
      if (undecided.isPresent()) {
        bound(handle.createUpdate("DELETE FROM ticket t WHERE t.taken_at IS NULL AND " + SAME))
            .execute();
        return new Taking.Taken(undecided.get());
      }
      return takeUnused(handle)
          .or(() -> findTaken(handle))
          .<Taking>map(Taking.Taken::new)
          .orElse(new Taking.NoTicket());
    }

    /// While there is an unused ticket, nobody asks again for what was paid with the one before.
    Optional<Taking> findAgain(Handle handle) {
      return findUndecided(handle)
          .or(() -> hasUnused(handle) ? Optional.empty() : findTaken(handle))
          .map(Taking.Taken::new);
    }

    private boolean hasUnused(Handle handle) {
      return bound(
              handle.createQuery(
                  """
                  SELECT 1 FROM ticket t
                  WHERE t.taken_at IS NULL AND t.left_at > :oldest AND\s"""
                      + SAME))
          .bind("oldest", Timestamp.from(now.minus(LASTS)))
          .mapTo(Integer.class)
          .findOne()
          .isPresent();
    }

    Taking takeOwn(Handle handle) {
      return findOwn(handle)
          .or(() -> takeUnused(handle).<Taking>map(Taking.Taken::new))
          .or(() -> findOwn(handle))
          .orElse(new Taking.NoTicket());
    }

    Optional<Taking> findOwn(Handle handle) {
      return handle
          .createQuery(
              """
              SELECT reference, wanted FROM ticket
              WHERE partner = :partner AND dialect = :dialect AND partner_reference = :own
              """)
          .bind("partner", partner)
          .bind("dialect", dialect)
          .bind("own", own)
          .<Taking>map(
              (row, _) ->
                  row.getString("wanted").equals(wanted)
                      ? new Taking.Taken(row.getString("reference"))
                      : new Taking.ReferenceUsed())
          .findOne();
    }

    /// A ticket that was just taken and has no payment yet is about to have one.
    private Optional<String> findUndecided(Handle handle) {
      return bound(
              handle.createQuery(
                  """
                  SELECT t.reference
                  FROM ticket t LEFT JOIN payment p USING (partner, dialect, reference)
                  WHERE t.taken_at IS NOT NULL AND p.ended_at IS NULL
                    AND (p.reference IS NOT NULL OR t.taken_at > :beginning) AND\s"""
                      + SAME
                      + " ORDER BY t.taken_at DESC LIMIT 1"))
          .bind("beginning", Timestamp.from(now.minus(BEGINS)))
          .mapTo(String.class)
          .findOne();
    }

    private Optional<String> takeUnused(Handle handle) {
      return bound(
              handle.createQuery(
                  """
                  UPDATE ticket t SET taken_at = :now, partner_reference = :own
                  WHERE t.taken_at IS NULL AND t.left_at > :oldest AND\s"""
                      + SAME
                      + " RETURNING t.reference"))
          .bind("now", Timestamp.from(now))
          .bind("own", own)
          .bind("oldest", Timestamp.from(now.minus(LASTS)))
          .mapTo(String.class)
          .findOne();
    }

    private Optional<String> findTaken(Handle handle) {
      return bound(
              handle.createQuery(
                  """
                  SELECT t.reference
                  FROM ticket t LEFT JOIN payment p USING (partner, dialect, reference)
                  WHERE greatest(t.taken_at, p.ended_at) > :oldest AND\s"""
                      + SAME
                      + " ORDER BY t.taken_at DESC LIMIT 1"))
          .bind("oldest", Timestamp.from(now.minus(REPEATS)))
          .mapTo(String.class)
          .findOne();
    }

    private <S extends SqlStatement<S>> S bound(S statement) {
      return statement.bind("partner", partner).bind("dialect", dialect).bind("wanted", wanted);
    }
  }
}
