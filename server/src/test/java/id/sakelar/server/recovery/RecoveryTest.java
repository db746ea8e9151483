package id.sakelar.server.recovery;

import static id.sakelar.server.payment.Samples.PRICE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Asked;
import id.sakelar.server.payment.BillerProfile;
import id.sakelar.server.payment.Counter;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.HouseAccounts;
import id.sakelar.server.payment.Machine;
import id.sakelar.server.payment.PaperBiller;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.Samples;
import id.sakelar.server.payment.State;
import id.sakelar.server.payment.Store.Opening;
import id.sakelar.server.payment.Webhook;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a dead server, a silent biller and a deaf partner leave behind is brought to its end.
class RecoveryTest {
  private static final Duration OFTEN = Duration.ofMillis(5);
  private static final Rupiah DEPOSIT = Rupiah.of(100_000_000);
  private static final Partner SRI = Samples.partner("warung-sri");

  /// Asks again a thousand times as often as in production.
  private static final BillerProfile HASTY =
      new BillerProfile(
          Duration.ofSeconds(40),
          Duration.ofSeconds(55),
          0.001,
          false,
          Duration.ofMinutes(30),
          Duration.ofSeconds(60),
          Duration.ofDays(1));

  private final PaperBiller biller = new PaperBiller();
  private final Queue<Payment> told = new ConcurrentLinkedQueue<>();
  private Counter counter;
  private Payments payments;

  @BeforeEach
  void open() throws SQLException {
    counter = new Counter(Counter.Kind.POSTGRES);
    counter.deposit("warung-sri", DEPOSIT);
    payments = counter.payments(biller, HASTY, Duration.ofMinutes(1));
  }

  @AfterEach
  void sumUp() throws SQLException {
    counter.close();
  }

  private static PaymentId id(int number) {
    return Samples.id("warung-sri", "INV-" + number);
  }

  private static Asked asked(int number) {
    return new Asked(SRI, id(number), "halo", "0811000111", null, null, false);
  }

  private Recovery recovery(Webhook webhook) {
    return new Recovery(
        counter.store(), payments, Map.of("digiswitch", webhook), OFTEN, Duration.ofMinutes(2));
  }

  private Webhook.Delivery hear(Payment payment, int version) {
    assertThat(version).isPositive();
    told.add(payment);
    return Webhook.Delivery.DELIVERED;
  }

  private State state(int number) {
    return counter.store().findPayment(id(number)).orElseThrow().state();
  }

  /// A payment whose server died right after it was opened, and whose lease is over.
  private void abandon(int number) {
    var opened = Machine.open(Samples.inquiry(id(number)), counter.clock().instant());
    assertThat(counter.store().open(opened, Duration.ZERO, null))
        .isInstanceOf(Opening.Opened.class);
  }

  @Test
  void a_payment_of_a_dead_server_ends_by_asking() throws SQLException {
    abandon(1);

    try (var _ = recovery(this::hear)) {
      await().until(() -> state(1) == State.SUCCEEDED);
    }

    var paid = counter.store().findPayment(id(1)).orElseThrow();
    assertThat(paid.version()).isEqualTo(3);
    assertThat(evidence(1)).containsExactly("2 E5 LEASE lease over", "3 E2 STATUS 00");
    assertThat(biller.orders()).isEmpty();
    assertThat(counter.balance(SRI)).isEqualTo(DEPOSIT.minus(PRICE));
    assertThat(counter.balance(HouseAccounts.IN_FLIGHT)).isEqualTo(Rupiah.ZERO);
  }

  @Test
  void a_lease_that_is_not_over_is_left_alone() {
    var opened = Machine.open(Samples.inquiry(id(1)), counter.clock().instant());
    counter.store().open(opened, Duration.ofMinutes(1), null);
    abandon(2);

    try (var _ = recovery(this::hear)) {
      await().until(() -> state(2) == State.SUCCEEDED);
    }

    assertThat(state(1)).isEqualTo(State.SENDING);
  }

  @Test
  void a_payment_in_process_is_asked_about_until_it_ends() throws SQLException {
    var answers = new AtomicInteger();
    biller
        .answers(() -> new Evidence.InProcess("03"))
        .says(
            _ ->
                switch (answers.incrementAndGet()) {
                  case 1 -> new Evidence.InProcess("03");
                  case 2 -> new Evidence.Ambiguous("502");
                  case 3 -> throw new IllegalStateException("the connector is broken");
                  default -> new Evidence.Refused("40", Reason.CUT_OFF);
                });
    payments.pay(asked(1));

    try (var _ = recovery(this::hear)) {
      await().until(() -> answers.get() == 3);
      wake();
      await().until(() -> !told.isEmpty());
    }

    assertThat(evidence(1))
        .containsExactly("2 E4 ATTEMPT 03", "3 E4 STATUS 03", "4 E5 STATUS 502", "5 E3 STATUS 40");
    assertThat(requireNonNull(told.peek()).state()).isEqualTo(State.FAILED);
    assertThat(counter.balance(SRI)).isEqualTo(DEPOSIT);
  }

  /// Makes what is leased due, as the end of a lease would.
  private void wake() {
    counter
        .database()
        .jdbi()
        .useHandle(
            handle ->
                handle.execute("UPDATE payment SET wake_at = now() WHERE wake_at IS NOT NULL"));
  }

