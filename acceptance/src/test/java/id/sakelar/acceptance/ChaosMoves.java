package id.sakelar.acceptance;

import id.sakelar.acceptance.ChaosTold.Told;
import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.End;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the bank's own database says when it is over. Amounts in sen.
///
/// @param transfers all there are
/// @param legs by bank and reference there, such as `002 2606051013592980`, the reference of the
///   transfer
/// @param balances of every account in the books
/// @param books the account in the books of every account of our bank
/// @param paidOut what savings paid out in this month
/// @param unheard how many answers of banks were doubtful
record ChaosMoves(
    List<Moved> transfers,
    Map<String, String> legs,
    Map<String, Long> balances,
    Map<String, String> books,
    Map<String, Long> paidOut,
    int unheard) {
  private static final String TRANSFERS =
      """
      SELECT operation, reference, state, source_bank, source_account, target_bank, target_account,
             amount_sen, fee_sen, opened_at, journal, reverses_reference
      FROM transfer ORDER BY reference
      """;

  private static final String LEGS = "SELECT bank || ' ' || reference, transfer FROM leg";
  private static final String BALANCES =
      "SELECT account, sum(sen)::bigint FROM balance GROUP BY account";
  private static final String BOOKS = "SELECT number, books FROM bank_account";
  private static final String PAID_OUT = "SELECT account, sen FROM month_debit";
  private static final String UNHEARD =
      "SELECT 'all', count(*) FROM transfer_evidence WHERE class = 'E5'";
  private static final String OPEN = "SELECT 'all', count(*) FROM transfer WHERE ended_at IS NULL";

  /// One transfer.
  ///
  /// @param reverses the reference of the transfer that it sends back; null for others
  record Moved(
      String operation,
      String reference,
      String state,
      End source,
      End target,
      Rupiah amount,
      Rupiah fee,
      Instant openedAt,
      @Nullable String journal,
      @Nullable String reverses)
      implements ChaosFate {
    @Override
    public boolean succeeded() {
      return state.equals("BOOKED");
    }

    @Override
    public boolean failed() {
      return state.equals("FAILED");
    }

    /// Callers of the switcher are told the journal; agents are not.
    @Override
    public boolean says(Told yes) {
      boolean isOrdered = operation.equals("SWITCHED") || operation.equals("REVERSAL");
      return !isOrdered || yes.body().equals(journal);
    }
  }

  static ChaosMoves read(Connection connection) throws SQLException {
    return new ChaosMoves(
        transfers(connection),
        texts(connection, LEGS),
        numbers(connection, BALANCES),
        texts(connection, BOOKS),
        numbers(connection, PAID_OUT),
        numbers(connection, UNHEARD).getOrDefault("all", 0L).intValue());
  }

  /// How many transfers have not ended.
  static int open(Connection connection) throws SQLException {
    return numbers(connection, OPEN).getOrDefault("all", 0L).intValue();
  }

  private static List<Moved> transfers(Connection connection) throws SQLException {
    var transfers = new ArrayList<Moved>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(TRANSFERS)) {
      while (rows.next()) {
        transfers.add(transfer(rows));
      }
    }
    return List.copyOf(transfers);
  }

  private static Moved transfer(ResultSet row) throws SQLException {
    return new Moved(
        row.getString("operation"),
        row.getString("reference"),
        row.getString("state"),
        new End(row.getString("source_bank"), row.getString("source_account")),
        new End(row.getString("target_bank"), row.getString("target_account")),
        new Rupiah(row.getLong("amount_sen")),
        new Rupiah(row.getLong("fee_sen")),
        row.getTimestamp("opened_at").toInstant(),
        row.getString("journal"),
        row.getString("reverses_reference"));
  }

  private static Map<String, String> texts(Connection connection, String query)
      throws SQLException {
    var texts = new TreeMap<String, String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.put(rows.getString(1), rows.getString(2));
      }
    }
    return texts;
  }

  private static Map<String, Long> numbers(Connection connection, String query)
      throws SQLException {
    var numbers = new TreeMap<String, Long>();
    texts(connection, query).forEach((name, number) -> numbers.put(name, Long.parseLong(number)));
    return numbers;
  }
}
