package id.sakelar.server;

import id.sakelar.server.payment.NoticeStore;
import id.sakelar.server.payment.NoticeStore.DeadLetter;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sakelar webhook`: what partners were to be told and did not take.
@Command(
    name = "webhook",
    description = "Lists what partners did not take, and has it tried again.")
final class WebhookCommand {
  private static final int MOST = 1_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "list", description = "Lists what was given up, the oldest first.")
  int list(@Mixin ConfigOption config, @Mixin PartnerOption of) throws IOException {
    try (var database = config.database()) {
      var dead = new NoticeStore(database.requests()).listDead(of.partner(), MOST);
      dead.forEach(letter -> print(line(letter)));
    }
    return 0;
  }

  private static String line(DeadLetter letter) {
    return String.join(
        "  ",
        Long.toString(letter.number()),
        letter.id().partner(),
        letter.id().dialect(),
        letter.id().reference(),
        letter.state().name(),
        letter.tries() + " tries",
        "since " + letter.since());
  }

  @Command(name = "retry", description = "Has what was given up tried again from the beginning.")
  int retry(
      @Mixin ConfigOption config,
      @Mixin PartnerOption of,
      @Parameters(
              paramLabel = "NUMBER",
              arity = "0..1",
              description = "Which, as listed; without it all.")
          @Nullable Long number)
      throws IOException {
    try (var database = config.database()) {
      int again =
          new NoticeStore(database.requests()).retry(Optional.ofNullable(number), of.partner());
      print("%d tried again.".formatted(again));
    }
    return 0;
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }

  /// Whose.
  static final class PartnerOption {
    @Option(names = "--partner", paramLabel = "ID", description = "Of this partner only.")
    private @Nullable String partner;

    Optional<String> partner() {
      return Optional.ofNullable(partner);
    }
  }
}
