package id.sakelar.server.banking;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.Account;
import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Accounts;
import id.sakelar.ledger.Books;
import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Orders.Composing;
import id.sakelar.server.banking.OurBank.Fees;
import id.sakelar.server.banking.OurBank.Product;
import id.sakelar.server.banking.Transfers.Looking;
import id.sakelar.server.banking.Transfers.Making;
import id.sakelar.server.banking.Transfers.TokenForm;
import id.sakelar.server.partner.Database;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.partner.Pseudonyms;
import id.sakelar.server.partner.SealedKeyStore;
import id.sakelar.server.payment.PaymentAuditStore;
import id.sakelar.server.payment.TickingClock;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Our bank with two others around it: a database, books, and as many server processes as a test
/// wants. Whatever happened, its books are whole in the end.
final class Town implements AutoCloseable {
  /// Noon in Jakarta.
  static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

  static final String BRI = "002";
  static final String BCA = "014";
  static final Rupiah MOST = Rupiah.of(20_000_000);
  static final Rupiah MONTHLY = Rupiah.of(5_000_000);
  static final Duration PATIENCE = Duration.ofMinutes(1);

  static final OurBank BNI =
      new OurBank(
          "BNI",
          "009",
          "BNINIDJA",
          new Fees(Rupiah.of(1_000), Rupiah.of(6_500), Rupiah.of(2_500)),
          Map.of(
              "bsa", new Product(MOST, MONTHLY, true, "A"),
              "free", new Product(null, null, false, "B")));

  final Database database = Database.create();
  final TickingClock clock = new TickingClock(NOON);
  final PaperBank bri = new PaperBank();
  final PaperBank bca = new PaperBank();
  final SecureRandom chance = new SecureRandom();
  final AccountStore accounts =
      new AccountStore(database.jdbi(), BNI, Database.vault(), clock, chance);
  final Pseudonyms pseudonyms =
      Pseudonyms.open(new SealedKeyStore(database.jdbi(), Database.vault(), chance));
  final LeaveStore leaves = new LeaveStore(database.jdbi(), Database.vault(), pseudonyms, chance);
  final Books<TransferChange> books;
  final TransferStore store;
  private final DepositStore deposits = new DepositStore(database.source());
  private final AtomicInteger names = new AtomicInteger();
  private final Transfers here;

  Town() throws SQLException {
    try (var connection = database.connect()) {
      for (Account account : BankHouseAccounts.all(List.of(BRI, BCA))) {
        Accounts.open(connection, account);
      }
    }
    books = openBooks();
    store = new TransferStore(database.jdbi(), books, Database.vault());
    here = transfers(store, PATIENCE);
  }

  /// Books as another server process has.
  Books<TransferChange> openBooks() {
    return Books.open(
        database.source(), TransferStore.rows(BNI, Database.vault()), Books.Size.DEFAULT, chance);
  }

  Line line(String code, BankNetwork network) {
    return new Line(
        code,
        PaperBank.ESCROW,
        network,
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        0.001,
        true,
        Duration.ofMinutes(20),
        Duration.ofMinutes(1));
  }

  /// A server process on a store.
  Transfers transfers(TransferStore on, Duration patience) {
    return transfers(on, patience, Map.of(BRI, line(BRI, bri), BCA, line(BCA, bca)));
  }

  Transfers transfers(TransferStore on, Duration patience, Map<String, Line> lines) {
    return new Transfers(on, accounts, leaves, BNI, lines, clock, chance, patience);
  }

  /// The server process of this town.
  Transfers transfers() {
    return here;
  }

  Orders orders() {
    return orders(here);
  }

  Orders orders(Transfers of) {
    return new Orders(of, accounts, BNI, pseudonyms, chance);
  }

  /// A new agent with so much on the float.
  Teller agent(Rupiah balance) {
    return agent(balance, Limits.NONE);
  }

