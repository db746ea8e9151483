package id.sakelar.server.front.bankplus;

import id.sakelar.http.Door;
import id.sakelar.ledger.Books;
import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.AccountStore;
import id.sakelar.server.banking.AgentStore;
import id.sakelar.server.banking.Bank;
import id.sakelar.server.banking.BankHouseAccounts;
import id.sakelar.server.banking.BankStore;
import id.sakelar.server.banking.End;
import id.sakelar.server.banking.GraphStore;
import id.sakelar.server.banking.Holder;
import id.sakelar.server.banking.ImageStore;
import id.sakelar.server.banking.LeaveStore;
import id.sakelar.server.banking.Line;
import id.sakelar.server.banking.LookStore;
import id.sakelar.server.banking.Looks;
import id.sakelar.server.banking.NewAccount;
import id.sakelar.server.banking.Operation;
import id.sakelar.server.banking.Orders;
import id.sakelar.server.banking.Orders.Composing;
import id.sakelar.server.banking.OurBank;
import id.sakelar.server.banking.OurBank.Fees;
import id.sakelar.server.banking.OurBank.Product;
import id.sakelar.server.banking.RegionStore;
import id.sakelar.server.banking.StatementStore;
import id.sakelar.server.banking.Teller;
import id.sakelar.server.banking.Transfer;
import id.sakelar.server.banking.TransferId;
import id.sakelar.server.banking.TransferStore;
import id.sakelar.server.banking.Transfers;
import id.sakelar.server.banking.Transfers.Making;
import id.sakelar.server.front.Premises;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.partner.PinStore;
import id.sakelar.server.partner.Pins;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.SessionStore;
import id.sakelar.server.partner.Verifier;
import id.sakelar.server.payment.SalesStore;
import id.sakelar.server.payment.SidStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// The branchless bank on [Premises]: agents and customers as a test wants them, and another bank
/// that is a puppet.
final class Branch implements AutoCloseable {
  /// The other bank.
  static final String MANDIRI = "008";

  static final OurBank BNI =
      new OurBank(
          "BNI",
          "009",
          "BNINIDJA",
          new Fees(Rupiah.of(1_000), Rupiah.of(6_500), Rupiah.ZERO),
          Map.of("bsa", new Product(Rupiah.of(20_000_000), Rupiah.of(5_000_000), true, "A")));

  static final int LOOKS_A_MINUTE = 30;

  final Premises premises;
  final ObedientBank mandiri = new ObedientBank();
  final AccountStore accounts;
  final AgentStore agents;
  final BankStore banks;
  final SessionStore sessions;
  final Pins pins;
  final Transfers transfers;
  final Orders orders;
  private final SecureRandom chance = new SecureRandom();
  private final RegionStore regions;

  private Branch(Premises premises) {
    this.premises = premises;
    var jdbi = premises.database().requests();
    var vault = premises.vault();
    var clock = premises.clock();
    openHouse(premises);
    this.accounts = new AccountStore(jdbi, BNI, vault, clock, chance);
    this.agents = new AgentStore(jdbi, vault, clock);
    this.banks = new BankStore(jdbi);
    this.regions = new RegionStore(jdbi);
    this.sessions =
        new SessionStore(jdbi, clock, chance, Duration.ofMinutes(15), Duration.ofHours(12));
    this.pins = new Pins(new PinStore(jdbi, clock), new Secret("pepper of tests"), chance);
    var books =
        Books.open(
            premises.database().plain(),
            TransferStore.rows(BNI, vault),
            Books.Size.DEFAULT,
            chance);
    premises.keep(books::close);
    this.transfers =
        new Transfers(
            new TransferStore(jdbi, books, vault),
            accounts,
            new LeaveStore(jdbi, vault, premises.pseudonyms(), chance),
            BNI,
            Map.of(MANDIRI, line()),
            clock,
            chance,
            Premises.PATIENCE);
    premises.keep(transfers::close);
    this.orders = new Orders(transfers, accounts, BNI, premises.pseudonyms(), chance);
    banks.put(
        List.of(
            new Bank("002", "BRINIDJA", "BRI", "BRI"),
            new Bank(MANDIRI, "BMRIIDJA", "BANK MANDIRI", "MANDRI"),
            new Bank("009", "BNINIDJA", "BNI 46", "BNI")));
  }

