package id.sakelar.sandbox;

import id.sakelar.money.Rupiah;
import id.sakelar.server.BranchlessBank;
import id.sakelar.server.banking.Customer;
import id.sakelar.server.banking.Customer.Contact;
import id.sakelar.server.banking.Customer.Home;
import id.sakelar.server.banking.Customer.Images;
import id.sakelar.server.banking.Customer.Means;
import id.sakelar.server.banking.Customer.Person;
import id.sakelar.server.banking.CustomerTextStore;
import id.sakelar.server.banking.End;
import id.sakelar.server.banking.GraphStore;
import id.sakelar.server.banking.Holder;
import id.sakelar.server.banking.Look;
import id.sakelar.server.banking.LookStore;
import id.sakelar.server.banking.Looks;
import id.sakelar.server.banking.NewAccount;
import id.sakelar.server.banking.Operation;
import id.sakelar.server.banking.Orders.Composing;
import id.sakelar.server.banking.TransferId;
import id.sakelar.server.banking.TransferState;
import id.sakelar.server.banking.Transfers.Leave;
import id.sakelar.server.banking.Transfers.Looking;
import id.sakelar.server.banking.Transfers.Making;
import id.sakelar.server.banking.Transfers.TokenForm;
import id.sakelar.server.partner.Pins;
import id.sakelar.server.partner.Secret;
import id.sakelar.simulator.bankplus.Account;
import id.sakelar.simulator.bankplus.PrintedAccounts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// What moved at our bank in January of 2020, and the transfer between accounts of another bank
/// that the document reverses.
///
/// @param bank keeps the time of `clock`
record DemoTransfers(BranchlessBank bank, DemoClock clock, Jdbi jdbi, DemoBankStore store) {
  private static final Rupiah SWITCHED = Rupiah.of(1_000);

  private static final TransferId SWITCHED_AS =
      new TransferId("switcher:local", Operation.SWITCHED, "2004211931426110");
  private static final Instant SWITCHED_AT = Instant.parse("2020-04-21T12:31:43.481Z");
  private static final End SOURCE = new End("002", "888801000157508");
  private static final End TARGET = new End("002", "888801000003301");
  private static final Duration LEAVE = Duration.ofMinutes(15);
  private static final long JOURNAL = 1001;

  /// The first booking after those that the document prints.
  private static final long NEXT_JOURNAL = 1013;

  private static final YearMonth MONTH = YearMonth.of(2020, 1);
  private static final int BALANCES = 9;

  /// Ten in the morning in Jakarta.
  private static final Instant FIRST = Instant.parse("2020-01-03T03:00:00Z");

  private static final List<Saver> SAVERS =
      List.of(
          new Saver("14047", "Ardha Herdianto", "140470", 100_000, 2_000_000),
          new Saver("14048", "Nasabah Satu", "140480", 50_000, 150_000),
          new Saver("14049", "Nasabah Dua", "140490", 25_000, 75_000));

  /// A customer of our bank.
  ///
  /// @param first what the account was opened with, in rupiah
  /// @param second what was paid in later, in rupiah
  private record Saver(String number, String name, String pin, long first, long second) {
    /// Of no province there is.
    String identity() {
      return "99" + "0".repeat(9) + number;
    }

    String mobile() {
      return "0813000" + number;
    }

    @Override
    public String toString() {
      return "Saver[" + number + "]";
    }
  }

  /// The accounts of the bank of the transfer that is reversed, as they were before it.
  static List<Account> accountsOfBri() {
    return PrintedAccounts.OF_BRI.stream()
        .map(it -> new Account(it.number(), it.name(), before(it), it.active()))
        .toList();
  }

  private static Rupiah before(Account printed) {
    if (printed.number().equals(SOURCE.account())) {
      return printed.balance().plus(SWITCHED);
    }
    return printed.number().equals(TARGET.account())
        ? printed.balance().minus(SWITCHED)
        : printed.balance();
  }

