package id.sakelar.simulation;

import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.BillerProfile;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.References;
import id.sakelar.server.payment.Upstream;
import id.sakelar.server.recovery.Duties;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a process has in its memory: the production code, wired as the server wires it.
final class Workings {
  /// What a biller says that another one might not say.
  static final String ELSEWHERE = "58";

  /// How long a partner's call is held.
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(9);

  private static final Duration LONGEST_LEASE = Duration.ofMinutes(2);

  private final Payments payments;
  private final Duties duties;
  private Turns.Alarm alarm = _ -> {};

  Workings(World world, Host host) {
    var store = world.mutant().store(world, host, new SimStore(world, host, world.tables()));
    var upstreams = upstreams(world, host);
    this.payments = payments(world, host, store, upstreams);
    this.duties =
        new Duties(
            store,
            payments(world, host, store, upstreams),
            Map.of(World.DIALECT, new Receiver(world, host)),
            LONGEST_LEASE);
  }

  private static Payments payments(
      World world,
      Host host,
      id.sakelar.server.payment.Store store,
      Map<String, Upstream> upstreams) {
    return new Payments(
        store,
        new Catalog(world.shop()::offers),
        upstreams,
        new References(world.weather().chance("references of " + host)),
        host,
        host,
        ANSWER_WITHIN);
  }

  private static Map<String, Upstream> upstreams(World world, Host host) {
    var upstreams = new TreeMap<String, Upstream>();
    for (Desk desk : world.desks()) {
      var biller = world.mutant().biller(world, connector(world, host, desk));
      upstreams.put(desk.name(), new Upstream(desk.name(), biller, profile(desk.habits()), false));
    }
    return upstreams;
  }

  private static Biller connector(World world, Host host, Desk desk) {
    return desk.habits().speaks()
        ? SpokenLine.biller(world, host, desk)
        : new SimBiller(world, host, desk);
  }

  /// As an operator would set it for such a biller.
  private static BillerProfile profile(Habits habits) {
    return new BillerProfile(
        habits.readBudget(),
        habits.readBudget().plusSeconds(15),
        1,
        habits.notFoundFinal(),
        Duration.ofMinutes(30),
        Duration.ofSeconds(60),
        Duration.ofDays(1),
        Duration.ofSeconds(15),
        habits.resends() ? Duration.ofHours(1) : Duration.ZERO,
        Set.of(ELSEWHERE, "rc " + ELSEWHERE));
  }

  Payments payments() {
    return payments;
  }

  Duties duties() {
    return duties;
  }

  /// Wakes recovery.
  Turns.Alarm alarm() {
    return alarm;
  }

  void alarm(Turns.Alarm recovery) {
    alarm = recovery;
  }
}
