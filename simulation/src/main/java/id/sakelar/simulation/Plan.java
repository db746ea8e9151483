package id.sakelar.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/// Everything that a seed decides before a world begins. A world is a function of its plan.
/// Immutable.
///
/// @param hosts how many server processes there are
/// @param partners how many partners there are
/// @param length how long things go wrong, in microseconds
/// @param heals whether everything works afterwards; else the first biller stays silent for ever
/// @param rates how often each fault happens
record Plan(
    long seed,
    Instant begin,
    int hosts,
    int partners,
    long length,
    boolean heals,
    List<Habits> billers,
    List<Wish> wishes,
    List<Blow> blows,
    Map<Fault, Double> rates) {
  /// Late in the evening in Jakarta, a quarter of an hour before midnight.
  private static final Instant EVENING = Instant.parse("2026-03-02T16:45:00Z");

  private static final long SECOND = 1_000_000;

  /// How often in a world half of the customers come all at once.
  private static final int RUSHES = 6;

  Plan {
    billers = List.copyOf(billers);
    wishes = List.copyOf(wishes);
    blows = List.copyOf(blows);
    rates = new EnumMap<>(rates);
  }

  /// A world of billers that can be trusted.
  ///
  /// @param payments how many wishes there are
  static Plan draw(long seed, int payments) {
    return draw(seed, payments, false);
  }

  /// @param lies whether the first biller is one that cannot be trusted
  static Plan draw(long seed, int payments, boolean lies) {
    var chances = new Chances(seed);
    var chance = chances.of("plan");
    long length = chance.nextLong(5, 40) * 60 * SECOND;
    var begin = EVENING.minusSeconds(chance.nextInt(3) == 0 ? 0 : chance.nextInt(1, 60_000));
    int hosts = chance.nextInt(1, 4);
    int partners = chance.nextInt(1, 6);
    boolean heals = chance.nextBoolean();
    var billers = new ArrayList<Habits>();
    int count = chance.nextInt(2, 5);
    for (int i = 0; i < count; i++) {
      var habits = chances.of("habits " + i);
      billers.add(lies && i == 0 ? Habits.drawLiar(habits) : Habits.draw(habits));
    }
    var wishes = new ArrayList<Wish>();
    for (int i = 0; i < payments; i++) {
      wishes.add(wish(i, chances.of("wish " + i), partners, count, length));
    }
    var blows = blows(chances.of("blows"), hosts, count, length);
    return new Plan(
        seed, begin, hosts, partners, length, heals, billers, wishes, blows, rates(chances));
  }

  private static Wish wish(
      int number, SplittableRandom chance, int partners, int billers, long length) {
    var manners = Wish.Manner.values();
    long at = chance.nextLong(length);
    long rush = length / RUSHES;
    boolean rushes = chance.nextBoolean();
    return new Wish(
        number,
        rushes ? at / rush * rush + chance.nextLong(SECOND) : at,
        chance.nextInt(partners),
        chance.nextInt(billers),
        "C" + number,
        manners[chance.nextInt(manners.length)],
        chance.nextInt(3) == 0 ? chance.nextInt(1, 13) : 3);
  }

  private static List<Blow> blows(SplittableRandom chance, int hosts, int billers, long length) {
    var blows = new ArrayList<Blow>();
    for (Blow.Kind kind : Blow.Kind.values()) {
      int count = chance.nextBoolean() ? 0 : chance.nextInt(1, 5);
      for (int i = 0; i < count; i++) {
        int whom = chance.nextInt(kind == Blow.Kind.SILENCE ? billers : hosts);
        blows.add(new Blow(blows.size(), chance.nextLong(length), kind, whom, lasts(kind, chance)));
      }
    }
    return blows;
  }

  private static Duration lasts(Blow.Kind kind, SplittableRandom chance) {
    long micros =
        switch (kind) {
          case CRASH, STOP -> chance.nextLong(SECOND, 60 * SECOND);
          case PAUSE -> chance.nextLong(SECOND, 60 * SECOND);
          case CLOCK -> chance.nextLong(-300 * SECOND, 300 * SECOND);
          case OUTAGE -> chance.nextLong(SECOND / 5, 15 * SECOND);
          case SILENCE -> chance.nextLong(10 * SECOND, 600 * SECOND);
        };
    return Duration.ofNanos(micros * 1_000);
  }

  private static Map<Fault, Double> rates(Chances chances) {
    var rates = new EnumMap<Fault, Double>(Fault.class);
    for (Fault fault : Fault.values()) {
      var chance = chances.of("rate " + fault);
      rates.put(fault, chance.nextBoolean() ? 0 : chance.nextDouble() * fault.most());
    }
    return rates;
  }

  /// The same world with some things left out of it.
  Plan only(Predicate<Wish> wished, Predicate<Blow> struck, Predicate<Fault> happening) {
    var left = new EnumMap<Fault, Double>(rates);
    left.replaceAll((fault, rate) -> happening.test(fault) ? rate : 0);
    return new Plan(
        seed,
        begin,
        hosts,
        partners,
        length,
        heals,
        billers,
        wishes.stream().filter(wished).toList(),
        blows.stream().filter(struck).toList(),
        left);
  }

  double rate(Fault fault) {
    return rates.getOrDefault(fault, 0.0);
  }
}
