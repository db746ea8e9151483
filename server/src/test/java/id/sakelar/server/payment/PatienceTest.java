package id.sakelar.server.payment;

import static id.sakelar.server.payment.PaperBiller.YES;
import static id.sakelar.server.payment.PaperBiller.after;
import static id.sakelar.server.payment.Samples.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.GatedStore.Gate;
import id.sakelar.server.payment.Payments.Paying;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a partner is told when an answer takes long, breaks off, or is waited for by many.
@ParameterizedClass
@EnumSource(Counter.Kind.class)
class PatienceTest {
  private static final Rupiah MILLION = Rupiah.of(1_000_000);
  private static final Partner SRI = Samples.partner("warung-sri");
  private static final PaymentId ID = Samples.id("warung-sri", "INV-1");
  private static final Duration SHORT = Duration.ofMillis(40);
  private static final Duration LONGER = Duration.ofSeconds(2);

  private final PaperBiller biller = new PaperBiller();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Counter counter;

  PatienceTest(Counter.Kind kind) throws SQLException {
    counter = new Counter(kind);
    counter.deposit("warung-sri", MILLION);
  }

  private Payments payments(Duration patience) {
    return counter.payments(biller, BillerProfile.standard(), patience);
  }

  /// With the bill at hand, so that the money is held long before patience ends.
  private Payments inquired() {
    var payments = payments(LONGER);
    payments.inquire(asked(null));
    return payments;
  }

  private static Asked asked(@Nullable Rupiah amount) {
    return new Asked(SRI, ID, "halo", "0811000111", amount, null, false);
  }

  @AfterEach
  void sumUp() throws SQLException {
    threads.close();
    counter.close();
  }

  @Test
  void patience_that_ends_before_the_hold_is_a_no_and_nothing_is_sent_later() throws SQLException {
    biller.bills(_ -> after(gate, PaperBiller.billed(Rupiah.of(100_000))));
    var payments = payments(SHORT);

    assertThat(payments.pay(asked(null))).isEqualTo(new Paying.Refused(Reason.BILLER_UNREACHABLE));
    assertThat(payments.status(ID)).isEqualTo(new Paying.InDoubt());
    gate.countDown();
    await().until(() -> payments.status(ID), new Paying.Refused(Reason.NOT_FOUND)::equals);

    assertThat(biller.orders()).isEmpty();
    assertThat(counter.store().findPayment(ID)).isEmpty();
    assertThat(counter.balance(SRI)).isEqualTo(MILLION);
  }

  @Test
  void patience_that_ends_after_the_hold_is_doubt_and_the_end_is_told() throws SQLException {
    biller.answers(() -> after(gate, YES));
    var payments = inquired();

    assertThat(payments.pay(asked(null))).isEqualTo(new Paying.InDoubt());
    assertThat(stateOf(payments.status(ID))).isEqualTo(State.SENDING);
    assertThat(counter.balance(SRI)).isEqualTo(MILLION.minus(PRICE));
    counter.clock().tick(LONGER);
    gate.countDown();
    await().until(() -> stateOf(payments.status(ID)) == State.SUCCEEDED);

    assertThat(counter.store().takeNotices(9, Duration.ZERO))
        .extracting(Store.Notice::id, Store.Notice::state)
        .containsExactly(tuple(ID, State.SUCCEEDED));
    assertThat(biller.orders()).hasSize(1);
  }

  /// The partner's patience runs from its call and not from the hold.
  @Test
  void an_inquiry_that_took_long_counts_towards_patience() throws SQLException {
    biller
        .bills(_ -> whileTime(Duration.ofSeconds(50), PaperBiller.billed(Rupiah.of(100_000))))
        .answers(() -> whileTime(Duration.ofSeconds(9), YES));

    assertThat(stateOf(payments(Duration.ofMinutes(1)).pay(asked(null))))
        .isEqualTo(State.SUCCEEDED);

    assertThat(counter.store().takeNotices(9, Duration.ZERO)).hasSize(1);
  }

  @Test
  void who_is_answered_in_time_is_not_told_again() throws SQLException {
    biller.answers(() -> whileTime(Duration.ofSeconds(9), YES));

    assertThat(stateOf(payments(Duration.ofMinutes(1)).pay(asked(null))))
        .isEqualTo(State.SUCCEEDED);

    assertThat(counter.store().takeNotices(9, Duration.ZERO)).isEmpty();
  }

  /// A status call while the order is out says "pending": so the end has to be told.
  @Test
  void who_was_told_pending_meanwhile_is_told_the_end() throws SQLException {
    var payments = payments(Duration.ofMinutes(1));
    biller.answers(
        () -> {
          assertThat(stateOf(payments.status(ID))).isEqualTo(State.SENDING);
          return YES;
        });

    assertThat(stateOf(payments.pay(asked(null)))).isEqualTo(State.SUCCEEDED);

    await()
        .untilAsserted(
            () ->
                assertThat(counter.store().takeNotices(9, Duration.ofHours(1)))
                    .extracting(Store.Notice::state)
                    .containsExactly(State.SUCCEEDED));
  }

  @Test
  void who_is_closing_opens_no_payment_any_more() throws SQLException {
    var payments = payments(Duration.ofMinutes(1));
    payments.close();

    assertThat(payments.pay(asked(null))).isEqualTo(new Paying.Refused(Reason.BILLER_UNREACHABLE));
    assertThat(biller.orders()).isEmpty();
    assertThat(counter.balance(SRI)).isEqualTo(MILLION);
  }

  private <T> T whileTime(Duration passes, T value) {
    counter.clock().tick(passes);
    return value;
  }

