package id.sakelar.server.review;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Case;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads what waits for people. Thread-safe.
public final class QueueStore {
  private static final String WAITING =
      """
      WITH item AS (
        SELECT 'REVIEW' AS kind, NULL::bigint AS number, NULL::bigint AS case_key,
               partner || '/' || dialect || '/' || reference AS subject,
               coalesce(review_since, sent_at) AS since, '' AS note,
               partner, dialect, reference
        FROM payment WHERE wake_at IS NOT NULL AND state = 'REVIEW'
        UNION ALL
        SELECT kind, number, number, subject, opened_at, note, split_part(subject, '/', 1),
               split_part(subject, '/', 2), split_part(subject, '/', 3)
        FROM review_case WHERE closed_at IS NULL
      )
      SELECT i.kind, i.number, i.subject, i.since, i.note, p.price_sen, p.upstream_number,
             coalesce(p.upstream, CASE WHEN i.partner = 'upstream' THEN i.dialect END) AS upstream,
             coalesce(p.upstream_reference,
                      CASE WHEN i.partner = 'upstream' THEN i.reference END) AS sent,
             e.class || ' ' || e.source || ' ' || e.code AS heard, d.number AS proposal
      FROM item i
      LEFT JOIN payment p
        ON (p.partner, p.dialect, p.reference) = (i.partner, i.dialect, i.reference)
      LEFT JOIN LATERAL (
        SELECT class, source, code FROM evidence h
        WHERE (h.partner, h.dialect, h.reference) = (i.partner, i.dialect, i.reference)
        ORDER BY version DESC LIMIT 1) e ON true
      LEFT JOIN decision d
        ON d.subject = i.subject AND coalesce(d.case_number, 0) = coalesce(i.case_key, 0)
           AND d.state IN ('PROPOSED', 'APPROVED')
      ORDER BY i.since, i.subject, i.kind
      """;

  private final Jdbi jdbi;

  public QueueStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// All that waits, oldest first.
  public List<Waiting> list() {
    return jdbi.withHandle(handle -> handle.createQuery(WAITING).map((row, _) -> read(row)).list());
  }

  private static Waiting read(ResultSet row) throws SQLException {
    return new Waiting(
        row.getString("kind"),
        row.getObject("number", Long.class),
        row.getString("subject"),
        row.getTimestamp("since").toInstant(),
        amount(row.getObject("price_sen", Long.class)),
        row.getString("upstream"),
        row.getString("sent"),
        row.getString("upstream_number"),
        row.getString("heard"),
        row.getString("note"),
        row.getObject("proposal", Long.class));
  }

  private static @Nullable Rupiah amount(@Nullable Long sen) {
    return sen == null ? null : new Rupiah(sen);
  }

  /// How many cases of each kind are open; kinds without any are left out.
  public Map<Case.Kind, Long> countOpenCases() {
    return jdbi.withHandle(
        handle -> {
          var counts = new EnumMap<Case.Kind, Long>(Case.Kind.class);
          handle
              .createQuery(
                  """
                  SELECT kind, count(*) AS cases FROM review_case
                  WHERE closed_at IS NULL GROUP BY kind
                  """)
              .map((row, _) -> Map.entry(Case.Kind.valueOf(row.getString(1)), row.getLong(2)))
              .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
          return counts;
        });
  }

  /// How many payments and cases have waited since before `moment`.
  public long countSinceBefore(Instant moment) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT (SELECT count(*) FROM payment
                            WHERE wake_at IS NOT NULL AND state = 'REVIEW'
                              AND coalesce(review_since, sent_at) < :moment)
                         + (SELECT count(*) FROM review_case
                            WHERE closed_at IS NULL AND opened_at < :moment)
                    """)
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
  }
}
