package id.sakelar.server;

import id.sakelar.server.console.ReviewJson;
import id.sakelar.server.review.Decision;
import id.sakelar.server.review.Decision.Outcome;
import id.sakelar.server.review.HistoryStore;
import id.sakelar.server.review.Proposal;
import id.sakelar.server.review.QueueStore;
import id.sakelar.server.review.Review;
import id.sakelar.server.review.Ruling;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sakelar review`: what waits for people, and what two of them decide about it.
@Command(name = "review", description = "Shows what waits for people, and lets two of them decide.")
final class ReviewCommand {
  private static final InstantSource CLOCK = InstantSource.system();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "list", description = "Lists payments in review and open cases, oldest first.")
  int list(
      @Mixin ConfigOption config,
      @Option(names = "--json", description = "Prints JSON.") boolean json)
      throws IOException {
    try (var database = config.database()) {
      var queue = new QueueStore(database.requests()).list();
      if (json) {
        print(ReviewJson.queue(queue, CLOCK.instant()));
      } else {
        queue.forEach(waiting -> ReviewText.of(waiting, CLOCK.instant()).forEach(this::print));
        print(queue.isEmpty() ? "Nothing waits." : queue.size() + " in all.");
      }
    }
    return 0;
  }

  @Command(name = "show", description = "Shows all that is known of a case or a payment.")
  int show(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "NUMBER|SUBJECT") String target,
      @Option(names = "--json", description = "Prints JSON.") boolean json)
      throws IOException {
    try (var database = config.database()) {
      var history =
          new HistoryStore(database.requests())
              .find(target)
              .orElseThrow(() -> new IllegalArgumentException("nothing is known of " + target));
      if (json) {
        print(ReviewJson.history(history));
      } else {
        ReviewText.of(history).forEach(this::print);
      }
    }
    return 0;
  }

  @Command(
      name = "propose",
      description = "Proposes how a payment ended, to give it back, or to close a case.")
  int propose(
      @Mixin ConfigOption config,
      @Mixin OperatorOption operator,
      @Parameters(paramLabel = "NUMBER|SUBJECT") String target,
      @Parameters(
              paramLabel = "OUTCOME",
              description = "succeeded or failed of what is in review, refunded, closed.")
          String outcome,
      @Option(names = "--note", required = true, description = "Why.") String note,
      @Option(names = "--proof", defaultValue = "", description = "Where the proof is kept.")
          String proof,
      @Option(
              names = "--serial",
              defaultValue = "",
              description = "The biller's serial number of a success.")
          String serial,
      @Option(names = "--claimed", description = "The biller gave back what it took.")
          boolean claimed)
      throws IOException {
    var proposal = new Proposal(target, outcome(outcome), claimed, note, proof, serial);
    return decide(config, operator, (review, who) -> review.propose(proposal, who));
  }

  @Command(name = "approve", description = "Approves what another operator proposed.")
  int approve(
      @Mixin ConfigOption config,
      @Mixin OperatorOption operator,
      @Parameters(paramLabel = "PROPOSAL") long number)
      throws IOException {
    return decide(config, operator, (review, who) -> review.approve(number, who));
  }

  @Command(name = "reject", description = "Says no to what was proposed.")
  int reject(
      @Mixin ConfigOption config,
      @Mixin OperatorOption operator,
      @Parameters(paramLabel = "PROPOSAL") long number,
      @Option(names = "--note", required = true, description = "Why.") String note)
      throws IOException {
    return decide(config, operator, (review, who) -> review.reject(number, who, note));
  }

  private static Outcome outcome(String word) {
    try {
      return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("an outcome is succeeded, failed, refunded or closed");
    }
  }

  /// What an operator decides.
  private interface Deciding {
    Ruling decide(Review review, String who);
  }

  private int decide(ConfigOption config, OperatorOption operator, Deciding deciding)
      throws IOException {
    try (var database = config.database()) {
      var who = operator.proven(database);
      try (var office = PaymentOffice.open(config.settings(), database)) {
        return switch (deciding.decide(office.review(), who)) {
          case Ruling.Stands(Decision decision) -> {
            print(ReviewText.of(decision));
            yield decision.state() == Decision.State.VOID ? 1 : 0;
          }
          case Ruling.Refused(String why) -> throw new IllegalArgumentException(why);
        };
      }
    }
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