  /// A branch without agents.
  static Branch open() {
    return open(true);
  }

  /// The same, where an identity number may be any.
  static Branch openLenient() {
    return open(false);
  }

  private static Branch open(boolean strictIdentity) {
    var branch = new AtomicReference<Branch>();
    Premises.open(
        (premises, door) -> {
          branch.set(new Branch(premises));
          return branch.get().openFront(door, strictIdentity);
        });
    return branch.get();
  }

  private static void openHouse(Premises premises) {
    try {
      premises.database().open(BankHouseAccounts.all(List.of("002", MANDIRI)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Line line() {
    return new Line(
        MANDIRI,
        "9990001",
        mandiri,
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        1,
        false,
        Duration.ofMinutes(20),
        Duration.ofMinutes(1));
  }

  private Door.Builder openFront(Door.Builder door, boolean strictIdentity) {
    var jdbi = premises.database().requests();
    var looks =
        new Looks(
            new LookStore(jdbi, premises.pseudonyms()),
            new Looks.Limits(LOOKS_A_MINUTE, 300),
            premises.clock());
    return new BankplusFront(
            new BankplusFront.People(
                premises.partners(), agents, sessions, pins, looks, premises.pseudonyms()),
            new BankplusFront.Money(
                BNI, accounts, new StatementStore(jdbi, premises.vault()), transfers, orders),
            new BankplusFront.Papers(
                new ImageStore(Path.of("target", "images"), chance), strictIdentity),
            new BankplusFront.Bills(
                premises.payments(), premises.numbers(), new SidStore(jdbi), premises.catalog()),
            new BankplusFront.Lists(banks, regions, new GraphStore(jdbi), new SalesStore(jdbi)),
            premises.clock(),
            chance)
        .openOn(door);
  }

  /// Loads the postal codes that come with the program.
  void learnRegions() {
    regions.loadShipped();
  }

  /// Adds an agent with so much on the float.
  void add(Demo demo, Rupiah money) throws SQLException {
    add(demo, money, Limits.NONE);
  }

  void add(Demo demo, Rupiah money, Limits limits) throws SQLException {
    var id = demo.partner();
    premises.deposits().open(id);
    if (money.isPositive()) {
      premises.deposits().topUp(id, "opening-" + id, money, chance);
    }
    var partner = new Partner(id, id, true, List.of(), limits, null);
    var verifier = Verifier.of(new Secret(demo.password()), chance);
    premises.partnerStore().add(partner, BankplusFront.DIALECT, demo.username(), verifier);
    enlist(demo);
  }

  /// Adds the agent of a partner who is there.
  void enlist(Demo demo) {
    agents.add(demo.agent());
    accounts.addAgentAccount(demo.username(), demo.partner(), demo.account(), demo.holder());
    if (!demo.pin().isEmpty()) {
      pins.set(Pins.ofAgent(demo.username()), new Secret(demo.pin()));
    }
  }

  /// Opens savings at somebody's counter, with a PIN.
  void openSavings(Demo demo, String number, Holder holder, String pin, Rupiah deposit) {
    var account =
        new NewAccount(
            number,
            "bsa",
            holder,
            "{}",
            null,
            pins.verifier(Pins.ofAccount(number), new Secret(pin)),
            demo.username());
    var teller = new Teller(demo.partner(), Limits.NONE, demo.account(), demo.holder().name());
    var composing = orders.opening(teller, "opening-" + number, account, deposit);
    if (!(composing instanceof Composing.Composed(var order)
        && transfers.make(order, Duration.ZERO) instanceof Making.Known)) {
      throw new IllegalStateException("savings could not be opened");
    }
  }

  Rupiah balance(String account) {
    return accounts.balance(accounts.find(account).orElseThrow());
  }

  Rupiah balance(Demo demo) {
    return balance(demo.account());
  }

  /// The transfer that an agent made under a name of its own.
  Transfer transfer(Demo demo, Operation operation, String sid) {
    return transfers.find(new TransferId(demo.partner(), operation, sid)).orElseThrow();
  }

  static End ours(String account) {
    return new End(BNI.code(), account);
  }

  @Override
  public void close() {
    premises.close();
  }
}
