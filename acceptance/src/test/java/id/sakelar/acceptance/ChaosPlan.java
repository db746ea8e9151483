package id.sakelar.acceptance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// How much a run pays and transfers, what goes wrong and when. The same seed gives the same plan,
/// though not the same run: machines are never equally fast twice. Immutable.
///
/// @param payments how many in all
/// @param transfers how many in all, without those that are sent back
/// @param clients how many pay or transfer at once
/// @param databaseKills how often PostgreSQL dies; every second time it takes a server along
/// @param pauses how often a server is stopped, and goes on when others have taken over
/// @param faults how often a line goes wrong
record ChaosPlan(
    int payments,
    int transfers,
    int clients,
    int serverKills,
    int databaseKills,
    int pauses,
    int faults,
    long seed) {
  /// Who is hit.
  enum Victim {
    SERVER,
    DATABASE,
    /// The database and then a server, which comes back first and finds none.
    BOTH,
    /// A server that is stopped, not killed.
    PAUSED,
    /// The line between the servers and the database.
    WIRE,
    /// The line to a biller or a bank.
    LINE
  }

  /// One thing that goes wrong.
  ///
  /// @param which of those of its kind, from 0 up without end
  /// @param fault what happens to a line
  /// @param after how many payments and transfers have been answered by then
  record Blow(Victim victim, int which, ChaosFault fault, int after) {}

  /// The plan that `-Dchaos.payments`, `-Dchaos.transfers`, `-Dchaos.clients`,
  /// `-Dchaos.server.kills`, `-Dchaos.database.kills`, `-Dchaos.pauses`, `-Dchaos.faults` and
  /// `-Dchaos.seed` ask for. What they leave open is a long one with `-Dchaos.minutes`, and else a
  /// short one.
  static ChaosPlan ofProperties() {
    boolean isLong = Integer.getInteger("chaos.minutes", 0) > 0;
    return new ChaosPlan(
        Integer.getInteger("chaos.payments", isLong ? 3_000 : 110),
        Integer.getInteger("chaos.transfers", isLong ? 120 : 40),
        Integer.getInteger("chaos.clients", isLong ? 60 : 40),
        Integer.getInteger("chaos.server.kills", isLong ? 8 : 2),
        Integer.getInteger("chaos.database.kills", isLong ? 3 : 1),
        Integer.getInteger("chaos.pauses", isLong ? 3 : 1),
        Integer.getInteger("chaos.faults", isLong ? 60 : 12),
        Long.getLong("chaos.seed", 20260105));
  }

  /// A short one: the bugs that are planted for it show soon.
  static ChaosPlan ofPlants() {
    return new ChaosPlan(80, 6, 20, 2, 0, 1, 6, Long.getLong("chaos.seed", 20260105));
  }

  /// One for two switches in a row.
  static ChaosPlan ofChain() {
    return new ChaosPlan(
        Integer.getInteger("chaos.chain.payments", 200),
        6,
        30,
        4,
        1,
        1,
        12,
        Long.getLong("chaos.seed", 20260105));
  }

  /// The same at another seed.
  ChaosPlan withSeed(long other) {
    return new ChaosPlan(
        payments, transfers, clients, serverKills, databaseKills, pauses, faults, other);
  }

  /// How many payments and transfers in all.
  int errands() {
    return payments + transfers;
  }

  /// The chance of one thing, which nobody else draws from.
  Random chance(String thing) {
    return new Random(31 * seed + thing.hashCode());
  }

  /// What goes wrong in its order, spread over the run so that there is work before and after each.
  List<Blow> blows() {
    var chance = chance("blows");
    var victims = victims();
    Collections.shuffle(victims, chance);
    var kinds = ChaosFault.values();
    var blows = new ArrayList<Blow>();
    for (int i = 0; i < victims.size(); i++) {
      int after = (int) ((i + chance.nextDouble()) * errands() * 0.85 / victims.size());
      var fault = kinds[chance.nextInt(kinds.length)];
      blows.add(new Blow(victims.get(i), chance.nextInt(60), fault, after));
    }
    return blows;
  }

  private List<Victim> victims() {
    var victims = new ArrayList<Victim>();
    victims.addAll(Collections.nCopies(serverKills, Victim.SERVER));
    victims.addAll(Collections.nCopies(databaseKills - databaseKills / 2, Victim.DATABASE));
    victims.addAll(Collections.nCopies(databaseKills / 2, Victim.BOTH));
    victims.addAll(Collections.nCopies(pauses, Victim.PAUSED));
    victims.addAll(Collections.nCopies(faults - faults / 2, Victim.LINE));
    victims.addAll(Collections.nCopies(faults / 2, Victim.WIRE));
    return victims;
  }
}
