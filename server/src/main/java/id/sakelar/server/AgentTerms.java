package id.sakelar.server;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Agent;
import id.sakelar.server.banking.Agent.Grade;
import id.sakelar.server.banking.Holder;
import id.sakelar.server.banking.Profile;
import id.sakelar.server.partner.Network;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What an operator says about a new agent.
final class AgentTerms {
  @Option(names = "--name", required = true, description = "What the agent is called.")
  private String name = "";

  @Option(names = "--email", defaultValue = "", description = "An address for mail.")
  private String email = "";

  @Option(names = "--phone", defaultValue = "", description = "A telephone.")
  private String phone = "";

  @Option(
      names = "--mitra",
      paramLabel = "CODE",
      description = "Whose agent it is; the bank's own unless said.")
  private @Nullable String mitra;

  @Option(names = "--branch", required = true, description = "Three digits.")
  private String branch = "";

  @Option(names = "--counter", required = true, description = "Six digits.")
  private String counter = "";

  @Option(
      names = "--class",
      defaultValue = "A",
      description = "The class by law: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said.")
  private Grade grade = Grade.A;

  @Option(
      names = "--type",
      split = ",",
      defaultValue = "lakupandai,ePayment",
      description = "What it does, of lakupandai, ePayment and lkd; ${DEFAULT-VALUE} unless said.")
  private List<String> types = List.of();

  @Option(names = "--street", defaultValue = "", description = "Where it is.")
  private String street = "";

  @Option(names = "--rt", defaultValue = "", description = "The neighbourhood, such as 02/02.")
  private String rt = "";

  @Option(names = "--village", defaultValue = "", description = "The kelurahan.")
  private String village = "";

  @Option(names = "--district", defaultValue = "", description = "The kecamatan.")
  private String district = "";

  @Option(names = "--regency", defaultValue = "", description = "The kabupaten or kota.")
  private String regency = "";

  @Option(names = "--province", description = "The province; agents are counted by it.")
  private @Nullable String province;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      defaultValue = "",
      description = "The region's code at the central bank.")
  private String region = "";

  @Option(names = "--per-day", description = "Most for a day in rupiah; no limit unless said.")
  private @Nullable Long perDay;

  @Option(
      names = "--address",
      paramLabel = "NETWORK",
      description = "Where it may call from, perhaps more than once; anywhere unless said.")
  private List<String> addresses = List.of();

  @Option(
      names = "--account",
      paramLabel = "NUMBER",
      description = "The number of its own account; a new one unless said.")
  private @Nullable String account;

  /// The number of the account that the agent is to have; null for any.
  @Nullable String account() {
    return account;
  }

  Partner partner(String id) {
    var limits = new Limits(null, null, perDay == null ? null : most(perDay));
    return new Partner(id, id, true, addresses.stream().map(Network::parse).toList(), limits, null);
  }

  private static Rupiah most(long rupiah) {
    if (rupiah <= 0) {
      throw new IllegalArgumentException("a limit is above zero");
    }
    return Rupiah.of(rupiah);
  }

  Agent agent(String username, String partner, String number, BankSettings bank, Instant now) {
    return new Agent(
        username,
        partner,
        Agent.Status.ACTIVE,
        grade,
        types,
        mitra == null ? bank.name() : mitra,
        branch,
        counter,
        province,
        now,
        null,
        null,
        profile(bank),
        number);
  }

  private Profile profile(BankSettings bank) {
    var address =
        new Profile.Address(
            street, rt, village, district, regency, province == null ? "" : province);
    var brand = new Profile.Brand(bank.name(), "", "", "");
    return new Profile(
        name, email, phone, null, null, Profile.AGENT, "", null, region, address, null, brand);
  }

  /// The holder of the agent's account, in capitals as banks write names.
  Holder holder() {
    return new Holder(name.toUpperCase(Locale.ROOT), phone, "", "");
  }
}
