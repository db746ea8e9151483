package id.sakelar.sandbox;

import static java.util.Objects.requireNonNull;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Agent;
import id.sakelar.server.banking.Agent.Grade;
import id.sakelar.server.banking.Agent.Status;
import id.sakelar.server.banking.Holder;
import id.sakelar.server.banking.Profile;
import id.sakelar.server.banking.Profile.Address;
import id.sakelar.server.banking.Profile.Brand;
import id.sakelar.server.banking.Teller;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import java.time.Instant;
import java.util.List;

/// An agent whose password and PIN everybody knows.
///
/// @param holder of the agent's own account
/// @param money on the float when the sandbox opens
record DemoAgent(Agent agent, Holder holder, String password, String pin, Rupiah money) {
  /// The agent that the document prints.
  static final DemoAgent ARDHA =
      new DemoAgent(
          new Agent(
              "BNIUS100294",
              "bnius100294",
              Status.ACTIVE,
              Grade.A,
              Agent.TYPES,
              DemoBank.MITRA,
              "014",
              "100294",
              "Jawa Timur",
              Instant.parse("2018-12-03T02:00:00Z"),
              Instant.parse("2020-04-16T07:19:37Z"),
              Instant.parse("2020-03-30T08:45:03Z"),
              printedProfile(),
              "4447"),
          new Holder("ARDHA HERDIANTO", "089689677052", "99999999", ""),
          "T6jkl4ss",
          "359569",
          Rupiah.of(202_696_682));

  /// A colleague, of the same mitra.
  static final DemoAgent OTHER =
      new DemoAgent(
          new Agent(
              "BNIUS100268",
              "bnius100268",
              Status.ACTIVE,
              Grade.A,
              Agent.TYPES,
              DemoBank.MITRA,
              "014",
              "100268",
              "Bali",
              Instant.parse("2019-05-31T02:00:00Z"),
              Instant.parse("2019-05-31T03:00:00Z"),
              Instant.parse("2019-05-31T03:05:00Z"),
              profile(),
              "4448"),
          new Holder("AGEN DUA", "081300000268", "", ""),
          "A31jKb99",
          "112233",
          Rupiah.of(1_000_000_000));

  private static Profile printedProfile() {
    return new Profile(
        "Ardha Herdianto",
        "agen100294@example.id",
        "081332758961",
        null,
        null,
        "4",
        "",
        """
        {"register":"agent/BNI_1234567890123679_KTP_1578019696.png","due_diligence":\
        {"file":"agent/BNI_1234567890123679_TU_1578367433.png","detail":""}}""",
        "1202",
        new Address(
            "Perumahan Gateway", "02/02", "Jatikalang", "Krian", "Kab_Sidoarjo", "Jawa Timur"),
        null,
        brand());
  }

  private static Profile profile() {
    return new Profile(
        "Agen Dua",
        "agen100268@example.id",
        "081300000268",
        null,
        null,
        "4",
        "",
        null,
        "7202",
        new Address("Jalan Raya Ubud", "01/03", "Ubud", "Ubud", "Kab_Gianyar", "Bali"),
        null,
        brand());
  }

  private static Brand brand() {
    return new Brand("BNI", "1583909614507.jpeg", "1583909611598.jpeg", "ff6f00");
  }

  /// Whose deposit the float is.
  Partner partner() {
    return new Partner(agent.partner(), agent.profile().name(), true, List.of(), Limits.NONE, null);
  }

  Instant passwordSetAt() {
    return requireNonNull(agent.passwordChangedAt());
  }

  Instant pinSetAt() {
    return requireNonNull(agent.pinChangedAt());
  }

  /// The agent as who orders transfers.
  Teller teller() {
    return new Teller(agent.partner(), Limits.NONE, agent.account(), holder.name());
  }

  @Override
  public String toString() {
    return "DemoAgent[" + agent + "]";
  }
}
