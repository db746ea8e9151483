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
    return jdbi.inTransaction(
        handle -> {
          int forgotten =
              handle
                  .createUpdate(
                      """
                      DELETE FROM inquiry i
                      WHERE day < :day AND NOT EXISTS (
                        SELECT 1 FROM payment p
                        WHERE (p.partner, p.dialect, p.reference)
                            = (i.partner, i.dialect, i.reference))
                      """)
                  .bind("day", day)
                  .execute();
          handle.execute(ORPHANS.formatted("inquiry_number"));
          handle.execute(ORPHANS.formatted("ticket"));
          return forgotten;
        });
  }

  private static final String ORPHANS =
      """
      DELETE FROM %s o
      WHERE NOT EXISTS (
        SELECT 1 FROM inquiry i
        WHERE (i.partner, i.dialect, i.reference) = (o.partner, o.dialect, o.reference))
      """;
}
