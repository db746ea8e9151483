package id.sakelar.server.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.ledger.Finding;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// Holds decisions against the operators' log and against what was done: every entry vouches for
/// the one before, every decision has its entries, and whatever operators moved was decided by two.
/// Thread-safe.
public final class ReviewAuditStore {
  private static final String FIRST = "0".repeat(64);

  private static final String LOG =
      """
      SELECT number, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS moment,
             operator, action, subject, decision, previous, note, hash
      FROM operator_log ORDER BY number
      """;

  /// What the log must say of decisions, and what it says. That a decision was approved before it
  /// turned out void is told by the log alone.
  private static final String ENTRIES =
      """
      WITH expected AS (
        SELECT number, 'PROPOSE' AS action, maker AS who, subject, proposal_text(d) AS said
        FROM decision d
        UNION ALL
        SELECT number, 'APPROVE', checker, subject, ''
        FROM decision WHERE state IN ('APPROVED', 'APPLIED')
        UNION ALL
        SELECT number, 'APPLY', checker, subject, lower(outcome)
        FROM decision WHERE state = 'APPLIED'
        UNION ALL
        SELECT number, 'REJECT', checker, subject, reason FROM decision WHERE state = 'REJECTED'
        UNION ALL
        SELECT number, 'VOID', checker, subject, reason FROM decision WHERE state = 'VOID'
      ), logged AS (
        SELECT l.decision AS number, l.action, l.operator AS who, l.subject, l.note AS said
        FROM operator_log l
        LEFT JOIN decision d ON d.number = l.decision
        WHERE l.decision IS NOT NULL
          AND NOT (l.action = 'APPROVE' AND d.state = 'VOID' AND d.checker = l.operator)
      )
      SELECT 'decision ' || number || ' has no entry ' || action
      FROM (SELECT * FROM expected EXCEPT ALL SELECT * FROM logged) AS missing
      UNION ALL
      SELECT 'decision ' || number || ' is not what an entry ' || action || ' says'
      FROM (SELECT * FROM logged EXCEPT ALL SELECT * FROM expected) AS surplus
      ORDER BY 1
      """;

  /// What operators moved, and what was decided.
  private static final String EFFECTS =
      """
      WITH done AS (
        SELECT partner || '/' || dialect || '/' || reference AS subject,
               CASE class WHEN 'E2' THEN 'SUCCEEDED' WHEN 'E3' THEN 'FAILED'
                          ELSE 'REFUNDED' END AS outcome
        FROM evidence WHERE source = 'OPERATOR'
        UNION ALL
        SELECT subject, 'CLAIMED' FROM posting WHERE kind = 'CLAIM' AND line = 0
        UNION ALL
        SELECT subject, 'CLOSED' FROM review_case WHERE closed_at IS NOT NULL
      ), decided AS (
        SELECT subject, outcome FROM decision WHERE state = 'APPLIED'
        UNION ALL
        SELECT subject, 'CLAIMED' FROM decision WHERE state = 'APPLIED' AND claimed
      )
      SELECT subject || ' is ' || outcome || ' and nobody decided so'
      FROM (SELECT * FROM done EXCEPT ALL SELECT * FROM decided) AS undecided
      UNION ALL
      SELECT subject || ' was decided to be ' || outcome || ' and is not'
      FROM (SELECT * FROM decided EXCEPT ALL SELECT * FROM done) AS undone
      ORDER BY 1
      """;

  /// What was claimed back is what was lost.
  private static final String CLAIMS =
      """
      SELECT c.subject || ' was claimed back for another amount than was lost'
      FROM posting c
      LEFT JOIN posting l ON l.subject = c.subject AND l.kind = 'LOSS'
      WHERE c.kind = 'CLAIM'
        AND (l.source, l.target, l.sen) IS DISTINCT FROM (c.target, c.source, c.sen)
      ORDER BY 1
      """;

  private final Jdbi jdbi;

  public ReviewAuditStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Everything that is wrong, in one snapshot of the database; empty if nothing is.
  public List<Finding> run() {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        snapshot -> {
          var findings = new ArrayList<Finding>();
          follow(snapshot, findings);
          find(snapshot, "a_decision_is_logged_as_it_was_made", ENTRIES, findings);
          find(snapshot, "what_operators_did_was_decided_by_two", EFFECTS, findings);
          find(snapshot, "a_claim_is_what_was_lost", CLAIMS, findings);
          return findings;
        });
  }

  private record Entry(long number, String text, String previous, String hash) {}

  private static void follow(Handle snapshot, List<Finding> findings) {
    var last = new Entry(0, "", "", FIRST);
    try (var entries = snapshot.createQuery(LOG).map((row, _) -> read(row)).stream()) {
      for (Entry entry : (Iterable<Entry>) entries::iterator) {
        follow(last, entry, findings);
        last = entry;
      }
    }
  }

  private static void follow(Entry last, Entry entry, List<Finding> findings) {
    if (entry.number() != last.number() + 1) {
      findings.add(chain("entry %d follows entry %d".formatted(entry.number(), last.number())));
    }
    if (!entry.previous().equals(last.hash())) {
      findings.add(chain("entry %d does not vouch for the one before".formatted(entry.number())));
    }
    if (!hash(entry.text()).equals(entry.hash())) {
      findings.add(chain("entry %d is not what was written".formatted(entry.number())));
    }
  }

  private static Finding chain(String detail) {
    return new Finding("the_operators_log_is_a_chain", detail);
  }

  private static Entry read(ResultSet row) throws SQLException {
    var text =
        String.join(
            "\n",
            row.getString("number"),
            row.getString("moment"),
            row.getString("operator"),
            row.getString("action"),
            row.getString("subject"),
            Objects.requireNonNullElse(row.getString("decision"), ""),
            row.getString("previous"),
            row.getString("note"));
    return new Entry(row.getLong("number"), text, row.getString("previous"), row.getString("hash"));
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static void find(Handle snapshot, String law, String query, List<Finding> findings) {
    snapshot
        .createQuery(query)
        .mapTo(String.class)
        .forEach(row -> findings.add(new Finding(law, row)));
  }
}
