package id.sakelar.simulation;

import java.util.Map;
import java.util.TreeMap;

/// Counts what was reached: a simulation in which something never happens proves nothing about it.
final class Tally {
  private final TreeMap<String, Long> counts = new TreeMap<>();

  void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  void add(Tally other) {
    other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
  }

  Map<String, Long> counts() {
    return counts;
  }

  long of(String what) {
    return counts.getOrDefault(what, 0L);
  }
}
