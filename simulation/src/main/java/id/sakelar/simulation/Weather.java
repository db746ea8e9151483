package id.sakelar.simulation;

import java.util.SplittableRandom;

/// What goes wrong in a world, and whether it still does. For whoever has the turn.
final class Weather {
  private final Plan plan;
  private final Chances chances;
  private final Tally tally;
  private final long[] silentUntil;
  private long outageUntil;
  private boolean healed;

  Weather(Plan plan, Tally tally) {
    this.plan = plan;
    this.chances = new Chances(plan.seed());
    this.tally = tally;
    this.silentUntil = new long[plan.billers().size()];
  }

  /// The stream of chance of this name.
  SplittableRandom chance(String name) {
    return chances.of(name);
  }

  /// Whether a fault happens now. Draws in any case, so that one fault less shifts nothing.
  boolean strikes(Fault fault, SplittableRandom chance) {
    boolean strikes = chance.nextDouble() < plan.rate(fault) && !healed;
    if (strikes) {
      tally.count("fault " + fault);
    }
    return strikes;
  }

  /// From now on nothing goes wrong any more, except that a biller may stay silent for ever.
  void heal() {
    healed = true;
    outageUntil = 0;
    for (int i = 0; i < silentUntil.length; i++) {
      silentUntil[i] = i == 0 && !plan.heals() ? Long.MAX_VALUE : 0;
    }
  }

  void outage(long until) {
    outageUntil = Math.max(outageUntil, until);
  }

  boolean isOutage(long now) {
    return now < outageUntil;
  }

  void silence(int biller, long until) {
    silentUntil[biller] = Math.max(silentUntil[biller], until);
  }

  boolean isSilent(int biller, long now) {
    return now < silentUntil[biller];
  }
}