  Teller agent(Rupiah balance, Limits limits) {
    int number = names.incrementAndGet();
    var username = "BNIUS" + number;
    var partner = "bnius" + number;
    var account = String.valueOf(4_000 + number);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO agent (username, status, class, types, mitra, branch, counter,
                                       registered_at, profile)
                    VALUES (?, 'ACTIVE', 'A', 'lakupandai', 'BNI', '014', '100294', now(), '')
                    """,
                    username));
    deposits.open(partner);
    accounts.addAgentAccount(username, partner, account, new Holder("Agent " + number, "", "", ""));
    if (balance.isPositive()) {
      deposits.topUp(partner, "T-" + number, balance, chance);
    }
    return new Teller(partner, limits, account, "Agent " + number);
  }

  /// New savings of a product, with so much on them.
  String savings(String product, Rupiah balance) {
    var agent = agent(balance);
    var account = newAccount(product);
    var opened = make(orders().opening(agent, null, account, balance));
    assertThat(opened.state()).isEqualTo(TransferState.BOOKED);
    return account.number();
  }

  String savings(Rupiah balance) {
    return savings("bsa", balance);
  }

  NewAccount newAccount(String product) {
    var holder = new Holder("Ani " + names.incrementAndGet(), "0811", "", "");
    return new NewAccount(
        accounts.newNumber(), product, holder, "all of " + holder.name(), null, null, "BNIUS1");
  }

  /// Makes what has to be possible, and tells how it stands.
  Transfer make(Composing composing) {
    return known(here.make(composed(composing), Duration.ZERO));
  }

  /// Makes what is not possible, and tells why.
  Denial denied(Composing composing) {
    return switch (composing) {
      case Composing.Denied(Denial why) -> why;
      case Composing.Composed(Order order) -> refused(here.make(order, Duration.ZERO));
    };
  }

  static Order composed(Composing composing) {
    assertThat(composing).isInstanceOf(Composing.Composed.class);
    return ((Composing.Composed) composing).order();
  }

  static Transfer known(Making making) {
    assertThat(making).isInstanceOf(Making.Known.class);
    return ((Making.Known) making).transfer();
  }

  static Denial refused(Making making) {
    assertThat(making).isInstanceOf(Making.Refused.class);
    return ((Making.Refused) making).why();
  }

  /// Leave of a caller of the switcher to send money there.
  Transfers.Leave leave(String owner, End end) {
    return leave(owner, end, TokenForm.CODE, Rupiah.ZERO);
  }

  Transfers.Leave leave(String owner, End end, TokenForm form, Rupiah fee) {
    var looking = here.leave(owner, end, form, fee, Duration.ofMinutes(15));
    assertThat(looking).isInstanceOf(Looking.Seen.class);
    return here.findLeave(owner, String.valueOf(((Looking.Seen) looking).token())).orElseThrow();
  }

  /// What a caller of the switcher orders.
  Composing switched(String refnum, End source, End target, Rupiah amount) {
    return orders()
        .switched(refnum, true, leave("switcher:loket", target), source, amount, "Narration Test");
  }

  static End ours(String account) {
    return new End(BNI.code(), account);
  }

  static End at(String bank, String account) {
    return new End(bank, account);
  }

  Rupiah balance(String account) throws SQLException {
    return database.balance(accounts.find(account).orElseThrow().books());
  }

  Rupiah balance(Teller agent) throws SQLException {
    return balance(agent.account());
  }

  Rupiah escrow() throws SQLException {
    return database.balance(BankHouseAccounts.ESCROW);
  }

  Rupiah position(String bank) throws SQLException {
    return database.balance(BankHouseAccounts.at(bank));
  }

  Rupiah fees() throws SQLException {
    return database.balance(BankHouseAccounts.FEE_INCOME);
  }

  /// What savings paid out this month, as it is counted.
  Rupiah paidOut(String account) {
    return sum("SELECT sum(sen) FROM month_debit WHERE account = ?", account);
  }

  /// What an agent moved, as it is counted.
  Rupiah spent(Teller agent) {
    return sum("SELECT sum(sen) FROM spending WHERE partner = ?", agent.partner());
  }

  private Rupiah sum(String query, String whose) {
    @Nullable Long sum =
        database
            .jdbi()
            .withHandle(handle -> handle.createQuery(query).bind(0, whose).mapTo(Long.class).one());
    return new Rupiah(sum == null ? 0 : sum);
  }

  /// Makes whatever is open due at once.
  void makeDue() {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE transfer SET wake_at = clock_timestamp() WHERE ended_at IS NULL"));
  }

  /// How many transfers are open.
  int open() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT count(*) FROM transfer WHERE ended_at IS NULL")
                    .mapTo(Integer.class)
                    .one());
  }

  /// What is wrong with the books, the transfers and the payments.
  void audit() throws SQLException {
    database.audit();
    assertThat(new BankingAuditStore(database.jdbi()).run()).isEmpty();
    assertThat(new PaymentAuditStore(database.jdbi()).run()).isEmpty();
    assertThat(bri.sum().plus(bca.sum())).isEqualTo(bri.paidIn().plus(bca.paidIn()));
  }

  /// Fails unless our escrow accounts at other banks hold exactly what our books say.
  void assertThatPositionsAgree() throws SQLException {
    assertThat(bri.balance(PaperBank.ESCROW)).isEqualTo(position(BRI).negated());
    assertThat(bca.balance(PaperBank.ESCROW)).isEqualTo(position(BCA).negated());
  }

  AccountId books(String account) {
    return accounts.find(account).orElseThrow().books();
  }

  @Override
  public void close() throws SQLException {
    here.close();
    books.close();
    try (database) {
      audit();
    }
  }
}
