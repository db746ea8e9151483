package id.sakelar.acceptance;

import id.sakelar.acceptance.ChaosTold.Told;
import id.sakelar.money.Rupiah;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the switch's own database says when it is over.
///
/// @param payments all there are
/// @param unknown how many were UNKNOWN for a while
/// @param leases how many were found in SENDING by somebody else than their sender
/// @param hungUp how many senders heard nothing
/// @param notFound how many "not found" answers were heard
record ChaosFacts(List<Paid> payments, int unknown, int leases, int hungUp, int notFound) {
  private static final String PAYMENTS =
      """
      SELECT partner, dialect, reference, state, upstream, upstream_reference, upstream_number,
             price_sen, cost_sen, code,
             (SELECT min(pg_xact_commit_timestamp(held.xmin)) FROM posting held
              WHERE held.subject = partner || '/' || dialect || '/' || payment.reference) AS held_at
      FROM payment ORDER BY partner, reference
      """;

  private static final String OPEN = "SELECT count(*) FROM payment WHERE ended_at IS NULL";
  private static final String SENDING = "SELECT count(*) FROM payment WHERE state = 'SENDING'";
  private static final String UNKNOWN =
      "SELECT count(DISTINCT (partner, reference)) FROM evidence WHERE class = 'E5'";
  private static final String LEASES = "SELECT count(*) FROM evidence WHERE source = 'LEASE'";
  private static final String HUNG_UP =
      "SELECT count(*) FROM evidence WHERE class = 'E5' AND source = 'ATTEMPT'";
  private static final String NOT_FOUND = "SELECT count(*) FROM evidence WHERE class = 'E6'";

  /// One payment.
  ///
  /// @param atBiller our reference there
  /// @param openedAt when it was committed, which may be long after it was sent to be
  /// @param number what the biller calls it; null until it has said so
  record Paid(
      String partner,
      String dialect,
      String reference,
      String state,
      String upstream,
      String atBiller,
      @Nullable String number,
      Rupiah price,
      Rupiah cost,
      Instant openedAt,
      String code)
      implements ChaosFate {
    @Override
    public boolean succeeded() {
      return state.equals("SUCCEEDED");
    }

    @Override
    public boolean failed() {
      return state.equals("FAILED");
    }

    /// Of the price.
    @Override
    public boolean says(Told yes) {
      return switch (dialect) {
        case "digiswitch" ->
            ChaosPartner.answer(yes.body())
                .flatMap(it -> it.bill().price())
                .filter(price::equals)
                .isPresent();
        case "iak" -> says(yes, "selling_price");
        default -> says(yes, "total");
      };
    }

    private boolean says(Told yes, String field) {
      return Rupiah.of(ChaosDoors.json(yes.body()).path(field).asLong(0)).equals(price);
    }
  }

  static ChaosFacts read(Connection connection) throws SQLException {
    return new ChaosFacts(
        payments(connection),
        count(connection, UNKNOWN),
        count(connection, LEASES),
        count(connection, HUNG_UP),
        count(connection, NOT_FOUND));
  }

  /// How many payments went to a biller.
  int countAt(String upstream) {
    return (int) payments.stream().filter(it -> it.upstream().equals(upstream)).count();
  }

  /// How many payments have not ended.
  static int open(Connection connection) throws SQLException {
    return count(connection, OPEN);
  }

  /// How many payments are said to be on their way right now.
  static int sending(Connection connection) throws SQLException {
    return count(connection, SENDING);
  }

  private static List<Paid> payments(Connection connection) throws SQLException {
    var payments = new ArrayList<Paid>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(PAYMENTS)) {
      while (rows.next()) {
        payments.add(payment(rows));
      }
    }
    return List.copyOf(payments);
  }

  private static Paid payment(ResultSet row) throws SQLException {
    return new Paid(
        row.getString("partner"),
        row.getString("dialect"),
        row.getString("reference"),
        row.getString("state"),
        row.getString("upstream"),
        row.getString("upstream_reference"),
        row.getString("upstream_number"),
        new Rupiah(row.getLong("price_sen")),
        new Rupiah(row.getLong("cost_sen")),
        row.getTimestamp("held_at").toInstant(),
        String.valueOf(row.getString("code")));
  }

  private static int count(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
