package id.sakelar.server.payment;

import id.sakelar.server.payment.Store.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Notices to partners in PostgreSQL. Thread-safe.
public final class NoticeStore {
  private final Jdbi jdbi;

  public NoticeStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// A notice that nobody took for as long as it was tried.
  ///
  /// @param tries how often it was tried
  /// @param since when it was written
  public record DeadLetter(long number, PaymentId id, State state, int tries, Instant since) {}

  void write(Payment payment) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO notice (partner, dialect, reference, state, version)
                    VALUES (:partner, :dialect, :reference, :state, :version)
                    ON CONFLICT (partner, dialect, reference, state) DO NOTHING
                    """)
                .bindMethods(payment.id())
                .bind("state", payment.state().name())
                .bind("version", payment.version())
                .execute());
  }

  /// A newer notice waits for an older one of the same payment that is due or leased; one that is
  /// due later than any lease is on its way nowhere, and will find that its time is over.
  List<Notice> take(int most, Duration lease) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    WITH due AS MATERIALIZED (
                      SELECT number FROM notice n
                      WHERE wake_at <= clock_timestamp()
                        AND NOT EXISTS (
                          SELECT 1 FROM notice older
                          WHERE (older.partner, older.dialect, older.reference)
                              = (n.partner, n.dialect, n.reference)
                            AND older.number < n.number
                            AND older.wake_at
                                <= clock_timestamp() + :lease * interval '1 millisecond')
                      ORDER BY number LIMIT :most FOR UPDATE SKIP LOCKED),
                    taken AS (
                      UPDATE notice n
                      SET wake_at = clock_timestamp() + :lease * interval '1 millisecond'
                      FROM due
                      WHERE n.number = due.number
                      RETURNING n.*)
                    SELECT * FROM taken ORDER BY number
                    """)
                .bind("lease", lease.toMillis())
                .bind("most", most)
                .map(
                    (row, _) ->
                        new Notice(
                            row.getLong("number"),
                            id(row),
                            State.valueOf(row.getString("state")),
                            row.getInt("version"),
                            row.getInt("tries")))
                .list());
  }

  /// @param how `delivered`, `dropped` or `given up`
  void close(Notice notice, String how) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE notice
                    SET wake_at = NULL, tries = tries + 1,
                        delivered_at = CASE WHEN :how = 'delivered'
                                            THEN clock_timestamp() END,
                        given_up_at = CASE WHEN :how = 'given up'
                                           THEN clock_timestamp() END
                    WHERE number = :number AND wake_at IS NOT NULL
                    """)
                .bind("how", how)
                .bind("number", notice.number())
                .execute());
  }

  void postpone(Notice notice, Duration wait, boolean tried) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                """
                UPDATE notice
                SET wake_at = clock_timestamp() + ? * interval '1 millisecond',
                    tries = tries + ?
                WHERE number = ? AND wake_at IS NOT NULL
                """,
                wait.toMillis(),
                tried ? 1 : 0,
                notice.number()));
  }

  /// What was given up, the oldest first.
  ///
  /// @param partner empty for all partners
  public List<DeadLetter> listDead(Optional<String> partner, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM notice
                    WHERE given_up_at IS NOT NULL AND partner = coalesce(:partner, partner)
                    ORDER BY number LIMIT :most
                    """)
                .bind("partner", partner)
                .bind("most", most)
                .map(
                    (row, _) ->
                        new DeadLetter(
                            row.getLong("number"),
                            id(row),
                            State.valueOf(row.getString("state")),
                            row.getInt("tries"),
                            row.getTimestamp("written_at").toInstant()))
                .list());
  }

  /// How many were given up.
  public long countDead() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM notice WHERE given_up_at IS NOT NULL")
                .mapTo(Long.class)
                .one());
  }

  /// Has what was given up tried again from the beginning.
  ///
  /// @param number which; empty for all
  /// @param partner whose; empty for everybody's
  /// @return how many are tried again
  public int retry(Optional<Long> number, Optional<String> partner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE notice SET wake_at = clock_timestamp(), tries = 0, given_up_at = NULL
                    WHERE given_up_at IS NOT NULL
                      AND number = coalesce(:number::bigint, number)
                      AND partner = coalesce(:partner, partner)
                    """)
                .bind("number", number)
                .bind("partner", partner)
                .execute());
  }

  private static PaymentId id(ResultSet row) throws SQLException {
    return new PaymentId(
        row.getString("partner"), row.getString("dialect"), row.getString("reference"));
  }
}