  /// What left the agent's float for all of it.
  static Rupiah total() {
    return Rupiah.of(SAVERS.stream().mapToLong(saver -> saver.first() + saver.second()).sum());
  }

  /// Makes what an agent did for customers, as far as it is not made yet.
  void serve(DemoAgent agent) throws IOException {
    for (int i = 0; i < SAVERS.size(); i++) {
      clock.set(FIRST.plus(Duration.ofDays(7L * i)));
      serve(agent, SAVERS.get(i));
    }
    lookAtBalances(agent.agent().username());
  }

  private void serve(DemoAgent agent, Saver saver) throws IOException {
    var teller = agent.teller();
    var opening = "2020-opening-" + saver.number();
    var account = account(agent, saver);
    book(bank.orders().opening(teller, opening, account, Rupiah.of(saver.first())));
    clock.set(clock.instant().plus(Duration.ofDays(1)));
    var deposit = "2020-deposit-" + saver.number();
    var second = Rupiah.of(saver.second());
    book(bank.orders().deposit(teller, deposit, saver.number(), second, "setoran"));
  }

  private NewAccount account(DemoAgent agent, Saver saver) throws IOException {
    return new NewAccount(
        saver.number(),
        "bsa",
        new Holder(saver.name(), saver.mobile(), "", ""),
        CustomerTextStore.write(customer(saver)),
        bank.pseudonyms().of("identity", saver.identity()),
        bank.pins().verifier(Pins.ofAccount(saver.number()), new Secret(saver.pin())),
        agent.agent().username());
  }

  private static Customer customer(Saver saver) {
    var born = LocalDate.of(1990, 1, 1);
    return new Customer(
        saver.name(),
        new Person(saver.identity(), "Ibu", "Gianyar", born, "l", "Lajang", "WNI"),
        new Home("Jalan Raya Ubud 1", "001", "003", "80571", "Ubud", "Ubud", "Gianyar", "Bali"),
        new Contact("", saver.mobile(), ""),
        new Means("karyawan swasta", "sma", "1", "1", null, null),
        new Images("", ""));
  }

  private void lookAtBalances(String username) {
    var limits = new Looks.Limits(BALANCES, BALANCES);
    var looks = new Looks(new LookStore(jdbi, bank.pseudonyms()), limits, clock);
    int made = (int) new GraphStore(jdbi).services(username, MONTH).balances();
    for (int i = made; i < BALANCES; i++) {
      clock.set(FIRST.plus(Duration.ofDays(i)));
      var account = SAVERS.get(i % SAVERS.size()).number();
      looks.note(username, Look.BALANCE, new End(bank.terms().code(), account), true);
    }
  }

  /// Makes the transfer that the document reverses, under its number and its journal. The other
  /// bank books it too.
  void makeSwitched() {
    if (bank.transfers().find(SWITCHED_AS).isEmpty()) {
      clock.set(SWITCHED_AT);
      store.nextJournal(JOURNAL);
      var reference = SWITCHED_AS.reference();
      book(bank.orders().switched(reference, true, leave(), SOURCE, SWITCHED, "Narration Test"));
    }
    store.nextJournalFrom(NEXT_JOURNAL);
  }

  private Leave leave() {
    var owner = SWITCHED_AS.owner();
    var looking = bank.transfers().leave(owner, TARGET, TokenForm.CODE, Rupiah.ZERO, LEAVE);
    if (looking instanceof Looking.Seen(_, _, _, String token)) {
      return bank.transfers().findLeave(owner, token).orElseThrow();
    }
    throw new IllegalStateException("the bank of the printed transfer does not answer");
  }

  private void book(Composing composing) {
    if (!(composing instanceof Composing.Composed(var order))) {
      throw new IllegalStateException("an old transfer is refused: " + composing);
    }
    boolean booked =
        bank.transfers().make(order, Duration.ZERO) instanceof Making.Known(var transfer)
            && transfer.state() == TransferState.BOOKED;
    if (!booked) {
      throw new IllegalStateException("an old transfer is not booked: " + order.id());
    }
  }
}
