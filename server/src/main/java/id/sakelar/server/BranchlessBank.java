package id.sakelar.server;

import id.sakelar.http.Door;
import id.sakelar.http.Limits;
import id.sakelar.http.Tls;
import id.sakelar.ledger.Books;
import id.sakelar.server.BankSettings.TlsSettings;
import id.sakelar.server.banking.AccountStore;
import id.sakelar.server.banking.AgentStore;
import id.sakelar.server.banking.BankFile;
import id.sakelar.server.banking.BankForgettingStore;
import id.sakelar.server.banking.BankHouseAccounts;
import id.sakelar.server.banking.BankStore;
import id.sakelar.server.banking.GraphStore;
import id.sakelar.server.banking.ImageStore;
import id.sakelar.server.banking.LeaveStore;
import id.sakelar.server.banking.LookStore;
import id.sakelar.server.banking.Looks;
import id.sakelar.server.banking.Orders;
import id.sakelar.server.banking.OurBank;
import id.sakelar.server.banking.Refnums;
import id.sakelar.server.banking.RegionStore;
import id.sakelar.server.banking.StatementStore;
import id.sakelar.server.banking.TransferChange;
import id.sakelar.server.banking.TransferStore;
import id.sakelar.server.banking.Transfers;
import id.sakelar.server.front.bankplus.BankplusFront;
import id.sakelar.server.front.bankplus.Callers;
import id.sakelar.server.front.bankplus.SwitcherFront;
import id.sakelar.server.partner.Network;
import id.sakelar.server.partner.Partners;
import id.sakelar.server.partner.PinStore;
import id.sakelar.server.partner.Pins;
import id.sakelar.server.partner.Pseudonyms;
import id.sakelar.server.partner.SealedKeyStore;
import id.sakelar.server.partner.SecretFile;
import id.sakelar.server.partner.SessionStore;
import id.sakelar.server.partner.Vault;
import id.sakelar.server.payment.SalesStore;
import id.sakelar.server.payment.SidStore;
import id.sakelar.server.recovery.TransferRecovery;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/// Our bank without its counters: what it knows, the writers of its books, its lines to other
/// banks, and the transfers that move on them. Not for many threads.
public final class BranchlessBank implements AutoCloseable {
  /// One writer is enough: counters are slower than a switch's partners.
  private static final Books.Size SIZE = new Books.Size(1, Books.Size.DEFAULT.queue());

  private final Settings settings;
  private final BankSettings ours;
  private final OurBank bank;
  private final Database database;
  private final Vault vault;
  private final InstantSource clock;
  private final SecureRandom chance;
  private final Pseudonyms pseudonyms;
  private final Books<TransferChange> books;
  private final Lines lines;
  private final Transfers transfers;
  private final Deque<Part> parts = new ArrayDeque<>();

  private BranchlessBank(
      Settings settings,
      BankSettings ours,
      Database database,
      Vault vault,
      InstantSource clock,
      SecureRandom chance) {
    this.settings = settings;
    this.ours = ours;
    this.bank = BankTerms.of(settings, ours);
    this.database = database;
    this.vault = vault;
    this.clock = clock;
    this.chance = chance;
    this.pseudonyms = Pseudonyms.open(new SealedKeyStore(database.requests(), vault, chance));
    this.books = Books.open(database.plain(), TransferStore.rows(bank, vault), SIZE, chance);
    parts.push(books::close);
    this.lines = Lines.open(settings.lines().values(), clock, chance);
    parts.push(lines::close);
    this.transfers = transfers(database.requests());
  }

  /// Opens the bank of these settings; transfers can be made when this returns.
  ///
  /// @param database whose schema is up to date
  /// @throws IOException if the database cannot be reached
  public static BranchlessBank open(
      Settings settings,
      BankSettings ours,
      Database database,
      Vault vault,
      InstantSource clock,
      SecureRandom chance)
      throws IOException {
    var codes = new HashSet<String>();
    settings.lines().values().forEach(line -> codes.add(line.code()));
    database.open(BankHouseAccounts.all(codes));
    var bank = new BranchlessBank(settings, ours, database, vault, clock, chance);
    bank.regions().loadShipped();
    bank.banks().fill(BankFile.shipped());
    return bank;
  }

  /// The bank's terms.
  public OurBank terms() {
    return bank;
  }

  public Pseudonyms pseudonyms() {
    return pseudonyms;
  }

  public AccountStore accounts() {
    return accounts(database.requests());
  }

  private AccountStore accounts(Jdbi jdbi) {
    return new AccountStore(jdbi, bank, vault, clock, chance);
  }

