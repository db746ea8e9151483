package id.sakelar.server.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Books;
import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Database;
import id.sakelar.server.partner.LockoutStore;
import id.sakelar.server.partner.OperatorStore;
import id.sakelar.server.partner.Operators;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.payment.BillerProfile;
import id.sakelar.server.payment.Change;
import id.sakelar.server.payment.ClaimStore;
import id.sakelar.server.payment.Counter;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.Machine;
import id.sakelar.server.payment.PaperBiller;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.PostgresStore;
import id.sakelar.server.payment.Samples;
import id.sakelar.server.payment.State;
import id.sakelar.server.payment.Store;
import id.sakelar.server.review.Decision.Outcome;
import id.sakelar.server.review.Ruling.Refused;
import id.sakelar.server.review.Ruling.Stands;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An office where `ani` and `budi` decide about the payments of a counter.
final class Office implements AutoCloseable {
  static final Rupiah DEPOSIT = Rupiah.of(10_000_000);
  static final AccountId DEPOSIT_OF_SRI = new AccountId("deposit:warung-sri");

  final Counter counter = new Counter(Counter.Kind.POSTGRES);
  final Database database = counter.database();
  final Operators operators =
      new Operators(
          new OperatorStore(database.jdbi()),
          new LockoutStore(database.jdbi()),
          InstantSource.system(),
          new SecureRandom());
  private final Map<String, Secret> secrets = new HashMap<>();
  final DecisionStore decisions = new DecisionStore(database.jdbi());
  final Payments payments = counter.payments(new PaperBiller());
  private final Machine machine = new Machine(BillerProfile.standard(), Duration.ofMinutes(1));
  private final Books<Change> books =
      Books.open(
          database.source(),
          PostgresStore.rows(Database.vault()),
          new Books.Size(1, 16),
          new SecureRandom());
  final Store store = new PostgresStore(database.jdbi(), books, Database.vault());
  final Review review =
      new Review(decisions, store, payments, new ClaimStore(database.jdbi(), books));

  Office() throws SQLException {
    counter.deposit("warung-sri", DEPOSIT);
    for (String name : List.of("ani", "budi")) {
      secrets.put(name, operators.add(name, "root").orElseThrow());
    }
  }

  Secret secret(String name) {
    return requireNonNull(secrets.get(name));
  }

  static PaymentId id(int number) {
    return Samples.id("warung-sri", "INV-" + number);
  }

  /// Opens a payment and commits what it hears.
  Payment pay(int number, List<Evidence> heard) {
    var payment = Machine.open(Samples.inquiry(id(number)), Samples.NOON);
    assertThat(store.open(payment, Duration.ofMinutes(1), null))
        .isInstanceOf(Store.Opening.Opened.class);
    Source source = Source.ATTEMPT;
    for (Evidence evidence : heard) {
      hear(number, evidence, source, Samples.NOON);
      source = Source.STATUS;
    }
    return payment(number);
  }

  Payment hear(int number, Evidence evidence, Source source, Instant now) {
    var step = machine.hear(payment(number), evidence, source, now).orElseThrow();
    return store.commit(step).orElseThrow();
  }

  /// Nobody said for more than a day how it stands.
  Payment payInReview(int number) {
    pay(number, List.of(new Evidence.Ambiguous("timeout")));
    return asked(number, new Evidence.Ambiguous("timeout"));
  }

  /// A status query more than a day later.
  Payment asked(int number, Evidence evidence) {
    return hear(number, evidence, Source.STATUS, Samples.NOON.plus(Duration.ofHours(25)));
  }

  Payment payWithSuccess(int number) {
    return pay(number, List.of(new Evidence.Success("00", "SN1", Samples.COST, null)));
  }

  Payment payment(int number) {
    return store.findPayment(id(number)).orElseThrow();
  }

  State state(int number) {
    return payment(number).state();
  }

  static Proposal about(int number, Outcome outcome) {
    return new Proposal(id(number).subject(), outcome, false, "the biller's letter", "L-7", "");
  }

  static Proposal closing(long number, boolean claimed) {
    return new Proposal(
        String.valueOf(number), Outcome.CLOSED, claimed, "settled with the biller", "", "");
  }

  Decision proposed(Proposal proposal) {
    return stands(review.propose(proposal, "ani"));
  }

  static Decision stands(Ruling ruling) {
    assertThat(ruling).isInstanceOf(Stands.class);
    return ((Stands) ruling).decision();
  }

  static String refused(Ruling ruling) {
    assertThat(ruling).isInstanceOf(Refused.class);
    return ((Refused) ruling).why();
  }

  Rupiah balance(AccountId account) throws SQLException {
    return counter.balance(account);
  }

  List<String> log() {
    return strings(
        "SELECT number || ' ' || operator || ' ' || action || ' ' || subject"
            + " FROM operator_log ORDER BY number");
  }

  List<String> strings(String sql) {
    return database.jdbi().withHandle(h -> h.createQuery(sql).mapTo(String.class).list());
  }

  void execute(String sql) {
    database.jdbi().useHandle(h -> h.execute(sql));
  }

  List<String> findings() {
    return new ReviewAuditStore(database.jdbi())
        .run().stream().map(finding -> finding.law() + ": " + finding.detail()).toList();
  }

  /// Fails unless the books and the log are whole.
  void closeWhole() throws SQLException {
    assertThat(findings()).isEmpty();
    close();
  }

  @Override
  public void close() throws SQLException {
    books.close();
    counter.close();
  }
}
