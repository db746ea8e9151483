package id.sakelar.server.payment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// What billers' lists of settled payments said, kept for ever. Thread-safe.
public final class SettlementStore {
  private final Jdbi jdbi;

  public SettlementStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Keeps the lines of a list; those that were kept before stay as they are.
  ///
  /// @return how many are new
  public int keep(String upstream, Collection<SettlementLine> lines) {
    return jdbi.inTransaction(
        handle -> {
          var batch =
              handle.prepareBatch(
                  """
                  INSERT INTO settlement_line
                    (upstream, day, reference, theirs, product, amount_sen, status)
                  VALUES (:upstream, :day, :reference, :theirs, :product, :amount, :status)
                  ON CONFLICT DO NOTHING
                  """);
          for (SettlementLine line : lines) {
            batch
                .bind("upstream", upstream)
                .bind("day", line.date())
                .bind("reference", line.reference())
                .bind("theirs", line.theirs())
                .bind("product", line.product())
                .bind("amount", line.amount().sen())
                .bind("status", line.status().name())
                .add();
          }
          return lines.isEmpty() ? 0 : Arrays.stream(batch.execute()).sum();
        });
  }

  /// Our references at the biller of payments that it confirmed to us, sent on these days, which no
  /// list of its has as paid or reversed.
  ///
  /// @param from the first day in Jakarta
  /// @param to the last
  public List<String> listOnlyOurs(String upstream, LocalDate from, LocalDate to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT p.upstream_reference FROM payment p
                    WHERE p.upstream = :upstream AND p.state IN ('SUCCEEDED', 'REFUNDED')
                      AND NOT p.test
                      AND (p.sent_at AT TIME ZONE 'Asia/Jakarta')::date BETWEEN :from AND :to
                      AND NOT EXISTS (
                        SELECT 1 FROM settlement_line l
                        WHERE l.upstream = p.upstream AND l.reference = p.upstream_reference
                          AND l.status <> 'FAILED')
                    ORDER BY p.sent_at
                    """)
                .bind("upstream", upstream)
                .bind("from", from)
                .bind("to", to)
                .mapTo(String.class)
                .list());
  }
}
