package id.sakelar.server.payment;

import id.sakelar.ledger.Booking;
import id.sakelar.ledger.Booking.Booked;
import id.sakelar.ledger.Booking.Overloaded;
import id.sakelar.ledger.Booking.Undecided;
import id.sakelar.ledger.Books;
import id.sakelar.ledger.Refusal;
import id.sakelar.ledger.Riders;
import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.partner.Vault;
import id.sakelar.server.payment.Payment.Ending;
import id.sakelar.server.payment.Payment.Trail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Inquiries and payments in PostgreSQL. Changes of money go through the books. Thread-safe.
public final class PostgresStore implements Store {
  private static final String KEY =
      "partner = :partner AND dialect = :dialect AND reference = :reference";

  private final Jdbi jdbi;
  private final Books<Change> books;
  private final QuoteTextStore quotes;
  private final NoticeStore notices;

  /// A store whose money moves in `books`.
  ///
  /// @param books made with [#rows(Vault)]
  /// @param vault seals who owes what
  public PostgresStore(Jdbi jdbi, Books<Change> books, Vault vault) {
    this.jdbi = jdbi;
    this.books = books;
    this.quotes = new QuoteTextStore(vault);
    this.notices = new NoticeStore(jdbi);
  }

  /// The rows of payments, for the books to change along.
  public static Riders<Change> rows(Vault vault) {
    return new PaymentRowsStore(new PaymentWritesStore(new QuoteTextStore(vault)));
  }

