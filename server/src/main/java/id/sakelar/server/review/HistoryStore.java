package id.sakelar.server.review;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Case;
import id.sakelar.server.payment.CaseStore;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.review.History.Booked;
import id.sakelar.server.review.History.Heard;
import id.sakelar.server.review.History.Standing;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Reads what is known of payments, transfers and cases. Thread-safe.
public final class HistoryStore {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private final Jdbi jdbi;
  private final CaseStore cases;
  private final DecisionStore decisions;

  public HistoryStore(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.cases = new CaseStore(jdbi);
    this.decisions = new DecisionStore(jdbi);
  }

  /// The history of a subject, or of the subject of the case of that number; empty if nothing is
  /// known of it.
  public Optional<History> find(String target) {
    var subject =
        NUMBER.matcher(target).matches()
            ? cases.find(Long.parseLong(target)).map(Case::subject)
            : Optional.of(target);
    return subject.map(this::read).filter(HistoryStore::isKnown);
  }

  private static boolean isKnown(History history) {
    return history.standing() != null || !history.cases().isEmpty();
  }

  private History read(String subject) {
    var about = cases.listAbout(subject);
    var decided = decisions.listAbout(subject);
    return jdbi.withHandle(
        handle ->
            new History(
                subject,
                standing(handle, subject),
                evidence(handle, subject),
                journal(handle, subject),
                about,
                decided));
  }

  private static @Nullable Standing standing(Handle handle, String subject) {
    var query =
        PaymentId.ofSubject(subject)
            .map(
                id ->
                    handle
                        .createQuery(
                            """
                            SELECT state, version, price_sen AS sen, upstream AS other,
                                   upstream_reference AS sent, upstream_number, opened_at
                            FROM payment
                            WHERE partner = :partner AND dialect = :dialect
                              AND reference = :reference
                            """)
                        .bindMethods(id))
            .orElseGet(
                () ->
                    transfer(
                        handle,
                        subject,
                        """
                        SELECT state, version, amount_sen AS sen,
                               source_bank || ' to ' || target_bank AS other,
                               leg_reference AS sent, NULL AS upstream_number, opened_at
                        FROM transfer
                        """,
                        ""));
    return query
        .map(
            (row, _) ->
                new Standing(
                    row.getString("state"),
                    row.getInt("version"),
                    new Rupiah(row.getLong("sen")),
                    row.getString("other"),
                    row.getString("sent"),
                    row.getString("upstream_number"),
                    row.getTimestamp("opened_at").toInstant()))
        .findOne()
        .orElse(null);
  }

  private static Query transfer(Handle handle, String subject, String select, String order) {
    return handle
        .createQuery(
            select
                + """
                WHERE :subject LIKE 'transfer/%'
                  AND (owner, operation, reference) = (split_part(:subject, '/', 2),
                      upper(split_part(:subject, '/', 3)), split_part(:subject, '/', 4))
                """
                + order)
        .bind("subject", subject);
  }

  private static List<Heard> evidence(Handle handle, String subject) {
    var query =
        PaymentId.ofSubject(subject)
            .map(
                id ->
                    handle
                        .createQuery(
                            """
                            SELECT version, class, source, code, trouble, heard_at
                            FROM evidence
                            WHERE partner = :partner AND dialect = :dialect
                              AND reference = :reference
                            ORDER BY version
                            """)
                        .bindMethods(id))
            .orElseGet(
                () ->
                    transfer(
                        handle,
                        subject,
                        """
                        SELECT version, class, 'BANK' AS source, code, trouble, heard_at
                        FROM transfer_evidence
                        """,
                        "ORDER BY version"));
    return query
        .map(
            (row, _) ->
                new Heard(
                    row.getInt("version"),
                    row.getString("class"),
                    row.getString("source"),
                    row.getString("code"),
                    row.getString("trouble"),
                    row.getTimestamp("heard_at").toInstant()))
        .list();
  }

  private static List<Booked> journal(Handle handle, String subject) {
    return handle
        .createQuery(
            """
            SELECT p.kind, p.sen, p.booked_at,
                   CASE WHEN s.kind = 'deposit' OR s.striped THEN s.name ELSE s.kind END AS source,
                   CASE WHEN t.kind = 'deposit' OR t.striped THEN t.name ELSE t.kind END AS target
            FROM posting p
            JOIN account s ON s.name = p.source
            JOIN account t ON t.name = p.target
            WHERE p.subject = :subject
            ORDER BY p.booked_at, p.kind, p.line
            """)
        .bind("subject", subject)
        .map(
            (row, _) ->
                new Booked(
                    row.getString("kind"),
                    row.getString("source"),
                    row.getString("target"),
                    new Rupiah(row.getLong("sen")),
                    row.getTimestamp("booked_at").toInstant()))
        .list();
  }
}
