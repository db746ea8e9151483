package id.sakelar.acceptance;

import id.sakelar.money.Rupiah;
import id.sakelar.server.Database;
import id.sakelar.server.banking.AccountStore;
import id.sakelar.server.banking.Agent;
import id.sakelar.server.banking.AgentStore;
import id.sakelar.server.banking.Holder;
import id.sakelar.server.banking.OurBank;
import id.sakelar.server.banking.Profile;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.PinStore;
import id.sakelar.server.partner.Pins;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.Vault;
import id.sakelar.server.partner.Verifier;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An agent of the bank, and what it began with.
record ChaosAgent(String username, String password, Rupiah opening) {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String PIN = "864209";

  /// Adds one as an operator does, with a PIN.
  ///
  /// @param number 1 to 9
  static ChaosAgent add(
      int number, String password, Rupiah opening, Database filled, Vault vault, Secret pepper) {
    var agent = new ChaosAgent("CHAOS10000" + number, password, opening);
    agent.addPartner(filled, vault);
    agent.addAgent(number, filled, vault);
    new Pins(new PinStore(filled.requests(), CLOCK), pepper, new SecureRandom())
        .set(Pins.ofAgent(agent.username()), new Secret(PIN));
    return agent;
  }

  private String id() {
    return username.toLowerCase(Locale.ROOT);
  }

  /// The account in the books that is the agent's float.
  String books() {
    return "deposit:" + id();
  }

  ChaosTeller logIn(ChaosDoors doors) throws InterruptedException {
    return ChaosTeller.logIn(doors, username, password, new CounterWords(PIN));
  }

  private void addPartner(Database filled, Vault vault) {
    var chance = new SecureRandom();
    var deposits = new DepositStore(filled.plain());
    deposits.open(id());
    deposits.topUp(id(), "opening-" + id(), opening, chance);
    new PartnerStore(filled.requests(), vault)
        .add(
            new Partner(id(), username, true, List.of(), Limits.NONE, null),
            "bankplus",
            username,
            Verifier.of(new Secret(password), chance));
  }

  private void addAgent(int number, Database filled, Vault vault) {
    var jdbi = filled.requests();
    new AgentStore(jdbi, vault, CLOCK).add(agent(number));
    var fees = new OurBank.Fees(Rupiah.ZERO, Rupiah.ZERO, Rupiah.ZERO);
    var bank = new OurBank("BNI", "009", "BNINIDJA", fees, Map.of());
    new AccountStore(jdbi, bank, vault, CLOCK, new SecureRandom())
        .addAgentAccount(username, id(), "4" + number, new Holder("AGENT " + number, "", "", ""));
  }

  private Agent agent(int number) {
    var address = new Profile.Address("", "", "", "", "", "");
    var brand = new Profile.Brand("BNI", "", "", "");
    var profile =
        new Profile("Agent", "", "", null, null, Profile.AGENT, "", null, "", address, null, brand);
    return new Agent(
        username,
        id(),
        Agent.Status.ACTIVE,
        Agent.Grade.A,
        Agent.TYPES,
        "BNI",
        "014",
        "10000" + number,
        null,
        CLOCK.instant(),
        null,
        null,
        profile,
        "4" + number);
  }

  /// Leaves the password out.
  @Override
  public String toString() {
    return "ChaosAgent[" + username + "]";
  }
}