  @Override
  public Optional<Inquiry> findInquiry(PaymentId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT partner, dialect, reference, quote, day, test
                    FROM inquiry WHERE\s"""
                        + KEY)
                .bindMethods(id)
                .map((row, _) -> inquiry(row))
                .findOne());
  }

  @Override
  public Inquiry keep(Inquiry inquiry) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    INSERT INTO inquiry AS i
                      (partner, dialect, reference, quote, day, test)
                    VALUES (:partner, :dialect, :reference, :quote, :day, :test)
                    ON CONFLICT (partner, dialect, reference) DO UPDATE
                    SET quote = CASE WHEN i.day >= excluded.day THEN i.quote
                                     ELSE excluded.quote END,
                        test = CASE WHEN i.day >= excluded.day THEN i.test
                                    ELSE excluded.test END,
                        day = greatest(i.day, excluded.day)
                    RETURNING partner, dialect, reference, quote, day, test
                    """)
                .bindMethods(inquiry.id())
                .bind("quote", quotes.write(inquiry))
                .bind("day", inquiry.day())
                .bind("test", inquiry.test())
                .map((row, _) -> inquiry(row))
                .one());
  }

  @Override
  public Optional<Payment> findPayment(PaymentId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM payment WHERE " + KEY)
                .bindMethods(id)
                .map((row, _) -> payment(row))
                .findOne());
  }

  @Override
  public Payment findToTell(PaymentId id) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE payment SET told_pending = true
                    WHERE state IN ('HELD', 'SENDING') AND NOT told_pending AND\s"""
                        + KEY)
                .bindMethods(id)
                .execute());
    return findPayment(id).orElseThrow(() -> new IllegalStateException("there is no " + id));
  }

  @Override
  public Opening open(Payment payment, Duration lease, @Nullable Rupiah dayLimit) {
    var unit = new Change.Open(payment, lease, dayLimit).unit();
    return switch (books.submit(unit)) {
      case Booked(var after) -> new Opening.Opened(PaymentRowsStore.balanced(payment, after));
      case Booking.Refused(Refusal why, String word) -> refusedOpening(why, word);
      case Overloaded _ -> new Opening.Refused(Reason.BUSY);
      case Undecided _ -> throw new IllegalStateException("the books are closed");
    };
  }

  @Override
  public Optional<Reason> refuse(PaymentId id, Reason reason, Duration memory) {
    return switch (books.insist(new Change.Refuse(id, reason, memory).unit())) {
      case Booked _ -> Optional.of(reason);
      case Booking.Refused(_, String word) ->
          word.equals(PaymentRowsStore.EXISTS)
              ? Optional.empty()
              : Optional.of(PaymentRowsStore.standing(word));
      case Overloaded _, Undecided _ ->
          throw new IllegalStateException("the books are closed or overloaded");
    };
  }

  @Override
  public void hurry(PaymentId id, Duration every) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE payment
                    SET wake_at = clock_timestamp(), hurried_at = clock_timestamp()
                    WHERE state IN ('PENDING', 'UNKNOWN', 'REVIEW')
                      AND wake_at > clock_timestamp()
                      AND coalesce(hurried_at, '-infinity')
                          < clock_timestamp() - :every * interval '1 millisecond'
                      AND\s"""
                        + KEY)
                .bind("every", every.toMillis())
                .bindMethods(id)
                .execute());
  }

  @Override
  public Optional<Sent> findSent(String upstream, String reference) {
    return findSent("upstream = :upstream AND upstream_reference = :sent", upstream, reference)
        .map(payment -> new Sent(payment, false))
        .or(
            () ->
                findSent(
                        """
                        (partner, dialect, reference) = (
                          SELECT partner, dialect, reference FROM former_attempt
                          WHERE upstream = :upstream AND upstream_reference = :sent)
                        """,
                        upstream,
                        reference)
                    .map(payment -> new Sent(payment, true)));
  }

  private Optional<Payment> findSent(String condition, String upstream, String reference) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM payment WHERE " + condition)
                .bind("upstream", upstream)
                .bind("sent", reference)
                .map((row, _) -> payment(row))
                .findOne());
  }

  @Override
  public boolean isOfAnother(Payment payment, String number) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT EXISTS (
                      SELECT 1 FROM payment
                      WHERE upstream = :upstream AND upstream_number = :number
                        AND (partner, dialect, reference) <> (:partner, :dialect, :reference))
                    """)
                .bind("upstream", payment.quote().upstream())
                .bind("number", number)
                .bindMethods(payment.id())
                .mapTo(Boolean.class)
                .one());
  }

  private static Opening refusedOpening(Refusal why, String word) {
    return switch (why) {
      case DUPLICATE -> duplicate(word);
      case FLOOR -> new Opening.Refused(Reason.FUNDS);
      case GUARD ->
          switch (word) {
            case PaymentRowsStore.EXISTS -> new Opening.Exists();
            case PaymentRowsStore.DAY_LIMIT -> new Opening.Refused(Reason.LIMIT);
            default -> new Opening.Refused(PaymentRowsStore.standing(word));
          };
      case UNKNOWN_ACCOUNT, CEILING ->
          throw new IllegalStateException("the books do not know " + word);
    };
  }

  private static Opening duplicate(String constraint) {
    if (constraint.equals("payment_reference_is_used_once")) {
      throw new IllegalStateException("another payment has this reference at the biller");
    }
    return new Opening.Exists();
  }

  @Override
  public Optional<Payment> commit(Step step) {
    var unit = new Change.Move(step).unit();
    return switch (books.insist(unit)) {
      case Booked(var after) -> Optional.of(PaymentRowsStore.balanced(step.after(), after));
      case Booking.Refused(Refusal why, String word) -> refusedStep(why, word);
      case Overloaded _, Undecided _ ->
          throw new IllegalStateException("the books are closed or overloaded");
    };
  }

  private static Optional<Payment> refusedStep(Refusal why, String word) {
    return switch (why) {
      case GUARD, DUPLICATE -> Optional.empty();
      case UNKNOWN_ACCOUNT, FLOOR, CEILING ->
          throw new IllegalStateException("the books refuse a step: " + why + " " + word);
    };
  }

  @Override
  public List<Payment> takeDue(int most, Duration lease) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    WITH due AS MATERIALIZED (
                      SELECT partner, dialect, reference FROM payment
                      WHERE wake_at <= clock_timestamp()
                      ORDER BY wake_at LIMIT :most FOR UPDATE SKIP LOCKED)
                    UPDATE payment p
                    SET wake_at = clock_timestamp() + :lease * interval '1 millisecond'
                    FROM due
                    WHERE (p.partner, p.dialect, p.reference)
                        = (due.partner, due.dialect, due.reference)
                    RETURNING p.*
                    """)
                .bind("lease", lease.toMillis())
                .bind("most", most)
                .map((row, _) -> payment(row))
                .list());
  }

  @Override
  public Optional<Payment> findConfirmed(String upstream, Family family) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM payment
                    WHERE upstream = :upstream AND state = 'SUCCEEDED' AND NOT test
                    ORDER BY ended_at DESC LIMIT 20
                    """)
                .bind("upstream", upstream)
                .map((row, _) -> payment(row))
                .list()
                .stream()
                .filter(payment -> payment.quote().bill().family() == family)
                .findFirst());
  }

  @Override
  public void tell(Payment payment) {
    notices.write(payment);
  }

  @Override
  public List<Notice> takeNotices(int most, Duration lease) {
    return notices.take(most, lease);
  }

  @Override
  public void close(Notice notice, boolean delivered) {
    notices.close(notice, delivered ? "delivered" : "dropped");
  }

  @Override
  public void giveUp(Notice notice) {
    notices.close(notice, "given up");
  }

  @Override
  public void postpone(Notice notice, Duration wait) {
    notices.postpone(notice, wait, true);
  }

  @Override
  public void putBack(Notice notice, Duration wait) {
    notices.postpone(notice, wait, false);
  }

  private static PaymentId id(ResultSet row) throws SQLException {
    return new PaymentId(
        row.getString("partner"), row.getString("dialect"), row.getString("reference"));
  }

  private Inquiry inquiry(ResultSet row) throws SQLException {
    var id = id(row);
    return inquiry(row, id, quotes.readInquired(id, row.getString("quote")));
  }

  private static Inquiry inquiry(ResultSet row, PaymentId id, Quote quote) throws SQLException {
    return new Inquiry(id, quote, row.getObject("day", LocalDate.class), row.getBoolean("test"));
  }

  private Payment payment(ResultSet row) throws SQLException {
    var id = id(row);
    long balance = row.getLong("balance_sen");
    var told = row.wasNull() ? null : new Rupiah(balance);
    return new Payment(
        inquiry(row, id, quotes.readPaid(id, row.getString("quote"))),
        State.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getTimestamp("opened_at").toInstant(),
        trail(row),
        ending(id, row),
        told);
  }

  private static Trail trail(ResultSet row) throws SQLException {
    return new Trail(
        row.getInt("attempts"),
        row.getTimestamp("sent_at").toInstant(),
        row.getInt("polls"),
        row.getInt("not_founds"),
        instant(row, "last_not_found_at"),
        row.getString("upstream_number"),
        row.getInt("resends"),
        row.getBoolean("late_success"));
  }

  private @Nullable Ending ending(PaymentId id, ResultSet row) throws SQLException {
    var at = instant(row, "ended_at");
    if (at == null) {
      return null;
    }
    var reason = row.getString("reason");
    var receipt = row.getString("receipt");
    return new Ending(
        row.getString("serial"),
        row.getString("code"),
        reason == null ? null : Reason.valueOf(reason),
        at,
        receipt == null ? null : quotes.readReceipt(id, receipt));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp moment = row.getTimestamp(column);
    return moment == null ? null : moment.toInstant();
  }
}
