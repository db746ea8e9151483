package id.sakelar.simulation;

import java.time.Duration;
import java.util.SplittableRandom;

/// What kind of biller one is.
///
/// @param idempotent whether it takes an order of a reference it knows for the same order; if not
///   it pays again
/// @param lag how long its status answers know nothing of an order
/// @param forgetful whether its status answers never know anything
/// @param flips whether its status says "in process", then "not found", before it says yes or no
/// @param notFoundFinal whether we take "not found" for an end
/// @param resends whether we send an order again that it does not know; only to who is idempotent
/// @param callsBack whether it tells us by itself
/// @param lies whether it may say "not found" for hours and pay nonetheless
/// @param speaks whether it is reached through the production connector, in a dialect's bytes
/// @param readBudget how long we wait for its answers
record Habits(
    boolean idempotent,
    Duration lag,
    boolean forgetful,
    boolean flips,
    boolean notFoundFinal,
    boolean resends,
    boolean callsBack,
    boolean lies,
    boolean speaks,
    Duration readBudget) {
  static Habits draw(SplittableRandom chance) {
    boolean forgetful = chance.nextInt(8) == 0;
    boolean idempotent = chance.nextBoolean();
    return new Habits(
        idempotent,
        chance.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(chance.nextInt(1, 600)),
        forgetful,
        chance.nextInt(5) == 0,
        chance.nextBoolean() && !forgetful,
        chance.nextBoolean() && idempotent,
        chance.nextBoolean(),
        false,
        chance.nextInt(10) == 0,
        Duration.ofSeconds(chance.nextInt(5, 41)));
  }

  /// One that pays hours after it has said again and again that it knows nothing, and then says so
  /// by itself: against our knowledge of it, which is that "not found" is an end.
  static Habits drawLiar(SplittableRandom chance) {
    var lag = Duration.ofMinutes(chance.nextInt(60, 400));
    boolean idempotent = chance.nextBoolean();
    return new Habits(
        idempotent, lag, false, false, true, false, true, true, false, Duration.ofSeconds(20));
  }
}
