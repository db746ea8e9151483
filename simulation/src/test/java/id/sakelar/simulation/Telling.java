package id.sakelar.simulation;

import org.jspecify.annotations.Nullable;

/// What a failed assertion says of a world, so that it can be lived through again.
final class Telling {
  private Telling() {}

  static String of(World.@Nullable Outcome outcome) {
    return outcome == null || outcome.violation() == null
        ? "nothing"
        : "./sakelar simulate --seed %d: %s %s %s"
            .formatted(
                outcome.plan().seed(),
                outcome.violation().checker(),
                outcome.violation().about(),
                outcome.violation().getMessage());
  }
}
