package id.sakelar.server.front.bankplus;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Body;
import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.http.Door;
import id.sakelar.http.Heard;
import id.sakelar.http.Limits;
import id.sakelar.ledger.Account;
import id.sakelar.ledger.Accounts;
import id.sakelar.ledger.Books;
import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.AccountStore;
import id.sakelar.server.banking.Bank;
import id.sakelar.server.banking.BankHouseAccounts;
import id.sakelar.server.banking.BankStore;
import id.sakelar.server.banking.Holder;
import id.sakelar.server.banking.LeaveStore;
import id.sakelar.server.banking.Line;
import id.sakelar.server.banking.Orders;
import id.sakelar.server.banking.OurBank;
import id.sakelar.server.banking.Refnums;
import id.sakelar.server.banking.TransferChange;
import id.sakelar.server.banking.TransferStore;
import id.sakelar.server.banking.Transfers;
import id.sakelar.server.partner.Database;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Network;
import id.sakelar.server.partner.Pseudonyms;
import id.sakelar.server.partner.SealedKeyStore;
import id.sakelar.server.payment.TickingClock;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// A switcher behind a door on a free port: real PostgreSQL, real books, and two other banks that
/// are puppets. Its clock stands still until it is moved.
final class SwitcherPremises implements AutoCloseable {
  /// Noon in Jakarta.
  static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");

  /// The account of our bank, and what is in it.
  static final String OURS = "4447";

  static final Rupiah OURS_HAS = Rupiah.of(202_696_682);
  static final String API = "888801000003301";
  static final String ALOYSIUS = "888801000157508";
  static final String CLOSED = "888801000009999";
  static final String ARDHA = "114451186";
  static final Rupiah ALOYSIUS_HAS = Rupiah.of(25_000_000);

  private static final OurBank BNI =
      new OurBank(
          "BNI",
          "009",
          "BNINIDJA",
          new OurBank.Fees(Rupiah.of(1_000), Rupiah.of(6_500), Rupiah.ZERO),
          Map.of("bsa", new OurBank.Product(null, null, true, "A")));

  final TickingClock clock;
  final PuppetBank bri = new PuppetBank();
  final PuppetBank mandiri = new PuppetBank();
  private final SecureRandom chance = new SecureRandom();
  private final Database database = Database.create();
  private final AccountStore accounts;
  private final Books<TransferChange> books;
  private final Pseudonyms pseudonyms;
  private final Transfers transfers;
  private final Door door;
  private final Caller caller;
  private boolean lost;

  private SwitcherPremises(Instant start, Map<String, List<Network>> callers) throws SQLException {
    this.clock = new TickingClock(start);
    this.accounts = new AccountStore(database.jdbi(), BNI, Database.vault(), clock, chance);
    try (var connection = database.connect()) {
      for (Account account : BankHouseAccounts.all(List.of("002", "008"))) {
        Accounts.open(connection, account);
      }
    }
    this.books =
        Books.open(
            database.source(),
            TransferStore.rows(BNI, Database.vault()),
            Books.Size.DEFAULT,
            chance);
    this.pseudonyms =
        Pseudonyms.open(new SealedKeyStore(database.jdbi(), Database.vault(), chance));
    this.transfers = transfers(chance);
    furnish();
    this.door =
        new SwitcherFront(
                new Callers(callers),
                transfers,
                new Orders(transfers, accounts, BNI, pseudonyms, chance),
                BNI,
                new BankStore(database.jdbi()),
                new Refnums(chance),
                clock)
            .openOn(Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "trace"))
            .open();
    this.caller =
        new Caller(
            URI.create("http://127.0.0.1:" + door.port()),
            Budget.of(Duration.ofSeconds(20), Duration.ofSeconds(60)));
  }

  /// One for whoever calls from this machine.
  static SwitcherPremises open() throws SQLException {
    return new SwitcherPremises(NOON, Map.of());
  }

  static SwitcherPremises open(Instant start, Map<String, List<Network>> callers)
      throws SQLException {
    return new SwitcherPremises(start, callers);
  }

  /// The transfers, giving payment codes by this chance.
  Transfers transfers(RandomGenerator codes) {
    var store = new TransferStore(database.jdbi(), books, Database.vault());
    return new Transfers(
        store,
        accounts,
        new LeaveStore(database.jdbi(), Database.vault(), pseudonyms, codes),
        BNI,
        Map.of("002", line("002", bri), "008", line("008", mandiri)),
        clock,
        chance,
        Duration.ofSeconds(25));
  }

  private static Line line(String code, PuppetBank network) {
    return new Line(
        code,
        PuppetBank.ESCROW,
        network,
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        1,
        true,
        Duration.ofMinutes(20),
        Duration.ofMinutes(1));
  }

  private void furnish() {
    new BankStore(database.jdbi())
        .put(
            List.of(
                new Bank("002", "BRINIDJA", "BRI", "BRI"),
                new Bank("008", "BMRIIDJA", "BANK MANDIRI", "MANDIRI"),
                new Bank("014", "CENAIDJA", "BANK BCA", "BCA")));
    bri.open(API, "BRIAPI SANDBOX", new Rupiah(60_257_717_133_484L), true);
    bri.open(ALOYSIUS, "ALOYSIUS AGUS WARI Z", ALOYSIUS_HAS, true);
    bri.open(CLOSED, "REKENING TUTUP", Rupiah.of(100_000), false);
    mandiri.open(ARDHA, "Ardha Herdianto", Rupiah.of(5_000_000), true);
    database.jdbi().useHandle(handle -> handle.execute(AGENT));
    var deposits = new DepositStore(database.source());
    deposits.open("bnius100294");
    accounts.addAgentAccount(
        "BNIUS100294", "bnius100294", OURS, new Holder("Ardha Herdianto", "", "", ""));
    deposits.topUp("bnius100294", "first", OURS_HAS, chance);
  }

  private static final String AGENT =
      """
      INSERT INTO agent
        (username, status, class, types, mitra, branch, counter, registered_at, profile)
      VALUES
        ('BNIUS100294', 'ACTIVE', 'A', 'lakupandai', 'BNI', '014', '100294', now(), '')
      """;

  int port() {
    return door.port();
  }

  /// Has the next booking numbered so.
  void countJournalsFrom(long number) {
    database.jdbi().useHandle(handle -> handle.execute("ALTER SEQUENCE journal RESTART " + number));
  }

  Rupiah balance() throws SQLException {
    return database.balance(accounts.find(OURS).orElseThrow().books());
  }

  /// Cuts everybody off from the database.
  void loseDatabase() throws SQLException {
    lost = true;
    database.close();
  }

  Heard hear(String method, String path, String body) throws IOException {
    return caller.ask(
        method, path, Map.of(), body.isEmpty() ? Body.NONE : Body.of("application/json", body));
  }

  /// Fails unless the books are whole and agree with those of the other banks.
  void audit() throws SQLException {
    database.audit();
    for (var each : Map.of("002", bri, "008", mandiri).entrySet()) {
      assertThat(each.getValue().balance(PuppetBank.ESCROW))
          .isEqualTo(database.balance(BankHouseAccounts.at(each.getKey())).negated());
    }
  }

  @Override
  public void close() throws SQLException {
    caller.close();
    door.close();
    transfers.close();
    books.close();
    if (!lost) {
      database.close();
    }
  }
}
