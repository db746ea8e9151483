package id.sakelar.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.PrimitiveIterator;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `sakelar simulate`: lives through many worlds, and tells of the first in which something
/// happened that must not.
@Command(
    name = "sakelar simulate",
    mixinStandardHelpOptions = true,
    versionProvider = id.sakelar.server.Main.Version.class,
    description = "Simulates the switch with partners, billers and disasters.")
public final class Main implements Callable<Integer> {
  @Option(names = "--seed", description = "One world.")
  private @Nullable Long seed;

  @Option(names = "--seeds", description = "Worlds from A to B, written A..B.")
  private String seeds = "1..1000";

  @Option(names = "--payments", description = "Worlds from the first seed on, until so many.")
  private @Nullable Long payments;

  @Option(names = "--wishes", description = "Payments wished for in a world (${DEFAULT-VALUE}).")
  private int wishes = 100;

  @Option(names = "--mutant", description = "Plants a mistake: ${COMPLETION-CANDIDATES}.")
  private Mutant mutant = Mutant.NONE;

  @Option(names = "--byzantine", description = "One biller pays what it said it does not know.")
  private boolean byzantine;

  @Option(names = "--trace", description = "Tells what happens, line by line; for one world.")
  private boolean trace;

  @Option(names = "--shrink", description = "Makes what went wrong as small as it gets.")
  private boolean shrink;

  @Option(names = "--counts", description = "Tells how often everything was reached.")
  private boolean counts;

  @Option(names = "--jobs", description = "Worlds at a time (${DEFAULT-VALUE}).")
  private int jobs = Math.min(2, Runtime.getRuntime().availableProcessors());

  @Option(names = "--only-wishes", split = ",", description = "Leaves out all other customers.")
  private @Nullable List<Integer> onlyWishes;

  @Option(names = "--only-blows", split = ",", description = "Leaves out all other disasters.")
  private @Nullable List<Integer> onlyBlows;

  @Option(names = "--only-faults", split = ",", description = "Leaves out all other faults.")
  private @Nullable List<String> onlyFaults;

  /// Simulates and exits 0 when nothing went wrong and everything was reached, 1 otherwise.
  public static void main(String[] arguments) {
    // what the switch writes about trouble is what the simulation is for
    System.setProperty("sakelar.log.level", "OFF");
    System.exit(id.sakelar.server.Main.commandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() {
    System.setProperty("jdk.virtualThreadScheduler.parallelism", "" + jobs);
    return seed == null ? many() : one(seed);
  }

  private int one(long number) {
    var plan =
        Plan.draw(number, wishes, byzantine)
            .only(
                wish -> onlyWishes == null || onlyWishes.contains(wish.number()),
                blow -> onlyBlows == null || onlyBlows.contains(blow.number()),
                fault -> onlyFaults == null || onlyFaults.contains(fault.name()));
    var outcome = World.run(plan, mutant, trace ? System.out::println : null);
    if (outcome.violation() == null) {
      System.out.printf(
          "seed %d: %d payments, nothing went wrong, hash %016x%n",
          number, outcome.payments(), outcome.hash());
      return 0;
    }
    return tell(outcome);
  }

  private int many() {
    long begun = System.nanoTime();
    long enough = payments == null ? Long.MAX_VALUE : payments;
    var result = new Campaign(range(), mutant, wishes, enough, byzantine).run(jobs);
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "%d worlds, %d payments, %.1f s: %.0f payments a second, hash %016x%n",
        result.worlds(), result.payments(), seconds, result.payments() / seconds, result.hash());
    if (counts) {
      result.tally().counts().forEach((what, count) -> System.out.println(count + " " + what));
    }
    if (result.failed() != null) {
      return tell(result.failed());
    }
    var missed = mutant == Mutant.NONE && !byzantine ? Campaign.missed(result) : List.<String>of();
    missed.forEach(item -> System.out.println("not reached: " + item));
    return missed.isEmpty() ? 0 : 1;
  }

  private PrimitiveIterator.OfLong range() {
    var ends = seeds.split("\\.\\.", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException("--seeds are written 1..1000");
    }
    long first = Long.parseLong(ends[0]);
    return payments == null
        ? LongStream.rangeClosed(first, Long.parseLong(ends[1])).iterator()
        : LongStream.iterate(first, number -> number + 1).iterator();
  }

  private int tell(World.Outcome outcome) {
    var violation = outcome.violation();
    if (violation == null) {
      return 0;
    }
    System.out.println(line(outcome, violation));
    if (shrink) {
      var plan = Shrinking.of(outcome, mutant);
      plan.wishes().forEach(System.out::println);
      plan.blows().forEach(System.out::println);
      System.out.println("again: " + command(plan) + " --trace");
    }
    return 1;
  }

  private String line(World.Outcome outcome, Violation violation) {
    return String.format(
        Locale.ROOT,
        "seed %d, %.6f s: %s: %s %s; again: %s",
        outcome.plan().seed(),
        outcome.micros() / 1e6,
        violation.checker(),
        violation.about(),
        violation.getMessage(),
        command(outcome.plan()));
  }

  /// The command that lives through a plan again.
  private String command(Plan plan) {
    var whole = Plan.draw(plan.seed(), wishes, byzantine);
    var words = new ArrayList<>(List.of("./sakelar simulate --seed " + plan.seed()));
    if (wishes != 100) {
      words.add("--wishes " + wishes);
    }
    if (byzantine) {
      words.add("--byzantine");
    }
    if (mutant != Mutant.NONE) {
      words.add("--mutant " + mutant);
    }
    if (!whole.wishes().equals(plan.wishes())) {
      words.add("--only-wishes " + listed(plan.wishes().stream().map(Wish::number).toList()));
    }
    if (!whole.blows().equals(plan.blows())) {
      words.add("--only-blows " + listed(plan.blows().stream().map(Blow::number).toList()));
    }
    if (!whole.rates().equals(plan.rates())) {
      var left = new TreeSet<>(plan.rates().keySet());
      left.removeIf(fault -> plan.rate(fault) == 0);
      words.add("--only-faults " + listed(left));
    }
    return String.join(" ", words);
  }

  /// Nothing is left with a number that nothing has.
  private static String listed(Collection<?> parts) {
    return parts.isEmpty()
        ? "-1"
        : parts.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
