package id.sakelar.server.banking;

import id.sakelar.ledger.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// Holds the transfers against the books: what is in escrow is exactly what is under way, and every
/// transfer was booked as its state and its ends demand. Slow: it reads every transfer.
/// Thread-safe.
public final class BankingAuditStore {
  /// Every posting there must be, and no other one under a transfer's subject, whether there is
  /// such a transfer or not. What went back to another bank took two legs.
  private static final String POSTINGS =
      """
      WITH demanded AS (
        SELECT 'transfer/' || t.owner || '/' || lower(t.operation) || '/' || t.reference AS subject,
               p.kind, p.source, p.target, sum(p.sen) AS sen
        FROM transfer t
        CROSS JOIN LATERAL (
          SELECT coalesce(source_books, 'bank:' || source_bank) AS source,
                 coalesce(target_books, 'bank:' || target_bank) AS target,
                 source_books IS NULL AS comes_in, target_books IS NULL AS goes_out,
                 source_books IS NULL AND target_books IS NULL AND source_bank = target_bank
                   AS within
        ) AS way
        CROSS JOIN LATERAL (VALUES
          ('HOLD', way.source, 'escrow', amount_sen + fee_sen, NOT comes_in AND goes_out),
          ('TAKE', way.source, 'escrow', amount_sen,
           comes_in AND NOT within
             AND (state = 'RETURNING' OR (state = 'FAILED' AND legs > 1)
                  OR (goes_out AND state IN ('CREDITING', 'BOOKED')))),
          ('SETTLE', CASE WHEN goes_out THEN 'escrow' ELSE way.source END, way.target, amount_sen,
           NOT within AND state = 'BOOKED'),
          ('SETTLE', CASE WHEN goes_out THEN 'escrow' ELSE way.source END, 'fee-income', fee_sen,
           NOT within AND state = 'BOOKED'),
          ('RELEASE', 'escrow', way.source, amount_sen + fee_sen,
           NOT within AND state = 'FAILED' AND (NOT comes_in OR legs > 1))
        ) AS p (kind, source, target, sen, demanded)
        WHERE p.demanded AND p.sen > 0 AND p.source <> p.target
        GROUP BY 1, 2, 3, 4
      ), booked AS (
        SELECT subject, kind, source, target, sum(sen) AS sen
        FROM posting WHERE subject LIKE 'transfer/%'
        GROUP BY 1, 2, 3, 4
      )
      SELECT subject || ' ' || kind || ' from ' || source || ' to ' || target || ' is '
             || coalesce(booked.sen::text, 'not booked') || ' instead of '
             || coalesce(demanded.sen::text, 'nothing')
      FROM demanded FULL JOIN booked USING (subject, kind, source, target)
      WHERE demanded.sen IS DISTINCT FROM booked.sen
      ORDER BY 1
      """;

  private static final String ESCROW =
      """
      WITH held AS (
        SELECT coalesce(sum(sen), 0) AS sen FROM balance WHERE account = 'escrow'
      ), under_way AS (
        SELECT coalesce(sum(amount_sen + fee_sen), 0) AS sen
        FROM transfer WHERE state IN ('CREDITING', 'RETURNING')
      )
      SELECT 'escrow holds ' || held.sen || ' sen instead of ' || under_way.sen
      FROM held, under_way WHERE held.sen <> under_way.sen
      """;

  /// What transfers took from and gave to each other bank.
  private static final String POSITIONS =
      """
      WITH moved AS (
        SELECT source_bank AS bank, -amount_sen AS sen
        FROM transfer
        WHERE source_books IS NULL
          AND (target_books IS NOT NULL OR source_bank <> target_bank)
          AND state IN ('CREDITING', 'RETURNING', 'BOOKED')
        UNION ALL
        SELECT target_bank, amount_sen
        FROM transfer
        WHERE target_books IS NULL
          AND (source_books IS NOT NULL OR source_bank <> target_bank) AND state = 'BOOKED'
      ), positions AS (
        SELECT bank, sum(sen) AS sen FROM moved GROUP BY bank
      ), held AS (
        SELECT substr(account, 6) AS bank, sum(sen) AS sen
        FROM balance WHERE account LIKE 'bank:%' GROUP BY account
      )
      SELECT 'bank:' || bank || ' holds ' || coalesce(held.sen, 0) || ' sen instead of '
             || coalesce(positions.sen, 0)
      FROM positions FULL JOIN held USING (bank)
      WHERE coalesce(positions.sen, 0) <> coalesce(held.sen, 0)
      ORDER BY 1
      """;

  /// A reversal pays nothing out, and what it reversed was not paid out either.
  private static final String MONTHS =
      """
      WITH paid AS (
        SELECT source_account AS account, date_trunc('month', day::timestamp)::date AS month,
               sum(CASE WHEN source_books = target_books THEN fee_sen ELSE amount_sen + fee_sen END)
                 AS sen
        FROM transfer t
        WHERE source_books LIKE 'savings:%' AND operation <> 'REVERSAL' AND state <> 'FAILED'
          AND NOT EXISTS (
            SELECT 1 FROM transfer r
            WHERE (r.reverses_owner, r.reverses_operation, r.reverses_reference)
                = (t.owner, t.operation, t.reference) AND r.state = 'BOOKED')
        GROUP BY 1, 2
      )
      SELECT account || ' paid out ' || coalesce(paid.sen, 0) || ' sen in the month from ' || month
             || ', and ' || coalesce(counted.sen, 0) || ' are counted'
      FROM paid FULL JOIN month_debit counted USING (account, month)
      WHERE coalesce(paid.sen, 0) <> coalesce(counted.sen, 0)
      ORDER BY 1
      """;

  /// Every reference at another bank is on record.
  private static final String LEGS =
      """
      SELECT t.owner || '/' || t.operation || '/' || t.reference || ' used ' || t.legs
             || ' references, and ' || count(l.reference) || ' are known'
      FROM transfer t
      LEFT JOIN leg l ON (l.owner, l.operation, l.transfer) = (t.owner, t.operation, t.reference)
      GROUP BY t.owner, t.operation, t.reference
      HAVING count(l.reference) <> t.legs
         OR (t.leg_reference IS NOT NULL AND bool_and(l.reference <> t.leg_reference))
      ORDER BY 1
      """;

  private final Jdbi jdbi;

  public BankingAuditStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Everything that is wrong, in one snapshot of the database; empty if nothing is.
  public List<Finding> run() {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        snapshot -> {
          var findings = new ArrayList<Finding>();
          find(snapshot, "a_transfer_is_booked_as_it_stands", POSTINGS, findings);
          find(snapshot, "escrow_is_what_is_under_way", ESCROW, findings);
          find(snapshot, "a_position_is_what_transfers_moved", POSITIONS, findings);
          find(snapshot, "a_month_counts_what_was_paid_out", MONTHS, findings);
          find(snapshot, "a_transfer_has_its_references", LEGS, findings);
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
