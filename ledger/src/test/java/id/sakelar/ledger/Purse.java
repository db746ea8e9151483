package id.sakelar.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The riders of the tests: each takes coins out of a purse that must not run empty, or leaves a
/// note under a name that is taken once.
final class Purse implements Riders<Purse.Take> {
  static final String SCHEMA =
      """
      CREATE TABLE purse (name text PRIMARY KEY, coins int NOT NULL);
      CREATE TABLE note (name text PRIMARY KEY);
      """;

  /// Takes `coins` out of `purse` if there are any to take, and leaves `note` unless it is empty.
  record Take(String purse, int coins, String note) {}

  static final Take NOTHING = new Take("", 0, "");

  /// A rider that breaks in a way no rider should.
  static final Take DEFECT = new Take("", 0, "a defect");

  /// A rider whose statement the database refuses.
  static final Take POISON = new Take("", 0, "poison");

  static Take coins(String purse, int coins) {
    return new Take(purse, coins, "");
  }

  static Take note(String name) {
    return new Take("", 0, name);
  }

  @Override
  public Guard<Take> lock(Connection tx, List<Take> riders) throws SQLException {
    String sql = "SELECT name, coins FROM purse WHERE name = ANY (?) ORDER BY name FOR UPDATE";
    Map<String, Integer> purses = new HashMap<>();
    try (var select = tx.prepareStatement(sql)) {
      select.setArray(1, tx.createArrayOf("text", riders.stream().map(Take::purse).toArray()));
      try (var found = select.executeQuery()) {
        while (found.next()) {
          purses.put(found.getString(1), found.getInt(2));
        }
      }
    }
    return new Hand(purses, riders);
  }

  private static final class Hand implements Guard<Take> {
    private final Map<String, Integer> purses;
    private final List<Take> riders;
    private final Set<String> noted = new HashSet<>();

    Hand(Map<String, Integer> purses, List<Take> riders) {
      this.purses = purses;
      this.riders = riders;
    }

    @Override
    public void look(Connection tx) throws SQLException {
      try (var select = tx.prepareStatement("SELECT name FROM note WHERE name = ANY (?)")) {
        select.setArray(1, tx.createArrayOf("text", riders.stream().map(Take::note).toArray()));
        try (var found = select.executeQuery()) {
          while (found.next()) {
            noted.add(found.getString(1));
          }
        }
      }
    }

    @Override
    public Optional<String> refusal(Take take) {
      if (noted.contains(take.note())) {
        return Optional.of("noted");
      }
      return purses.getOrDefault(take.purse(), 0) < take.coins()
          ? Optional.of("empty")
          : Optional.empty();
    }

    @Override
    public void accept(Take take) {
      purses.merge(take.purse(), -take.coins(), Integer::sum);
      if (!take.note().isEmpty()) {
        noted.add(take.note());
      }
    }

    @Override
    public void write(Connection tx, List<Accepted<Take>> accepted) throws SQLException {
      for (Accepted<Take> each : accepted) {
        Take take = each.rider();
        if (take.equals(DEFECT)) {
          throw new IllegalStateException("a defect");
        }
        if (take.equals(POISON)) {
          run(tx, "SELECT 1 / 0");
        }
        if (take.coins() > 0) {
          run(
              tx,
              "UPDATE purse SET coins = coins - "
                  + take.coins()
                  + " WHERE name = '"
                  + take.purse()
                  + "'");
        }
        if (!take.note().isEmpty()) {
          run(tx, "INSERT INTO note VALUES ('" + take.note() + "')");
        }
      }
    }

    private static void run(Connection tx, String sql) throws SQLException {
      try (var statement = tx.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
