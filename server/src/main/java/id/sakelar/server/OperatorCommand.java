package id.sakelar.server;

import id.sakelar.server.partner.LockoutStore;
import id.sakelar.server.partner.Operator;
import id.sakelar.server.partner.OperatorStore;
import id.sakelar.server.partner.Operators;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sakelar operator`: who may decide what machines cannot.
@Command(
    name = "operator",
    description = "Adds, lists and retires those who decide what machines cannot.")
final class OperatorCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "add", description = "Adds an operator and prints its secret, once.")
  int add(@Mixin ConfigOption config, @Parameters(paramLabel = "NAME") String name)
      throws IOException {
    try (var database = config.database()) {
      var secret = operators(database).add(name, Person.atTheKeyboard());
      if (secret.isEmpty()) {
        throw new IllegalArgumentException("there is or was an operator " + name);
      }
      print("The secret of " + name + " (shown this once): " + secret.get().reveal());
    }
    return 0;
  }

  @Command(name = "list", description = "Lists operators.")
  int list(@Mixin ConfigOption config) throws IOException {
    try (var database = config.database()) {
      for (Operator operator : operators(database).list()) {
        var retired = operator.retiredAt();
        print(
            String.join(
                "  ",
                operator.name(),
                "since " + operator.addedAt(),
                retired == null ? "active" : "retired " + retired));
      }
    }
    return 0;
  }

  @Command(name = "retire", description = "Lets an operator decide nothing from now on.")
  int retire(@Mixin ConfigOption config, @Parameters(paramLabel = "NAME") String name)
      throws IOException {
    try (var database = config.database()) {
      if (!operators(database).retire(name, Person.atTheKeyboard())) {
        throw new IllegalArgumentException("there is no operator " + name + " to retire");
      }
      print(name + " is retired.");
    }
    return 0;
  }

  private static Operators operators(Database database) {
    return new Operators(
        new OperatorStore(database.requests()),
        new LockoutStore(database.requests()),
        InstantSource.system(),
        new SecureRandom());
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
