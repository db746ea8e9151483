package id.sakelar.server;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.BalanceStore;
import id.sakelar.server.payment.BalanceStore.Reported;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sakelar upstream`: the billers, and our deposit at each.
@Command(name = "upstream", description = "Lists billers, and books what we paid them in advance.")
final class UpstreamCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "list",
      description = "Lists billers with our deposit there, by the books and as they say.")
  int list(@Mixin ConfigOption config) throws IOException {
    var upstreams = config.settings().upstreams();
    try (var database = config.database()) {
      var store = new BalanceStore(database.requests());
      for (String name : new TreeSet<>(upstreams.keySet())) {
        var booked = store.booked(name);
        print(
            String.join(
                "  ",
                name,
                "deposit " + booked.deposit(),
                "in flight " + booked.inFlight(),
                store.findReported(name).map(UpstreamCommand::words).orElse("has not said")));
      }
    }
    return 0;
  }

  private static String words(Reported reported) {
    var drift = reported.drift();
    return "said %s at %s, %s"
        .formatted(
            reported.balance(),
            reported.at(),
            drift.equals(Rupiah.ZERO) ? "no drift" : "drift " + drift);
  }

  @Command(
      name = "deposit",
      description = "Books what our bank paid a biller in advance, once for each reference.")
  int deposit(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "RUPIAH") long rupiah,
      @Option(
              names = "--reference",
              required = true,
              description = "The bank's number of the payment, or another that is used once.")
          String reference)
      throws IOException {
    if (!config.settings().upstreams().containsKey(name)) {
      throw new IllegalArgumentException("there is no upstream " + name);
    }
    try (var database = config.database()) {
      boolean booked =
          BalanceStore.deposit(
              database.plain(),
              name,
              reference,
              Rupiah.of(rupiah),
              Person.atTheKeyboard(),
              new SecureRandom());
      var deposit = new BalanceStore(database.requests()).booked(name).deposit();
      print(
          "%sOur deposit at %s is %s."
              .formatted(booked ? "Booked. " : "Booked before; nothing changed. ", name, deposit));
    }
    return 0;
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
