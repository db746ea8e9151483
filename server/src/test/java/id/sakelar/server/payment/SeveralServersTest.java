package id.sakelar.server.payment;

import static id.sakelar.server.payment.Samples.NOON;
import static id.sakelar.server.payment.Samples.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.Account;
import id.sakelar.ledger.Accounts;
import id.sakelar.ledger.Books;
import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Database;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Store.Opening;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Three server processes with books of their own on one database, all at the same thing at once.
class SeveralServersTest {
  private static final int SERVERS = 3;
  private static final int CALLS = 60;
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final List<Books<Change>> books = new ArrayList<>();
  private final List<Store> servers = new ArrayList<>();
  private Database database;

  @BeforeEach
  void open() throws SQLException {
    database = Database.create();
    try (var connection = database.connect()) {
      for (Account account : HouseAccounts.all(List.of(Samples.UPSTREAM))) {
        Accounts.open(connection, account);
      }
    }
    for (int i = 0; i < SERVERS; i++) {
      var own =
          Books.open(
              database.source(),
              PostgresStore.rows(Database.vault()),
              Books.Size.DEFAULT,
              new SecureRandom());
      books.add(own);
      servers.add(new PostgresStore(database.jdbi(), own, Database.vault()));
    }
  }

  @AfterEach
  void sumUp() throws SQLException {
    books.forEach(Books::close);
    database.audit();
    assertThat(new PaymentAuditStore(database.jdbi()).run()).isEmpty();
    database.close();
  }

  private void deposit(Rupiah amount) throws SQLException {
    var deposits = new DepositStore(database.source());
    deposits.open("warung-sri");
    deposits.topUp("warung-sri", "T-1", amount, new SecureRandom());
  }

  private static Payment payment(int number) {
    return Machine.open(Samples.inquiry(Samples.id("warung-sri", "INV-" + number)), NOON);
  }

  private Opening openOne(int number, @Nullable Rupiah dayLimit) {
    return servers.get(number % SERVERS).open(payment(number), LEASE, dayLimit);
  }

  private static <T> List<T> atOnce(IntFunction<T> call)
      throws InterruptedException, ExecutionException {
    var answers = new ArrayList<T>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, CALLS).<Callable<T>>mapToObj(i -> () -> call.apply(i)).toList();
      for (var answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  @Test
  void together_they_do_not_get_past_the_limit_of_a_day()
      throws SQLException, InterruptedException, ExecutionException {
    deposit(PRICE.times(CALLS));

    var openings = atOnce(i -> openOne(i, PRICE.times(7)));

    assertThat(openings).filteredOn(Opening.Opened.class::isInstance).hasSize(7);
    assertThat(openings).filteredOn(new Opening.Refused(Reason.LIMIT)::equals).hasSize(CALLS - 7);
  }

  @Test
  void together_they_do_not_overdraw_a_deposit()
      throws SQLException, InterruptedException, ExecutionException {
    deposit(PRICE.times(7));

    var openings = atOnce(i -> openOne(i, null));

    assertThat(openings).filteredOn(Opening.Opened.class::isInstance).hasSize(7);
    assertThat(database.balance(DepositStore.account("warung-sri"))).isEqualTo(Rupiah.ZERO);
  }

  @Test
  void together_they_open_a_payment_once()
      throws SQLException, InterruptedException, ExecutionException {
    deposit(PRICE.times(CALLS));

    var openings = atOnce(i -> servers.get(i % SERVERS).open(payment(1), LEASE, null));

    assertThat(openings).filteredOn(Opening.Opened.class::isInstance).hasSize(1);
    assertThat(openings).filteredOn(new Opening.Exists()::equals).hasSize(CALLS - 1);
  }

  /// A test call holds no money, so that no lock on a deposit keeps two apart.
  @Test
  void together_they_open_a_test_call_once()
      throws SQLException, InterruptedException, ExecutionException {
    deposit(PRICE);
    var real = payment(1).inquiry();
    var test = new Inquiry(real.id(), real.quote(), real.day(), true);

    var openings =
        atOnce(i -> servers.get(i % SERVERS).open(Machine.open(test, NOON), LEASE, null));

    assertThat(openings).filteredOn(Opening.Opened.class::isInstance).hasSize(1);
    assertThat(openings).filteredOn(new Opening.Exists()::equals).hasSize(CALLS - 1);
  }

  /// Half hear a yes and half a no of the same payment; the first to commit decides.
  @Test
  void together_they_settle_a_payment_or_release_it()
      throws SQLException, InterruptedException, ExecutionException {
    deposit(PRICE);
    var opened = ((Opening.Opened) openOne(0, null)).payment();
    var machine = new Machine(BillerProfile.standard(), LEASE);

    var ends =
        atOnce(
            i -> {
              var said =
                  i % 2 == 0
                      ? new Success("00", "SN" + i, Samples.COST, null)
                      : new Refused("40", Reason.NO_BILL);
              var step = machine.hear(opened, said, Source.ATTEMPT, NOON).orElseThrow();
              return servers.get(i % SERVERS).commit(step);
            });

    var committed = ends.stream().flatMap(Optional::stream).toList();
    assertThat(committed).hasSize(1);
    assertThat(servers.getFirst().findPayment(opened.id())).contains(committed.getFirst());
  }

  @Test
  void each_due_payment_is_given_to_one_of_them()
      throws SQLException, InterruptedException, ExecutionException {
    deposit(PRICE.times(CALLS));
    for (int i = 0; i < CALLS; i++) {
      servers.getFirst().open(payment(i), Duration.ZERO, null);
    }

    var taken = atOnce(i -> servers.get(i % SERVERS).takeDue(3, LEASE));

    assertThat(taken).allMatch(some -> some.size() <= 3);
    assertThat(taken.stream().flatMap(List::stream).map(Payment::id)).doesNotHaveDuplicates();
    assertThat(servers.getFirst().takeDue(CALLS, LEASE).size() + count(taken)).isEqualTo(CALLS);
    assertThat(servers.getFirst().takeDue(CALLS, LEASE)).isEmpty();
  }

  private static long count(List<List<Payment>> taken) {
    return taken.stream().flatMap(List::stream).count();
  }

  /// As when a plan has read the tables before and knows how small they are.
  @Test
  void no_more_is_taken_than_asked_for() throws SQLException {
    deposit(PRICE.times(CALLS));
    for (int i = 0; i < CALLS; i++) {
      servers.getFirst().open(payment(i), Duration.ZERO, null);
    }
    database.jdbi().useHandle(handle -> handle.execute("ANALYZE payment"));

    assertThat(servers.getFirst().takeDue(2, LEASE)).hasSize(2);
    assertThat(servers.getFirst().takeDue(5, LEASE)).hasSize(5);
  }
}
