package id.sakelar.server.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Asked;
import id.sakelar.server.payment.BillerProfile;
import id.sakelar.server.payment.Counter;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.NoticeStore;
import id.sakelar.server.payment.PaperBiller;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Samples;
import id.sakelar.server.payment.State;
import id.sakelar.server.payment.Store.Notice;
import id.sakelar.server.payment.Webhook;
import id.sakelar.server.payment.Webhook.Delivery;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In which order partners are told, and what becomes of what they do not take.
class NoticesTest {
  private static final PaymentId ID = Samples.id("warung-sri", "INV-1");
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final PaperBiller biller = new PaperBiller();
  private Counter counter;
  private Payments payments;
  private NoticeStore notices;

  @BeforeEach
  void open() throws SQLException {
    counter = new Counter(Counter.Kind.POSTGRES);
    counter.deposit("warung-sri", Rupiah.of(1_000_000));
    payments = counter.payments(biller, BillerProfile.standard(), Duration.ofMinutes(1));
    notices = new NoticeStore(counter.database().jdbi());
    biller.answers(() -> new Evidence.Ambiguous("silence"));
    payments.pay(
        new Asked(Samples.partner("warung-sri"), ID, "halo", "0811000111", null, null, false));
    hear(PaperBiller.YES);
  }

  @AfterEach
  void sumUp() throws SQLException {
    counter.close();
  }

  @Test
  void a_newer_notice_waits_while_the_older_may_be_on_its_way() {
    var older = counter.store().takeNotices(9, LEASE);
    hear(new Evidence.Reversed("74"));

    assertThat(older).extracting(Notice::state).containsExactly(State.SUCCEEDED);
    assertThat(older).extracting(Notice::version).containsExactly(3);
    assertThat(counter.store().takeNotices(9, LEASE)).isEmpty();
    counter.store().close(older.getFirst(), true);
    assertThat(counter.store().takeNotices(9, LEASE))
        .extracting(Notice::state)
        .containsExactly(State.REFUNDED);
  }

  @Test
  void a_newer_notice_overtakes_an_older_that_rests() {
    var older = counter.store().takeNotices(9, LEASE);
    counter.store().postpone(older.getFirst(), Duration.ofHours(6));
    hear(new Evidence.Reversed("74"));

    assertThat(counter.store().takeNotices(9, LEASE))
        .extracting(Notice::state)
        .containsExactly(State.REFUNDED);
  }

  @Test
  void what_was_given_up_is_listed_and_tried_again_from_the_beginning() {
    sql("UPDATE notice SET tries = 10");
    try (var _ = recovery((_, _) -> Delivery.FAILED)) {
      await().until(() -> notices.countDead() == 1);
    }

    var dead = notices.listDead(Optional.of("warung-sri"), 9).getFirst();
    assertThat(dead.id()).isEqualTo(ID);
    assertThat(dead.state()).isEqualTo(State.SUCCEEDED);
    assertThat(dead.tries()).isEqualTo(11);
    assertThat(notices.listDead(Optional.of("warung-budi"), 9)).isEmpty();
    assertThat(notices.retry(Optional.empty(), Optional.of("warung-budi"))).isZero();
    assertThat(notices.retry(Optional.of(dead.number()), Optional.empty())).isEqualTo(1);
    assertThat(notices.countDead()).isZero();
    assertThat(counter.store().takeNotices(9, LEASE)).extracting(Notice::tries).containsExactly(0);
  }

  @Test
  void a_busy_host_costs_no_try() {
    var calls = new AtomicInteger();

    try (var _ =
        recovery(
            (_, _) -> {
              calls.incrementAndGet();
              return Delivery.BUSY;
            })) {
      await().until(() -> calls.get() == 1);
    }

    sql("UPDATE notice SET wake_at = now()");
    assertThat(counter.store().takeNotices(9, LEASE)).extracting(Notice::tries).containsExactly(0);
  }

  private Recovery recovery(Webhook webhook) {
    return new Recovery(
        counter.store(), payments, Map.of("digiswitch", webhook), Duration.ofMillis(5), LEASE);
  }

  private void hear(Evidence evidence) {
    var payment = counter.store().findPayment(ID).orElseThrow();
    assertThat(hear(payment, evidence).version()).isEqualTo(payment.version() + 1);
  }

  private Payment hear(Payment payment, Evidence evidence) {
    var quote = payment.quote();
    return payments
        .hear(quote.upstream(), quote.upstreamReference(), evidence, Source.CALLBACK)
        .orElseThrow();
  }

  private void sql(String change) {
    counter.database().jdbi().useHandle(handle -> handle.execute(change));
  }
}
