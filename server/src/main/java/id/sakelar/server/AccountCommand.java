package id.sakelar.server;

import id.sakelar.server.banking.BankAccount;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sakelar account`: the customers' savings at our bank.
@Command(
    name = "account",
    description = "Lists accounts of our bank, stops them, and gives customers PINs.")
final class AccountCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "list", description = "Lists accounts with what they hold, a hundred at a time.")
  int list(
      @Mixin ConfigOption config,
      @Option(
              names = "--after",
              paramLabel = "NUMBER",
              defaultValue = "",
              description = "The last number seen.")
          String after)
      throws IOException {
    try (var office = AgentOffice.open(config)) {
      office.listAccounts(after).forEach(account -> print(line(account, office)));
    }
    return 0;
  }

  private static String line(BankAccount account, AgentOffice office) {
    return String.join(
        "  ",
        account.number(),
        account.isSavings() ? String.valueOf(account.product()) : "agent",
        account.active() ? "active" : "stopped",
        office.balance(account).toString());
  }

  @Command(name = "stop", description = "Lets no money in or out of an account.")
  int stop(@Mixin ConfigOption config, @Parameters(paramLabel = "NUMBER") String number)
      throws IOException {
    return setActive(config, number, false);
  }

  @Command(name = "reopen", description = "Lets money in and out of an account again.")
  int reopen(@Mixin ConfigOption config, @Parameters(paramLabel = "NUMBER") String number)
      throws IOException {
    return setActive(config, number, true);
  }

  private int setActive(ConfigOption config, String number, boolean active) throws IOException {
    try (var office = AgentOffice.open(config)) {
      office.setAccountActive(number, active);
      print(number + (active ? " is open again." : " is stopped."));
    }
    return 0;
  }

  @Command(
      name = "give-pin",
      description = "Gives a customer a new PIN, which unblocks, and prints it once.")
  int givePin(@Mixin ConfigOption config, @Parameters(paramLabel = "NUMBER") String number)
      throws IOException {
    try (var office = AgentOffice.open(config)) {
      print("The PIN of %s (shown this once): %s".formatted(number, office.givePin(number)));
    }
    return 0;
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
