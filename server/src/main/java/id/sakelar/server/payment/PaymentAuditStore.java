package id.sakelar.server.payment;

import id.sakelar.ledger.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// Holds the payments against the books: what is in flight is exactly what is undecided, and what
/// has ended was booked as it ended. Slow: it reads every payment. Thread-safe.
public final class PaymentAuditStore {
  /// Each open payment of real money holds its price, and nothing else is in flight.
  private static final String HOLDS =
      """
      WITH held AS (
        SELECT subject, sum(CASE WHEN target = 'in-flight' THEN sen ELSE -sen END) AS sen
        FROM posting WHERE 'in-flight' IN (source, target)
        GROUP BY subject
      ), open AS (
        SELECT partner || '/' || dialect || '/' || reference AS subject, price_sen AS sen
        FROM payment WHERE ended_at IS NULL AND NOT test
      )
      SELECT subject || ' holds ' || coalesce(held.sen::text, 'nothing') || ' sen instead of '
             || coalesce(open.sen::text, 'nothing')
      FROM held FULL JOIN open USING (subject)
      WHERE coalesce(held.sen, 0) <> coalesce(open.sen, 0)
      ORDER BY 1
      """;

  /// A payment is held once, and settled or released as its state says, for its own amounts.
  private static final String ENDINGS =
      """
      WITH booked AS (
        SELECT p.partner || '/' || p.dialect || '/' || p.reference AS subject, p.state,
               p.price_sen, p.cost_sen, p.cashback_sen, p.late_success,
               sum(b.sen) FILTER (WHERE b.kind = 'HOLD' AND b.target = 'in-flight') AS held,
               sum(b.sen) FILTER (WHERE b.kind = 'SETTLE' AND b.target = 'sales') AS sold,
               coalesce(sum(b.sen) FILTER (WHERE b.kind = 'SETTLE' AND b.source = 'sales'
                                           AND b.target <> 'deposit:' || p.partner), 0)
                 AS bought,
               coalesce(sum(b.sen) FILTER (WHERE b.kind = 'SETTLE' AND b.source = 'sales'
                                           AND b.target = 'deposit:' || p.partner), 0)
                 AS shared,
               sum(b.sen) FILTER (WHERE b.kind = 'RELEASE') AS released,
               coalesce(sum(b.sen) FILTER (WHERE b.kind = 'LOSS' AND b.source = 'house-loss'), 0)
                 AS lost,
               sum(b.sen) FILTER (WHERE b.kind = 'REFUND' AND b.source = 'sales') AS refunded
        FROM payment p
        LEFT JOIN posting b ON b.subject = p.partner || '/' || p.dialect || '/' || p.reference
        WHERE NOT p.test
        GROUP BY p.partner, p.dialect, p.reference
      )
      SELECT subject || ' is ' || state || ' and was booked otherwise'
      FROM booked
      WHERE held IS DISTINCT FROM price_sen
         OR sold IS DISTINCT FROM
            CASE WHEN state IN ('SUCCEEDED', 'REFUNDED') THEN price_sen END
         OR bought <> CASE WHEN state IN ('SUCCEEDED', 'REFUNDED') THEN cost_sen ELSE 0 END
         OR shared <> CASE WHEN state IN ('SUCCEEDED', 'REFUNDED') THEN cashback_sen ELSE 0 END
         OR released IS DISTINCT FROM CASE WHEN state = 'FAILED' THEN price_sen END
         OR lost <> CASE WHEN late_success THEN cost_sen ELSE 0 END
         OR refunded IS DISTINCT FROM
            CASE WHEN state = 'REFUNDED' THEN price_sen - cashback_sen END
      ORDER BY 1
      """;

  /// Test calls book nothing.
  private static final String TESTS =
      """
      SELECT p.partner || '/' || p.dialect || '/' || p.reference || ' is a test and was booked'
      FROM payment p
      JOIN posting b ON b.subject = p.partner || '/' || p.dialect || '/' || p.reference
      WHERE p.test
      ORDER BY 1
      """;

  /// What counts towards a day's limit is what was spent that day, on bills and, by agents, on
  /// transfers.
  private static final String SPENDING =
      """
      WITH movement AS (
        SELECT partner, day, price_sen AS sen
        FROM payment WHERE NOT test AND state NOT IN ('FAILED', 'REFUNDED')
        UNION ALL
        SELECT owner, day,
               CASE WHEN source_books = target_books THEN fee_sen ELSE amount_sen + fee_sen END
        FROM transfer WHERE operation NOT IN ('SWITCHED', 'REVERSAL') AND state <> 'FAILED'
      ), spent AS (
        SELECT partner, day, sum(sen) AS sen FROM movement GROUP BY partner, day
      )
      SELECT partner || ' spent ' || coalesce(spent.sen, 0) || ' sen on ' || day
             || ', and ' || coalesce(spending.sen, 0) || ' are counted'
      FROM spent FULL JOIN spending USING (partner, day)
      WHERE coalesce(spent.sen, 0) <> coalesce(spending.sen, 0)
      ORDER BY 1
      """;

  private final Jdbi jdbi;

  public PaymentAuditStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Everything that is wrong, in one snapshot of the database; empty if nothing is.
  public List<Finding> run() {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        snapshot -> {
          var findings = new ArrayList<Finding>();
          find(snapshot, "in_flight_is_what_is_undecided", HOLDS, findings);
          find(snapshot, "a_payment_is_booked_as_it_ended", ENDINGS, findings);
          find(snapshot, "a_test_call_books_nothing", TESTS, findings);
          find(snapshot, "a_day_counts_what_was_spent", SPENDING, findings);
          return findings;
        });
  }

  private static void find(Handle snapshot, String law, String query, List<Finding> findings) {
    snapshot
        .createQuery(query)
        .mapTo(String.class)
        .forEach(row -> findings.add(new Finding(law, row)));
  }
}