  public AgentStore agents() {
    return new AgentStore(database.requests(), vault, clock);
  }

  public BankStore banks() {
    return new BankStore(database.requests());
  }

  public RegionStore regions() {
    return new RegionStore(database.requests());
  }

  /// PINs under the pepper.
  ///
  /// @throws IOException if the pepper's file cannot be used
  public Pins pins() throws IOException {
    var pepper = SecretFile.read(ours.pepperFile());
    return new Pins(new PinStore(database.requests(), clock), pepper, chance);
  }

  /// Transfers that answer within the time that the settings give agents; ended with the bank.
  public Transfers transfers() {
    return transfers;
  }

  private Transfers transfers(Jdbi jdbi) {
    var made =
        new Transfers(
            new TransferStore(jdbi, books, vault),
            accounts(jdbi),
            new LeaveStore(jdbi, vault, pseudonyms, chance),
            bank,
            lines.byCode(),
            clock,
            chance,
            settings.agents().answerWithin());
    parts.push(made::close);
    return made;
  }

  /// Who agents are, and what they may.
  ///
  /// @throws IOException if the pepper's file cannot be used
  BankplusFront.People people(Partners partners) throws IOException {
    var agents = settings.agents();
    var jdbi = database.requests();
    return new BankplusFront.People(
        partners,
        agents(),
        sessions(),
        pins(),
        new Looks(
            new LookStore(jdbi, pseudonyms),
            new Looks.Limits(agents.looksPerMinute(), agents.looksPerDay()),
            clock),
        pseudonyms);
  }

  /// What the platform moves money with.
  BankplusFront.Money money() {
    return new BankplusFront.Money(
        bank, accounts(), new StatementStore(database.requests(), vault), transfers, orders());
  }

  /// What customers show when they open an account.
  BankplusFront.Papers papers() {
    return new BankplusFront.Papers(
        new ImageStore(ours.images(), chance), settings.agents().strictIdentity());
  }

  SidStore sids() {
    return new SidStore(database.requests());
  }

  /// What agents are shown.
  BankplusFront.Lists lists() {
    var jdbi = database.requests();
    return new BankplusFront.Lists(banks(), regions(), new GraphStore(jdbi), new SalesStore(jdbi));
  }

  /// Settles what is wanted of [#transfers].
  public Orders orders() {
    return new Orders(transfers, accounts(), bank, pseudonyms, chance);
  }

  /// Opens the switcher's door: to this machine, or to whom the settings name.
  ///
  /// @throws IOException if the files of certificates cannot be used
  Door openSwitcher(Supplier<String> traceIds) throws IOException {
    var door = settings.switcher();
    var builder = Door.on(door.host(), door.port(), Limits.STANDARD, traceIds);
    if (door.tls().isPresent()) {
      builder.requireCertificates(tls(door.tls().get()));
    }
    new SwitcherFront(
            door.tls().isPresent() ? Callers.byCertificate() : new Callers(callers(door.callers())),
            transfers,
            orders(),
            bank,
            banks(),
            new Refnums(chance),
            clock)
        .openOn(builder);
    return builder.open();
  }

  private static Map<String, List<Network>> callers(Map<String, List<String>> settings) {
    var callers = new TreeMap<String, List<Network>>();
    settings.forEach(
        (name, networks) -> callers.put(name, networks.stream().map(Network::parse).toList()));
    return callers;
  }

  /// Forgets what is of no use any more. Trouble is logged: it is tried again.
  void tidy() {
    new BankForgettingStore(database.recovery()).forgetOld(clock.instant());
    sessions().forgetOld();
  }

  private SessionStore sessions() {
    var agents = settings.agents();
    return new SessionStore(
        database.requests(), clock, chance, agents.sessionIdle(), agents.sessionMost());
  }

  private static Tls tls(TlsSettings settings) throws IOException {
    return Tls.open(
        settings.keyStore(),
        settings.trustStore(),
        SecretFile.read(settings.keyStorePasswordFile()).reveal());
  }

  SecureRandom chance() {
    return chance;
  }

  /// Looks after transfers that were left open, until the bank is closed.
  void recover() {
    var recovery =
        new TransferRecovery(
            transfers(database.recovery()), settings.recoverEvery(), lines.lease());
    parts.push(recovery::close);
  }

  /// Whether the writer of its books is at work.
  boolean isOpen() {
    return books.isOpen();
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      parts.pop().stop();
    }
  }

  /// How a part of the bank is taken down.
  @FunctionalInterface
  private interface Part {
    void stop();
  }
}