  private List<String> evidence(int number) {
    return counter
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT concat_ws(' ', version, class, source, code) FROM evidence
                        WHERE reference = :reference ORDER BY version
                        """)
                    .bind("reference", id(number).reference())
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void two_servers_never_ask_about_one_payment_at_the_same_time() {
    var asking = ConcurrentHashMap.<String>newKeySet();
    var together = new AtomicInteger();
    var rounds = new ConcurrentHashMap<String, AtomicInteger>();
    biller.says(
        order -> {
          var reference = order.quote().upstreamReference();
          var round = rounds.computeIfAbsent(reference, _ -> new AtomicInteger());
          if (!asking.add(reference)) {
            together.incrementAndGet();
          }
          int times = round.incrementAndGet();
          asking.remove(reference);
          return times < 4 ? new Evidence.Ambiguous("502") : PaperBiller.YES;
        });
    IntStream.range(0, 40).forEach(this::abandon);

    try (var _ = recovery(this::hear);
        var _ = recovery(this::hear)) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> IntStream.range(0, 40).allMatch(i -> state(i) == State.SUCCEEDED));
    }

    assertThat(together).hasValue(0);
    assertThat(biller.asked()).hasSize(160);
  }

  /// Pays one that the partner was told is pending.
  private void payLate(int number) {
    biller.answers(() -> new Evidence.Ambiguous("silence"));
    payments.pay(asked(number));
    payments.ask(counter.store().findPayment(id(number)).orElseThrow());
  }

  @Test
  void a_partner_hears_the_end_once_it_answers() {
    payLate(1);
    var tries = new AtomicInteger();

    try (var _ = recovery((payment, version) -> failFirst(tries, payment, version))) {
      await().until(() -> tries.get() == 1);
      await().until(() -> notice().equals("1 waits"));
      notices("wake_at = now()");
      await().until(() -> notice().equals("2 delivered"));
    }

    assertThat(told).extracting(Payment::state).containsExactly(State.SUCCEEDED);
  }

  private Webhook.Delivery failFirst(AtomicInteger tries, Payment payment, int version) {
    return tries.incrementAndGet() == 1 ? Webhook.Delivery.FAILED : hear(payment, version);
  }

  @Test
  void a_notice_that_nobody_takes_is_given_up_in_the_end() {
    payLate(1);
    notices("tries = 9");
    var tries = new AtomicInteger();

    try (var _ =
        recovery(
            (_, _) -> {
              tries.incrementAndGet();
              return Webhook.Delivery.FAILED;
            })) {
      await().until(() -> notice().equals("10 waits"));
      notices("wake_at = now()");
      await().until(() -> notice().equals("11 closed"));
    }

    assertThat(tries).hasValue(2);
  }

  @Test
  void who_wants_no_webhooks_is_asked_once() {
    payLate(1);

    try (var _ = recovery((_, _) -> Webhook.Delivery.NOT_WANTED)) {
      await().until(() -> notice().equals("1 closed"));
    }
  }

  @Test
  void a_notice_whose_server_died_is_delivered_by_the_next() {
    payLate(1);
    var taken = counter.store().takeNotices(9, Duration.ofMinutes(5));

    assertThat(taken).hasSize(1);
    assertThat(counter.store().takeNotices(9, Duration.ofMinutes(5))).isEmpty();
    notices("wake_at = now()");
    try (var _ = recovery(this::hear)) {
      await().until(() -> notice().equals("1 delivered"));
    }

    assertThat(told).hasSize(1);
  }

  @Test
  void a_webhook_that_breaks_is_tried_again_after_its_lease() {
    payLate(1);
    var tries = new AtomicInteger();

    try (var _ =
        recovery(
            (payment, version) -> {
              if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("the front is broken");
              }
              return hear(payment, version);
            })) {
      await().until(() -> tries.get() == 1);
      notices("wake_at = now()");
      await().until(() -> notice().equals("1 delivered"));
    }
  }

  @Test
  void a_state_that_is_over_is_not_told_any_more() {
    payLate(1);
    var paid = counter.store().findPayment(id(1)).orElseThrow();
    var reversed =
        new Machine(HASTY, Duration.ofMinutes(1))
            .hear(
                paid,
                new Evidence.Reversed("74"),
                Evidence.Source.STATUS,
                counter.clock().instant());
    counter.store().commit(reversed.orElseThrow());

    try (var _ = recovery(this::hear)) {
      await().until(() -> count("delivered_at IS NOT NULL") == 1);
      await().until(() -> count("wake_at IS NOT NULL") == 0);
    }

    assertThat(told).extracting(Payment::state).containsExactly(State.REFUNDED);
  }

  @Test
  void what_is_in_hand_is_finished_before_it_closes() throws InterruptedException {
    abandon(1);
    var asked = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    biller.says(
        _ -> {
          asked.countDown();
          return PaperBiller.after(answer, PaperBiller.YES);
        });
    var recovery = recovery(this::hear);
    assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

    var closing = Thread.ofVirtual().start(recovery::close);
    answer.countDown();
    closing.join();

    assertThat(state(1)).isEqualTo(State.SUCCEEDED);
  }

  private void notices(String change) {
    counter.database().jdbi().useHandle(handle -> handle.execute("UPDATE notice SET " + change));
  }

  private int count(String condition) {
    return counter
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT count(*) FROM notice WHERE " + condition)
                    .mapTo(Integer.class)
                    .one());
  }

  /// The one notice: how often it was tried, and how it stands.
  private String notice() {
    return counter
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT tries || CASE WHEN delivered_at IS NOT NULL THEN ' delivered'
                                             WHEN wake_at IS NULL THEN ' closed'
                                             ELSE ' waits' END
                        FROM notice
                        """)
                    .mapTo(String.class)
                    .one());
  }
}
