package id.sakelar.ledger;

import id.sakelar.ledger.Problem.Weight;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asks PostgreSQL, before the first payment, whether it keeps what it confirms. Stateless.
public final class StartGate {
  private static final int OLDEST = 15;
  private static final int NEWEST = 18;

  private static final String SETTINGS =
      """
      SELECT name, setting FROM pg_settings
      """;

  private record Rule(Weight weight, String setting, Set<String> values, String wanted) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(Weight.REFUSE, "fsync", Set.of("on"), "on"),
          new Rule(Weight.REFUSE, "full_page_writes", Set.of("on"), "on"),
          new Rule(
              Weight.REFUSE,
              "synchronous_commit",
              Set.of("on", "remote_apply"),
              "on or remote_apply"),
          new Rule(Weight.REFUSE, "data_sync_retry", Set.of("off"), "off"),
          new Rule(Weight.REFUSE, "in_hot_standby", Set.of("off"), "off, so that it can write"),
          new Rule(Weight.WARN, "data_checksums", Set.of("on"), "on"));

  private StartGate() {}

  /// What keeps this database from serving payments, as this connection sees it; empty if nothing
  /// does. The time zone is not looked at: our connections set their own.
  public static List<Problem> problems(Connection connection) throws SQLException {
    Map<String, String> settings = settings(connection);
    List<Problem> problems = new ArrayList<>();
    int version = Integer.parseInt(settings.getOrDefault("server_version_num", "0")) / 10_000;
    if (version < OLDEST || version > NEWEST) {
      problems.add(
          new Problem(Weight.REFUSE, "server_version", "" + version, OLDEST + " to " + NEWEST));
    }
    for (Rule rule : RULES) {
      String found = settings.getOrDefault(rule.setting(), "missing");
      if (!rule.values().contains(found)) {
        problems.add(new Problem(rule.weight(), rule.setting(), found, rule.wanted()));
      }
    }
    return problems;
  }

  private static Map<String, String> settings(Connection connection) throws SQLException {
    try (var select = connection.createStatement();
        var found = select.executeQuery(SETTINGS)) {
      Map<String, String> settings = new HashMap<>();
      while (found.next()) {
        settings.put(found.getString(1), found.getString(2));
      }
      return settings;
    }
  }
}
