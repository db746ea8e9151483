package id.sakelar.server;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Agent;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sakelar agent`: who is our bank at the counters.
@Command(
    name = "agent",
    description = "Adds, lists, bars and readmits the bank's agents, and sees to PINs and floats.")
final class AgentCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  /// What is added to a float.
  static final class TopUp {
    @Option(names = "--add", paramLabel = "RUPIAH", required = true, description = "Adds so much.")
    private long rupiah;

    @Option(
        names = "--reference",
        required = true,
        description = "The bank's number of the payment; booked once, however often given.")
    private String reference = "";
  }

  @Command(name = "add", description = "Adds an agent and prints its password, once.")
  int add(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "USERNAME") String username,
      @Mixin AgentTerms terms)
      throws IOException {
    try (var office = AgentOffice.open(config)) {
      var password = Issued.password();
      var agent = office.add(username, terms, password.kept());
      print(
          "Added %s, %s, with account %s. The password of %s (shown this once): %s"
              .formatted(
                  username, agent.code(), agent.account(), username, password.shown().reveal()));
    }
    return 0;
  }

  @Command(name = "list", description = "Lists agents with their floats.")
  int list(@Mixin ConfigOption config) throws IOException {
    try (var office = AgentOffice.open(config)) {
      for (Agent agent : office.list()) {
        print(
            String.join(
                "  ",
                agent.username(),
                agent.code(),
                agent.profile().name(),
                agent.status().name().toLowerCase(Locale.ROOT),
                agent.grade().name(),
                String.join(",", agent.types()),
                agent.account(),
                office.balance(agent).toString(),
                agent.pinChangedAt() == null ? "no PIN" : "PIN"));
      }
    }
    return 0;
  }

  @Command(
      name = "reset-pin",
      description = "Takes an agent's PIN away, so that the agent sets another; ends its sessions.")
  int resetPin(@Mixin ConfigOption config, @Parameters(paramLabel = "USERNAME") String username)
      throws IOException {
    try (var office = AgentOffice.open(config)) {
      office.resetPin(office.known(username));
      print(username + " has no PIN now and sets another with the password.");
    }
    return 0;
  }

  @Command(name = "suspend", description = "Bars an agent and ends its sessions.")
  int suspend(@Mixin ConfigOption config, @Parameters(paramLabel = "USERNAME") String username)
      throws IOException {
    return setActive(config, username, false);
  }

  @Command(name = "resume", description = "Readmits an agent who was barred.")
  int resume(@Mixin ConfigOption config, @Parameters(paramLabel = "USERNAME") String username)
      throws IOException {
    return setActive(config, username, true);
  }

  private int setActive(ConfigOption config, String username, boolean active) throws IOException {
    try (var office = AgentOffice.open(config)) {
      office.setActive(office.known(username), active);
      print(username + (active ? " is served again." : " is suspended."));
    }
    return 0;
  }

  @Command(name = "float", description = "Shows an agent's float, and perhaps adds to it.")
  int showFloat(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "USERNAME") String username,
      @ArgGroup(exclusive = false) @Nullable TopUp topUp)
      throws IOException {
    try (var office = AgentOffice.open(config)) {
      var agent = office.known(username);
      print(booked(office, agent, topUp) + username + " has " + office.balance(agent) + ".");
    }
    return 0;
  }

  private static String booked(AgentOffice office, Agent agent, @Nullable TopUp topUp) {
    if (topUp == null) {
      return "";
    }
    return office.topUp(agent, Rupiah.of(topUp.rupiah), topUp.reference)
        ? "Booked. "
        : "Booked before; nothing changed. ";
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
