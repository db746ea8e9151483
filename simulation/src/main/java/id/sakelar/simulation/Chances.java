package id.sakelar.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/// The chance of a world as many streams with names, so that one draw more in one of them shifts
/// nothing in the others.
final class Chances {
  private final long seed;
  private final Map<String, SplittableRandom> streams = new HashMap<>();

  Chances(long seed) {
    this.seed = seed;
  }

  /// The stream of this name, going on where it was left.
  SplittableRandom of(String name) {
    return streams.computeIfAbsent(name, this::fresh);
  }

  private SplittableRandom fresh(String name) {
    long mixed = seed * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < name.length(); i++) {
      mixed = (mixed ^ name.charAt(i)) * 0x100000001B3L;
      mixed ^= mixed >>> 31;
    }
    return new SplittableRandom(mixed);
  }

  /// A number that is mostly small and sometimes `most`: each is ten times as seldom as its tenth.
  static long skewed(SplittableRandom chance, long least, long most) {
    double share = chance.nextDouble();
    return Math.round(least * Math.pow((double) most / least, share));
  }
}
