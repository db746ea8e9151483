package id.sakelar.server.payment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import id.sakelar.ledger.Account;
import id.sakelar.ledger.Accounts;
import id.sakelar.ledger.Books;
import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.partner.Database;
import id.sakelar.server.partner.DepositStore;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Does everything in memory and in PostgreSQL, and fails where one says something else than the
/// other. For one thread.
final class TwoStores implements Store, AutoCloseable {
  /// What came of a call: a value, or the message of what was thrown.
  private sealed interface Outcome<T> {
    record Returned<T>(T value) implements Outcome<T> {}

    record Thrown<T>(String message) implements Outcome<T> {}
  }

  private final MemoryStore memory;
  private final Database database;
  private final Books<Change> books;
  private final HikariDataSource pool = new HikariDataSource();
  private final PostgresStore postgres;
  private final DepositStore deposits;
  private final Map<Long, Notice> inPostgres = new HashMap<>();

  TwoStores(MemoryStore memory, List<String> partners) throws SQLException {
    this.memory = memory;
    this.database = Database.create();
    this.deposits = new DepositStore(database.source());
    for (String partner : partners) {
      memory.openDeposit(partner);
      deposits.open(partner);
    }
    try (var connection = database.connect()) {
      for (Account account : HouseAccounts.all(List.of(Samples.UPSTREAM, "other"))) {
        Accounts.open(connection, account);
      }
    }
    this.books =
        Books.open(
            database.source(),
            PostgresStore.rows(Database.vault()),
            Books.Size.DEFAULT,
            new SecureRandom());
    pool.setDataSource(database.source());
    pool.setMaximumPoolSize(2);
    this.postgres = new PostgresStore(Jdbi.create(pool), books, Database.vault());
  }

  /// Compares everything there is.
  void compare() throws SQLException {
    assertThat(Facts.in(database)).isEqualTo(memory.dump());
  }

  /// Has the books audited, and the payments against them.
  void audit() throws SQLException {
    database.audit();
    assertThat(new PaymentAuditStore(database.jdbi()).run()).isEmpty();
  }

  boolean topUp(String partner, String reference, Rupiah amount) {
    return same(
        () -> memory.topUp(partner, reference, amount),
        () -> deposits.topUp(partner, reference, amount, new SecureRandom()));
  }

  private static <T> T same(Supplier<T> expected, Supplier<T> actual) {
    var should = outcome(expected);
    assertThat(outcome(actual)).isEqualTo(should);
    return switch (should) {
      case Outcome.Returned<T>(T value) -> value;
      case Outcome.Thrown<T>(String message) -> throw new IllegalStateException(message);
    };
  }

  private static <T> Outcome<T> outcome(Supplier<T> call) {
    try {
      return new Outcome.Returned<>(call.get());
    } catch (IllegalStateException | IllegalArgumentException e) {
      return new Outcome.Thrown<>(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Optional<Inquiry> findInquiry(PaymentId id) {
    return same(() -> memory.findInquiry(id), () -> postgres.findInquiry(id));
  }

  @Override
  public Inquiry keep(Inquiry inquiry) {
    return same(() -> memory.keep(inquiry), () -> postgres.keep(inquiry));
  }

  @Override
  public Optional<Payment> findPayment(PaymentId id) {
    return same(() -> memory.findPayment(id), () -> postgres.findPayment(id));
  }

  @Override
  public Opening open(Payment payment, Duration lease, @Nullable Rupiah dayLimit) {
    return same(
        () -> memory.open(payment, lease, dayLimit), () -> postgres.open(payment, lease, dayLimit));
  }

  @Override
  public Optional<Reason> refuse(PaymentId id, Reason reason, Duration until) {
    return same(() -> memory.refuse(id, reason, until), () -> postgres.refuse(id, reason, until));
  }

  @Override
  public void hurry(PaymentId id, Duration every) {
    memory.hurry(id, every);
    postgres.hurry(id, every);
  }

  @Override
  public Optional<Sent> findSent(String upstream, String reference) {
    return same(
        () -> memory.findSent(upstream, reference), () -> postgres.findSent(upstream, reference));
  }

  @Override
  public Optional<Payment> commit(Step step) {
    return same(() -> memory.commit(step), () -> postgres.commit(step));
  }

  @Override
  public Payment findToTell(PaymentId id) {
    return same(() -> memory.findToTell(id), () -> postgres.findToTell(id));
  }

  @Override
  public void tell(Payment payment) {
    memory.tell(payment);
    postgres.tell(payment);
  }

  /// Payments come in no promised order.
  @Override
  public List<Payment> takeDue(int most, Duration lease) {
    return same(() -> byId(memory.takeDue(most, lease)), () -> byId(postgres.takeDue(most, lease)));
  }

  private static List<Payment> byId(List<Payment> payments) {
    return payments.stream()
        .sorted(Comparator.comparing(payment -> payment.id().subject()))
        .toList();
  }

  @Override
  public boolean isOfAnother(Payment payment, String number) {
    return same(
        () -> memory.isOfAnother(payment, number), () -> postgres.isOfAnother(payment, number));
  }

  @Override
  public Optional<Payment> findConfirmed(String upstream, Family family) {
    return same(
        () -> memory.findConfirmed(upstream, family),
        () -> postgres.findConfirmed(upstream, family));
  }

  /// Notices are the same when they tell the same; each store numbers its own.
  @Override
  public List<Notice> takeNotices(int most, Duration lease) {
    var expected = memory.takeNotices(most, lease);
    var actual = postgres.takeNotices(most, lease);
    assertThat(actual.stream().map(TwoStores::unnumbered))
        .isEqualTo(expected.stream().map(TwoStores::unnumbered).toList());
    for (int i = 0; i < actual.size(); i++) {
      inPostgres.put(expected.get(i).number(), actual.get(i));
    }
    return expected;
  }

  private static Notice unnumbered(Notice notice) {
    return new Notice(0, notice.id(), notice.state(), notice.version(), notice.tries());
  }

  @Override
  public void close(Notice notice, boolean delivered) {
    memory.close(notice, delivered);
    postgres.close(requireNonNull(inPostgres.get(notice.number())), delivered);
  }

  @Override
  public void giveUp(Notice notice) {
    memory.giveUp(notice);
    postgres.giveUp(requireNonNull(inPostgres.get(notice.number())));
  }

  @Override
  public void putBack(Notice notice, Duration wait) {
    memory.putBack(notice, wait);
    postgres.putBack(requireNonNull(inPostgres.get(notice.number())), wait);
  }

  @Override
  public void postpone(Notice notice, Duration wait) {
    memory.postpone(notice, wait);
    postgres.postpone(requireNonNull(inPostgres.get(notice.number())), wait);
  }

  @Override
  public void close() throws SQLException {
    books.close();
    pool.close();
    database.close();
  }
}
