package id.sakelar.ledger;

import id.sakelar.money.Rupiah;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads the books from end to end and says what cannot be. Slow: it reads every posting.
/// Stateless.
public final class Audit {
  private static final String SNAPSHOT =
      """
      SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY
      """;

  private static final String SUM_OF_BALANCES =
      """
      SELECT 'the balances sum to ' || sum(sen) FROM balance HAVING sum(sen) <> 0
      """;

  private static final String BALANCES_AGAINST_POSTINGS =
      """
      WITH moved AS (
        SELECT account, sum(sen) AS sen
          FROM (SELECT target AS account, sen FROM posting
                 UNION ALL
                SELECT source, -sen FROM posting) AS ends
         GROUP BY account
      ), held AS (
        SELECT account, sum(sen) AS sen FROM balance GROUP BY account
      )
      SELECT format('%s holds %s and its postings sum to %s',
                    account, coalesce(held.sen::text, 'nothing'), coalesce(moved.sen, 0))
        FROM held FULL JOIN moved USING (account)
       WHERE held.sen IS DISTINCT FROM coalesce(moved.sen, 0)
       ORDER BY account
      """;

  private static final String LIMITS =
      """
      SELECT format('%s, stripe %s, holds %s; it may hold %s to %s',
                    account, stripe, sen, floor, ceiling)
        FROM balance
       WHERE sen < floor OR sen > ceiling
       ORDER BY account, stripe
      """;

  private static final String STRIPES =
      """
      SELECT format('%s has %s balance rows instead of %s',
                    name, count(stripe), CASE WHEN striped THEN 16 ELSE 1 END)
        FROM account LEFT JOIN balance ON account = name
       GROUP BY name
      HAVING count(stripe) <> CASE WHEN striped THEN 16 ELSE 1 END
       ORDER BY name
      """;

  private static final String LINES =
      """
      SELECT format('%s of %s has %s lines, the last is line %s',
                    kind, subject, count(*), max(line))
        FROM posting
       GROUP BY subject, kind
      HAVING count(*) <> max(line) + 1
       ORDER BY subject, kind
      """;

  private static final String OUTSTANDING =
      """
      SELECT subject, sum(CASE WHEN target = ? THEN sen ELSE -sen END)::bigint AS sen
        FROM posting
       WHERE ? IN (source, target)
       GROUP BY subject
      HAVING sum(CASE WHEN target = ? THEN sen ELSE -sen END) <> 0
      """;

  private Audit() {}

  /// Everything that is wrong, in one snapshot of the database; empty if the books are whole.
  ///
  /// @param connection in no transaction, and left so
  /// @throws IllegalArgumentException if it is in a transaction
  public static List<Finding> run(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      throw new IllegalArgumentException("an audit opens a transaction of its own");
    }
    connection.setAutoCommit(false);
    try (var snapshot = connection.createStatement()) {
      snapshot.execute(SNAPSHOT);
      return findings(connection);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static List<Finding> findings(Connection snapshot) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(find(snapshot, "all_balances_sum_to_zero", SUM_OF_BALANCES));
    findings.addAll(
        find(snapshot, "a_balance_is_the_sum_of_its_postings", BALANCES_AGAINST_POSTINGS));
    findings.addAll(find(snapshot, "a_balance_keeps_its_floor_and_its_ceiling", LIMITS));
    findings.addAll(find(snapshot, "an_account_has_all_its_balance_rows", STRIPES));
    findings.addAll(find(snapshot, "a_unit_is_booked_whole", LINES));
    return findings;
  }

  /// What each subject still has in `account`, say in flight: what its postings brought there less
  /// what they took away. Subjects with nothing left are left out.
  public static Map<String, Rupiah> outstanding(Connection connection, AccountId account)
      throws SQLException {
    try (var select = connection.prepareStatement(OUTSTANDING)) {
      select.setString(1, account.name());
      select.setString(2, account.name());
      select.setString(3, account.name());
      Map<String, Rupiah> outstanding = new TreeMap<>();
      try (var found = select.executeQuery()) {
        while (found.next()) {
          outstanding.put(found.getString(1), new Rupiah(found.getLong(2)));
        }
      }
      return outstanding;
    }
  }

  private static List<Finding> find(Connection snapshot, String law, String query)
      throws SQLException {
    try (var select = snapshot.createStatement();
        var found = select.executeQuery(query)) {
      List<Finding> findings = new ArrayList<>();
      while (found.next()) {
        findings.add(new Finding(law, found.getString(1)));
      }
      return findings;
    }
  }
}