  @Test
  void a_hold_that_took_too_long_is_released_unsent() throws SQLException {
    var waits = BillerProfile.standard().lease().minus(BillerProfile.standard().readBudget());
    counter.gates().keeper(gate -> tickAt(gate, Gate.AFTER_OPENING, waits.plusNanos(1_000)));

    var late = payments(Duration.ofMinutes(1)).pay(asked(null));

    assertThat(stateOf(late)).isEqualTo(State.FAILED);
    assertThat(biller.orders()).isEmpty();
    assertThat(counter.balance(SRI)).isEqualTo(MILLION);
  }

  private void tickAt(Gate at, Gate gate, Duration on) {
    if (at == gate) {
      counter.clock().tick(on);
    }
  }

  @Test
  void nothing_is_answered_before_it_is_committed() throws SQLException {
    counter.gates().keeper(gate -> waitAt(gate, Gate.BEFORE_COMMIT));
    var payments = inquired();

    assertThat(payments.pay(asked(null))).isEqualTo(new Paying.InDoubt());
    assertThat(stateOf(payments.status(ID))).isEqualTo(State.SENDING);
    gate.countDown();
    await().until(() -> stateOf(payments.status(ID)) == State.SUCCEEDED);
  }

  private void waitAt(Gate at, Gate where) {
    if (at == where) {
      after(gate, where);
    }
  }

  @Test
  void nothing_is_sent_before_it_is_committed() throws SQLException {
    counter.gates().keeper(gate -> sentNothing(gate));

    assertThat(stateOf(payments(Duration.ofMinutes(1)).pay(asked(null))))
        .isEqualTo(State.SUCCEEDED);
  }

  private void sentNothing(Gate at) {
    if (at == Gate.BEFORE_OPENING || at == Gate.AFTER_OPENING) {
      assertThat(biller.orders()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Gate.class,
      names = {"BEFORE_OPENING", "AFTER_OPENING", "BEFORE_COMMIT"})
  void a_run_that_breaks_off_is_told_as_doubt(Gate gate) throws SQLException {
    counter.gates().keeper(at -> breakAt(at, gate));
    var payments = payments(Duration.ofMinutes(1));

    assertThat(payments.pay(asked(null))).isEqualTo(new Paying.InDoubt());
    assertThat(biller.orders()).hasSize(gate == Gate.BEFORE_COMMIT ? 1 : 0);
  }

  /// Another process may have told it meanwhile.
  @Test
  void what_has_ended_is_told_as_it_ended_though_the_run_broke_off() throws SQLException {
    counter.gates().keeper(at -> breakAt(at, Gate.AFTER_COMMIT));

    var told = payments(Duration.ofMinutes(1)).pay(asked(null));

    assertThat(stateOf(told)).isEqualTo(State.SUCCEEDED);
    assertThat(biller.orders()).hasSize(1);
  }

  private static void breakAt(Gate at, Gate gate) {
    if (at == gate) {
      throw new IllegalStateException("broken off " + gate);
    }
  }

  /// Before a no is said, the store is asked once more.
  @Test
  void a_no_is_not_said_of_what_another_server_paid_meanwhile() throws SQLException {
    var other = counter.payments(new PaperBiller());
    biller.bills(
        _ -> {
          other.pay(asked(null));
          return new Biller.Found.NoBill(Reason.NO_BILL);
        });

    assertThat(stateOf(payments(Duration.ofMinutes(1)).pay(asked(null))))
        .isEqualTo(State.SUCCEEDED);
    assertThat(biller.orders()).isEmpty();
  }

  @Test
  void fifty_at_once_are_one_charge_one_order_and_one_answer()
      throws SQLException, InterruptedException {
    var payments = payments(Duration.ofMinutes(1));

    var answers = threads.invokeAll(fifty(i -> payments.pay(asked(null))));

    assertThat(answers.stream().map(PatienceTest::get).distinct()).hasSize(1);
    assertThat(stateOf(get(answers.getFirst()))).isEqualTo(State.SUCCEEDED);
    assertThat(biller.orders()).hasSize(1);
    assertThat(counter.balance(SRI)).isEqualTo(MILLION.minus(PRICE));
  }

  @Test
  void fifty_at_once_at_five_servers_are_one_charge_and_one_order()
      throws SQLException, InterruptedException {
    var servers = IntStream.range(0, 5).mapToObj(_ -> payments(Duration.ofMinutes(1))).toList();

    var answers = threads.invokeAll(fifty(i -> servers.get(i % 5).pay(asked(null))));

    assertThat(answers.stream().map(PatienceTest::get))
        .allMatch(answer -> List.of(State.SENDING, State.SUCCEEDED).contains(stateOf(answer)));
    assertThat(biller.orders()).hasSize(1);
    assertThat(counter.balance(SRI)).isEqualTo(MILLION.minus(PRICE));
  }

  @Test
  void who_joins_with_another_amount_is_refused()
      throws SQLException, ExecutionException, InterruptedException {
    biller.answers(() -> after(gate, YES));
    var payments = payments(Duration.ofMinutes(1));
    var first = threads.submit(() -> payments.pay(asked(null)));
    await().until(() -> !biller.orders().isEmpty());

    var joined = threads.submit(() -> payments.pay(asked(Rupiah.of(7))));
    gate.countDown();

    assertThat(joined.get()).isEqualTo(new Paying.Refused(Reason.REFERENCE_USED));
    assertThat(stateOf(first.get())).isEqualTo(State.SUCCEEDED);
  }

  private static List<Callable<Paying>> fifty(IntFunction<Paying> call) {
    return IntStream.range(0, 50).<Callable<Paying>>mapToObj(i -> () -> call.apply(i)).toList();
  }

  private static Paying get(Future<Paying> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("a call broke off", e);
    }
  }

  private static @Nullable State stateOf(Paying paying) {
    return paying instanceof Paying.Known(Payment payment) ? payment.state() : null;
  }
}
