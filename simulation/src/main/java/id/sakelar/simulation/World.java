package id.sakelar.simulation;

import id.sakelar.ledger.Posting;
import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.payment.Payment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One simulated switch with everything around it, from its plan to its end. For one thread, and
/// after that for whoever has the turn.
final class World {
  static final String DIALECT = "digiswitch";

  /// How long after the healing everything must have ended.
  private static final Duration LIVENESS = Duration.ofDays(3);

  private final Plan plan;
  private final Mutant mutant;
  private final Tally tally = new Tally();
  private final Trace trace;
  private final Turns turns;
  private final Weather weather;
  private final Checks checks = new Checks(this);
  private final Shop shop = new Shop(this);
  private final Tables tables;
  private final List<Desk> desks = new ArrayList<>();
  private final List<Host> hosts = new ArrayList<>();
  private final List<Partner> partners = new ArrayList<>();

  private World(Plan plan, Mutant mutant, @Nullable Consumer<String> reader) {
    this.plan = plan;
    this.mutant = mutant;
    this.trace = new Trace(reader);
    this.turns = new Turns(plan.begin(), trace);
    this.weather = new Weather(plan, tally);
    for (Habits habits : plan.billers()) {
      desks.add(new Desk(this, desks.size(), habits));
    }
    this.tables = mutant.tables(turns, checks, desks.stream().map(Desk::name).toList());
    for (int i = 0; i < plan.hosts(); i++) {
      hosts.add(new Host(this, i));
    }
    for (int i = 0; i < plan.partners(); i++) {
      partners.add(client(i, weather.chance("partner " + i)));
    }
  }

  /// How a world came out.
  ///
  /// @param hash two runs with the same one were the same run
  /// @param micros when it ended
  /// @param violation what happened that must not; null when nothing did
  record Outcome(
      Plan plan,
      long hash,
      long micros,
      int payments,
      long turns,
      Tally tally,
      @Nullable Violation violation) {
    @Override
    public String toString() {
      return "seed " + plan.seed() + (violation == null ? "" : ": " + violation.getMessage());
    }
  }

  /// Lives through a plan.
  ///
  /// @param reader told what happens, line by line; null when nobody reads
  static Outcome run(Plan plan, Mutant mutant, @Nullable Consumer<String> reader) {
    var world = new World(plan, mutant, reader);
    try {
      world.live();
      return world.outcome(null);
    } catch (Violation violation) {
      return world.outcome(violation);
    } finally {
      world.turns.endAll();
    }
  }

  private Outcome outcome(@Nullable Violation violation) {
    return new Outcome(
        plan, trace.hash(), turns.now(), tables.payments().size(), turns.count(), tally, violation);
  }

  private void live() {
    turns.start(null, "begin", 0, () -> hosts.forEach(Host::boot));
    plan.wishes().forEach(wish -> begin(wish.at(), () -> new Customer(this, wish).run()));
    plan.blows().forEach(blow -> begin(blow.at(), () -> strike(blow)));
    for (int i = 0; i < plan.partners(); i++) {
      payIn(i);
    }
    begin(plan.length(), this::heal);
    turns.runUntil(plan.length() + LIVENESS.toMillis() * 1_000);
    new Ending(this).check();
  }

  private void begin(long at, Runnable task) {
    turns.start(null, "world", at, task);
  }

  /// A partner pays in now and then.
  private void payIn(int partner) {
    var chance = weather.chance("deposits of " + partner);
    var account = DepositStore.account(partner(partner));
    tables.books().open(account);
    for (int i = chance.nextInt(3, 12); i > 0; i--) {
      var amount = Rupiah.of(chance.nextLong(1, 10_000) * 1_000);
      var subject = "T" + partner + "-" + i;
      var postings = List.of(new Posting(DepositStore.BANK, account, amount));
      long at = i == 1 ? 0 : chance.nextLong(plan.length());
      begin(at, () -> tables.books().book(subject, "TOPUP", postings));
    }
  }

  private static Partner client(int number, SplittableRandom chance) {
    var perPayment = chance.nextInt(4) == 0 ? Rupiah.of(400_000) : null;
    var perDay = chance.nextInt(4) == 0 ? Rupiah.of(9_000_000) : null;
    var limits = new Limits(null, perPayment, perDay);
    return new Partner(partner(number), "Warung", true, List.of(), limits, null);
  }

  private void strike(Blow blow) {
    trace.note("BLOW", "", blow.toString());
    tally.count("blow " + blow.kind());
    long until = turns.now() + blow.lasts().toNanos() / 1_000;
    int whom = blow.whom();
    switch (blow.kind()) {
      case CRASH -> {
        hosts.get(whom).die();
        begin(until - turns.now(), hosts.get(whom)::boot);
      }
      case STOP -> hosts.get(whom).stop(() -> restart(hosts.get(whom)));
      case PAUSE -> hosts.get(whom).pause(until);
      case CLOCK -> hosts.get(whom).jump(blow.lasts());
      case OUTAGE -> weather.outage(until);
      case SILENCE -> weather.silence(whom, until);
    }
  }

  private static void restart(Host host) {
    host.die();
    host.boot();
  }

  private void heal() {
    trace.note("HEALED", "", plan.heals() ? "wholly" : "but the first biller");
    weather.heal();
    hosts.forEach(Host::boot);
  }

  void wakesAt(long micros) {
    hosts.forEach(host -> host.wakesAt(micros));
  }

  static String partner(int number) {
    return "partner-" + number;
  }

  Partner client(int number) {
    return partners.get(number);
  }

  /// One of the processes.
  Host host(SplittableRandom chance) {
    return hosts.get(chance.nextInt(hosts.size()));
  }

  /// The biller of a payment.
  Desk desk(Payment payment) {
    return desks.stream()
        .filter(desk -> desk.name().equals(payment.quote().upstream()))
        .findFirst()
        .orElseThrow();
  }

  List<Desk> desks() {
    return desks;
  }

  Mutant mutant() {
    return mutant;
  }

  Tally tally() {
    return tally;
  }

  Trace trace() {
    return trace;
  }

  Turns turns() {
    return turns;
  }

  Weather weather() {
    return weather;
  }

  Checks checks() {
    return checks;
  }

  Shop shop() {
    return shop;
  }

  Tables tables() {
    return tables;
  }
}
