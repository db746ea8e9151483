package id.sakelar.server.banking;

import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jdbi.v3.core.Jdbi;

/// Counts what the dashboards of an agent show. Months are those of Jakarta. Nobody is shown
/// anything of another mitra; of an agent who is not there, nothing is counted. Thread-safe.
public final class GraphStore {
  private final Jdbi jdbi;

  public GraphStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// What an agent did for customers' savings: accounts opened, cash paid in, balances told.
  public record Services(long openings, long deposits, long balances) {}

  /// What an agent did itself in a month: transfers that are booked, and balances that were asked
  /// for and found.
  public Services services(String username, YearMonth month) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*) FILTER (WHERE operation = 'OPENING') AS openings,
                           count(*) FILTER (WHERE operation = 'DEPOSIT') AS deposits,
                           (SELECT count(*) FROM account_look
                            WHERE username = :username AND operation = 'BALANCE' AND found
                              AND day BETWEEN :first AND :last) AS balances
                    FROM transfer
                    WHERE owner = (SELECT partner FROM agent WHERE username = :username)
                      AND operation IN ('OPENING', 'DEPOSIT') AND state = 'BOOKED'
                      AND day BETWEEN :first AND :last
                    """)
                .bind("username", username)
                .bind("first", month.atDay(1))
                .bind("last", month.atEndOfMonth())
                .map(
                    (row, _) ->
                        new Services(
                            row.getLong("openings"),
                            row.getLong("deposits"),
                            row.getLong("balances")))
                .one());
  }

  /// How many agents of an agent's mitra were registered in each month, whatever became of them, in
  /// the order of the months; the agent itself is left out, and so are months without any.
  public SequencedMap<YearMonth, Long> growth(String username) {
    var counts = new LinkedHashMap<YearMonth, Long>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT to_char(other.registered_at AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM')
                             AS month, count(*) AS agents
                    FROM agent asking
                    JOIN agent other USING (mitra)
                    WHERE asking.username = :username AND other.username <> asking.username
                    GROUP BY 1 ORDER BY 1
                    """)
                .bind("username", username)
                .map(
                    (row, _) ->
                        counts.put(YearMonth.parse(row.getString("month")), row.getLong("agents")))
                .list());
    return Collections.unmodifiableSequencedMap(counts);
  }

  /// How many agents of an agent's mitra are active in each province, in the order of the
  /// provinces' names; the agent itself is left out, and so is who has no province.
  public SequencedMap<String, Long> spread(String username) {
    var counts = new LinkedHashMap<String, Long>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT other.province, count(*) AS agents
                    FROM agent asking
                    JOIN agent other USING (mitra)
                    WHERE asking.username = :username AND other.username <> asking.username
                      AND other.status = 'ACTIVE' AND other.province IS NOT NULL
                    GROUP BY other.province ORDER BY other.province COLLATE "C"
                    """)
                .bind("username", username)
                .map((row, _) -> counts.put(row.getString("province"), row.getLong("agents")))
                .list());
    return Collections.unmodifiableSequencedMap(counts);
  }
}
