package id.sakelar.server.payment;

import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Counts what was sold. Thread-safe.
public final class SalesStore {
  private final Jdbi jdbi;

  public SalesStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// How many payments of a partner in a dialect have succeeded, by product, in the order in which
  /// the products were first sold. What was refunded is not sold, and test calls sell nothing.
  ///
  /// @param month only those whose business day is in this month; null for all there are
  public SequencedMap<String, Long> count(
      String partner, String dialect, @Nullable YearMonth month) {
    var counts = new LinkedHashMap<String, Long>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT product, count(*) AS payments FROM payment
                    WHERE partner = :partner AND dialect = :dialect AND state = 'SUCCEEDED'
                      AND NOT test AND product IS NOT NULL
                      AND (:first::date IS NULL OR day BETWEEN :first AND :last)
                    GROUP BY product ORDER BY min(opened_at), product
                    """)
                .bind("partner", partner)
                .bind("dialect", dialect)
                .bind("first", month == null ? null : month.atDay(1))
                .bind("last", month == null ? null : month.atEndOfMonth())
                .map((row, _) -> counts.put(row.getString("product"), row.getLong("payments")))
                .list());
    return Collections.unmodifiableSequencedMap(counts);
  }
}
