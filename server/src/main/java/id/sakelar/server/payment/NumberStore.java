package id.sakelar.server.payment;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Numbers that the switch gives to what partners ask for, where the dialect has it so. No number
/// is given twice. Thread-safe when its source of chance is.
public final class NumberStore {
  /// The smallest number of an inquiry, and how many there are: partners keep them in 32 bits.
  private static final long FIRST = 100_000_000;

  private static final long ALL = Integer.MAX_VALUE - FIRST;

  private final Jdbi jdbi;
  private final RandomGenerator chance;

  public NumberStore(Jdbi jdbi, RandomGenerator chance) {
    this.jdbi = jdbi;
    this.chance = chance;
  }

  /// The next invoice of 11 digits.
  public String nextInvoiceOf11() {
    return next("SELECT nextval('invoice_11')");
  }

  /// The next invoice of 12 digits.
  public String nextInvoiceOf12() {
    return next("SELECT nextval('invoice_12')");
  }

  private String next(String query) {
    return jdbi.withHandle(handle -> handle.createQuery(query).mapTo(String.class).one());
  }

  /// The number of an inquiry: made by chance the first time, so that nobody can count the
  /// inquiries of others, and the same ever after.
  ///
  /// @return 9 or 10 digits, at most 2,147,483,647
  public long numberOf(PaymentId id) {
    while (true) {
      long wanted = FIRST + chance.nextLong(ALL);
      var number = jdbi.withHandle(handle -> put(handle, id, wanted));
      if (number.isPresent()) {
        return number.get();
      }
    }
  }

  /// Gives an inquiry a number of the caller's choice, unless it has one or another has that.
  public void give(PaymentId id, long number) {
    jdbi.useHandle(handle -> put(handle, id, number));
  }

  /// Gives an inquiry this number, unless it has one.
  ///
  /// @return its number, or empty if `wanted` belongs to another
  private static Optional<Long> put(Handle handle, PaymentId id, long wanted) {
    handle
        .createUpdate(
            """
            INSERT INTO inquiry_number (number, partner, dialect, reference)
            VALUES (:number, :partner, :dialect, :reference)
            ON CONFLICT DO NOTHING
            """)
        .bind("number", wanted)
        .bindMethods(id)
        .execute();
    return handle
        .createQuery(
            """
            SELECT number FROM inquiry_number
            WHERE partner = :partner AND dialect = :dialect AND reference = :reference
            """)
        .bindMethods(id)
        .mapTo(Long.class)
        .findOne();
  }

  /// Which inquiry of the partner has the number; those of others look unknown.
  public Optional<PaymentId> find(String partner, String dialect, long number) {
    return find(dialect, number).filter(id -> id.partner().equals(partner));
  }

  /// Which inquiry has the number, whoever asked. Not for answers to a partner.
  public Optional<PaymentId> find(String dialect, long number) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT partner, dialect, reference FROM inquiry_number
                    WHERE number = :number AND dialect = :dialect
                    """)
                .bind("number", number)
                .bind("dialect", dialect)
                .map(
                    (row, _) ->
                        new PaymentId(
                            row.getString("partner"),
                            row.getString("dialect"),
                            row.getString("reference")))
                .findOne());
  }
}
