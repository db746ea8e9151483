package id.sakelar.server;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.AccountStore;
import id.sakelar.server.banking.Agent;
import id.sakelar.server.banking.AgentStore;
import id.sakelar.server.banking.BankAccount;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.PartnerStore;
import id.sakelar.server.partner.PinStore;
import id.sakelar.server.partner.Pins;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.SecretFile;
import id.sakelar.server.partner.SessionStore;
import id.sakelar.server.partner.Vault;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where operators see to the bank's agents.
final class AgentOffice implements AutoCloseable {
  private static final String DIALECT = "bankplus";
  private static final InstantSource CLOCK = InstantSource.system();

  private final Database database;
  private final BankSettings bank;
  private final PartnerStore partners;
  private final DepositStore deposits;
  private final AgentStore agents;
  private final AccountStore accounts;
  private final SessionStore sessions;
  private final PinStore pins;
  private final SecureRandom chance = new SecureRandom();

  private AgentOffice(Settings settings, BankSettings bank, Vault vault, Database database) {
    var jdbi = database.requests();
    this.database = database;
    this.bank = bank;
    this.partners = new PartnerStore(jdbi, vault);
    this.deposits = new DepositStore(database.plain());
    this.agents = new AgentStore(jdbi, vault, CLOCK);
    this.accounts = new AccountStore(jdbi, BankTerms.of(settings, bank), vault, CLOCK, chance);
    this.sessions =
        new SessionStore(
            jdbi, CLOCK, chance, settings.agents().sessionIdle(), settings.agents().sessionMost());
    this.pins = new PinStore(jdbi, CLOCK);
  }

  /// Opens the office of the configured bank.
  ///
  /// @throws IllegalArgumentException if none is configured
  static AgentOffice open(ConfigOption config) throws IOException {
    var settings = config.settings();
    var bank =
        settings
            .bank()
            .orElseThrow(
                () ->
                    new IllegalArgumentException("there is no sakelar.bank in the configuration"));
    var vault = Vault.open(settings.vault().keyFile());
    return new AgentOffice(settings, bank, vault, config.database());
  }

  /// Adds an agent with a float that is empty.
  ///
  /// @param verifier of the agent's password
  Agent add(String username, AgentTerms terms, Secret verifier) {
    var id = username.toLowerCase(Locale.ROOT);
    var partner = terms.partner(id);
    var number = Optional.ofNullable(terms.account()).orElseGet(accounts::newNumber);
    var agent = terms.agent(username, id, number, bank, CLOCK.instant());
    if (partners.findPartner(id).isPresent()) {
      throw new IllegalArgumentException("there is a partner " + id + " already");
    }
    if (!number.matches("[0-9]{1,16}") || accounts.find(number).isPresent()) {
      throw new IllegalArgumentException("an account is 1 to 16 digits, and not taken yet");
    }
    deposits.open(id);
    partners.add(partner, DIALECT, username, verifier);
    agents.add(agent);
    accounts.addAgentAccount(username, id, number, terms.holder());
    return agent;
  }

  List<Agent> list() {
    return agents.list();
  }

  Agent known(String username) {
    return agents
        .find(username)
        .orElseThrow(() -> new IllegalArgumentException("there is no agent " + username));
  }

  Rupiah balance(Agent agent) {
    return deposits.balance(partner(agent));
  }

  /// Adds to a float, once for each reference.
  ///
  /// @return whether it was booked now, and not before
  boolean topUp(Agent agent, Rupiah amount, String reference) {
    return deposits.topUp(agent.partner(), reference, amount, Person.atTheKeyboard(), chance);
  }

  /// Lets an agent work, or bars it and ends its sessions.
  void setActive(Agent agent, boolean active) {
    partners.put(partner(agent).withActive(active));
    agents.setStatus(agent.username(), active ? Agent.Status.ACTIVE : Agent.Status.SUSPENDED);
    if (!active) {
      sessions.endAll(agent.username());
    }
  }

  /// Takes an agent's PIN away and ends its sessions.
  void resetPin(Agent agent) {
    pins.remove(Pins.ofAgent(agent.username()));
    sessions.endAll(agent.username());
  }

  /// At most a hundred accounts behind this number.
  List<BankAccount> listAccounts(String after) {
    return accounts.list(after, 100);
  }

  Rupiah balance(BankAccount account) {
    return accounts.balance(account);
  }

  /// @throws IllegalArgumentException if there is no such account
  void setAccountActive(String number, boolean active) {
    if (!accounts.setActive(number, active)) {
      throw new IllegalArgumentException("there is no account " + number);
    }
  }

  /// A new PIN of a customer, made by chance; whatever tries were used up are given back.
  ///
  /// @throws IllegalArgumentException if there are no such savings
  /// @throws IOException if the pepper cannot be read
  String givePin(String number) throws IOException {
    if (accounts.find(number).filter(BankAccount::isSavings).isEmpty()) {
      throw new IllegalArgumentException("there are no savings " + number);
    }
    var pin = String.format(Locale.ROOT, "%06d", chance.nextInt(1_000_000));
    new Pins(pins, SecretFile.read(bank.pepperFile()), chance)
        .set(Pins.ofAccount(number), new Secret(pin));
    return pin;
  }

  private Partner partner(Agent agent) {
    return partners.findPartner(agent.partner()).orElseThrow();
  }

  @Override
  public void close() {
    database.close();
  }
}
