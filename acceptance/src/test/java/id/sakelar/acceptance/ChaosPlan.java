package id.sakelar.acceptance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// How much a run pays and transfers, what it kills and when. The same seed gives the same plan,
/// though not the same run: machines are never equally fast twice. Immutable.
///
/// @param payments how many in all
/// @param transfers how many in all, without those that are sent back
/// @param clients how many pay or transfer at once
/// @param databaseKills how often PostgreSQL dies; every second time it takes a server along
record ChaosPlan(
    int payments, int transfers, int clients, int serverKills, int databaseKills, long seed) {
  /// Who dies.
  enum Victim {
    SERVER,
    DATABASE,
    /// The database and then the server, which comes back first and finds none.
    BOTH
  }

  /// One kill -9.
  ///
  /// @param after how many payments and transfers have been answered by then
  record Kill(Victim victim, int after) {}

  /// The plan that `-Dchaos.payments`, `-Dchaos.transfers`, `-Dchaos.clients`,
  /// `-Dchaos.server.kills`, `-Dchaos.database.kills` and `-Dchaos.seed` ask for; without them, a
  /// short one.
  static ChaosPlan ofProperties() {
    return new ChaosPlan(
        Integer.getInteger("chaos.payments", 300),
        Integer.getInteger("chaos.transfers", 150),
        Integer.getInteger("chaos.clients", 40),
        Integer.getInteger("chaos.server.kills", 1),
        Integer.getInteger("chaos.database.kills", 1),
        Long.getLong("chaos.seed", 20260105));
  }

  /// How many payments and transfers in all.
  int errands() {
    return payments + transfers;
  }

  /// The chance of one thing, which nobody else draws from.
  Random chance(String thing) {
    return new Random(31 * seed + thing.hashCode());
  }

  /// The kills in their order, spread over the run so that there is work before and after each.
  List<Kill> kills() {
    var chance = chance("kills");
    var victims = victims();
    Collections.shuffle(victims, chance);
    int step = errands() / (victims.size() + 1);
    var kills = new ArrayList<Kill>();
    for (int i = 0; i < victims.size(); i++) {
      kills.add(new Kill(victims.get(i), i * step + step / 2 + chance.nextInt(step / 2 + 1)));
    }
    return kills;
  }

  private List<Victim> victims() {
    var victims = new ArrayList<Victim>();
    victims.addAll(Collections.nCopies(serverKills, Victim.SERVER));
    victims.addAll(Collections.nCopies(databaseKills - databaseKills / 2, Victim.DATABASE));
    victims.addAll(Collections.nCopies(databaseKills / 2, Victim.BOTH));
    return victims;
  }
}
