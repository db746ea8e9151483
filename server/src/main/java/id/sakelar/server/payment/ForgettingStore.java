package id.sakelar.server.payment;

import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/// Forgets what nobody paid: who was asked about and what they owe is not ours to keep. Payments
/// stay for ever. Thread-safe.
public final class ForgettingStore {
  private final Jdbi jdbi;

  public ForgettingStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Removes inquiries of days before `day` that were not paid, with their numbers and tickets.
  ///
  /// @return how many inquiries
  public int forgetUnpaid(LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    WITH forgotten AS (
                      DELETE FROM inquiry i
                      WHERE day < :day AND NOT EXISTS (
                        SELECT 1 FROM payment p
                        WHERE (p.partner, p.dialect, p.reference)
                            = (i.partner, i.dialect, i.reference))
                      RETURNING partner, dialect, reference
                    ), numbers AS (
                      DELETE FROM inquiry_number n USING forgotten f
                      WHERE (n.partner, n.dialect, n.reference)
                          = (f.partner, f.dialect, f.reference)
                    ), tickets AS (
                      DELETE FROM ticket t USING forgotten f
                      WHERE (t.partner, t.dialect, t.reference)
                          = (f.partner, f.dialect, f.reference)
                    )
                    SELECT count(*) FROM forgotten
                    """)
                .bind("day", day)
                .mapTo(Integer.class)
                .one());
  }
}
