package id.sakelar.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Many worlds, one seed each, several at a time. For one thread.
final class Campaign {
  private final PrimitiveIterator.OfLong seeds;
  private final Mutant mutant;
  private final int wishes;
  private final long enough;
  private final boolean lies;
  private final Tally tally = new Tally();
  private long worlds;
  private long payments;
  private long hash;
  private World.@Nullable Outcome failed;

  /// @param seeds which worlds, in this order
  /// @param wishes how many payments are wished for in each
  /// @param enough ends when so many payments were opened, whatever seeds are left
  /// @param lies whether one biller in each world cannot be trusted
  Campaign(PrimitiveIterator.OfLong seeds, Mutant mutant, int wishes, long enough, boolean lies) {
    this.seeds = seeds;
    this.mutant = mutant;
    this.wishes = wishes;
    this.enough = enough;
    this.lies = lies;
  }

  /// What came of it.
  ///
  /// @param hash the same whenever the same worlds came out the same
  /// @param failed the first world in which something happened that must not; null when there is
  ///   none
  record Result(
      long worlds, long payments, long hash, Tally tally, World.@Nullable Outcome failed) {}

  /// Runs until the seeds or the payments are over, or something is found.
  ///
  /// @param jobs how many worlds there are at a time
  Result run(int jobs) {
    try (var workers = Executors.newFixedThreadPool(jobs)) {
      var workings = new ArrayList<Future<?>>();
      for (int i = 0; i < jobs; i++) {
        workings.add(workers.submit(this::work));
      }
      workings.forEach(Campaign::join);
    }
    return new Result(worlds, payments, hash, tally, failed);
  }

  private void work() {
    for (var plan = next(); plan != null; plan = next()) {
      note(World.run(plan, mutant, null));
    }
  }

  private synchronized @Nullable Plan next() {
    boolean over = failed != null || payments >= enough || !seeds.hasNext();
    return over ? null : Plan.draw(seeds.nextLong(), wishes, lies);
  }

  private synchronized void note(World.Outcome outcome) {
    worlds++;
    payments += outcome.payments();
    hash += outcome.hash() * (2 * outcome.plan().seed() + 1);
    tally.add(outcome.tally());
    var first = failed;
    if (outcome.violation() != null
        && (first == null || first.plan().seed() > outcome.plan().seed())) {
      failed = outcome;
    }
  }

  private static void join(Future<?> working) {
    try {
      working.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a world broke: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// What should have been reached by so many worlds, and was not: each item fifty times in a
  /// thousand worlds. Fewer worlds prove nothing either way.
  static List<String> missed(Result result) {
    long least = result.worlds() < 1_000 ? 0 : result.worlds() * 50 / 1_000;
    return Reach.all().stream()
        .filter(item -> result.tally().of(item) < least)
        .map(item -> item + ": " + result.tally().of(item) + " of " + least)
        .toList();
  }
}
