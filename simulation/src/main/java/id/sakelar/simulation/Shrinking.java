package id.sakelar.simulation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes a plan in which something goes wrong as small as it gets: leaves out customers, disasters
/// and kinds of faults for as long as the same law is broken. For one thread.
final class Shrinking {
  private final Mutant mutant;
  private final String checker;
  private Plan plan;

  private Shrinking(Plan plan, Mutant mutant, String checker) {
    this.plan = plan;
    this.mutant = mutant;
    this.checker = checker;
  }

  /// The smallest plan found that still breaks the law of `outcome`.
  static Plan of(World.Outcome outcome, Mutant mutant) {
    var violation = outcome.violation();
    if (violation == null) {
      throw new IllegalArgumentException("nothing went wrong");
    }
    var shrinking = new Shrinking(outcome.plan(), mutant, violation.checker());
    int before;
    do {
      before = size(shrinking.plan);
      shrinking.shrink();
    } while (size(shrinking.plan) < before);
    return shrinking.plan;
  }

  private static int size(Plan plan) {
    long faults = plan.rates().values().stream().filter(rate -> rate > 0).count();
    return plan.wishes().size() + plan.blows().size() + (int) faults;
  }

  private void shrink() {
    halve(
        plan.wishes().stream().map(Wish::number).toList(),
        (whole, kept) -> whole.only(wish -> kept.contains(wish.number()), _ -> true, _ -> true));
    halve(
        plan.blows().stream().map(Blow::number).toList(),
        (whole, kept) -> whole.only(_ -> true, blow -> kept.contains(blow.number()), _ -> true));
    halve(
        List.copyOf(EnumSet.allOf(Fault.class)),
        (whole, kept) -> whole.only(_ -> true, _ -> true, kept::contains));
  }

  /// How a plan keeps some of its parts.
  @FunctionalInterface
  private interface Keeping<T> {
    Plan only(Plan whole, Set<T> kept);
  }

  /// Leaves out half of the parts, then quarters, and in the end each alone.
  private <T> void halve(List<T> parts, Keeping<T> keeping) {
    var kept = new ArrayList<>(parts);
    for (int size = Math.ceilDiv(kept.size(), 2); size >= 1; size = size == 1 ? 0 : size / 2) {
      int from = 0;
      while (from < kept.size()) {
        var fewer = new ArrayList<>(kept);
        fewer.subList(from, Math.min(kept.size(), from + size)).clear();
        var candidate = keeping.only(plan, new HashSet<>(fewer));
        if (breaks(candidate)) {
          plan = candidate;
          kept = fewer;
        } else {
          from += size;
        }
      }
    }
  }

  private boolean breaks(Plan candidate) {
    var violation = World.run(candidate, mutant, null).violation();
    return violation != null && violation.checker().equals(checker);
  }
}
