package id.sakelar.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Biller.Found;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.server.payment.InFlight;
import id.sakelar.server.payment.PaperBiller;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.Samples;
import id.sakelar.server.payment.TickingClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A biller in trouble is left alone and tried again, and never gets too much at once.
class GuardedBillerTest {
  private static final Duration REST = Duration.ofSeconds(30);
  private static final Question QUESTION =
      new Question("HALO", Family.MOBILE, "0811000111", "S-1", null, null, null, false);
  private static final Order ORDER =
      new Order(Samples.quote("S-1", Samples.PRICE, Samples.COST), Samples.NOON, null, false);

  private final TickingClock clock = new TickingClock(Samples.NOON);
  private final PaperBiller biller = new PaperBiller();
  private final GuardedBiller guarded =
      new GuardedBiller(
          "paper",
          biller,
          new Guard(4, 50, REST, 2, 2, 1, null),
          new InFlight(Map::of, clock),
          clock);

  private void fail() {
    biller.answers(() -> new NotSent("not sent"));
    guarded.pay(ORDER);
    guarded.pay(ORDER);
    assertThat(guarded.standing().breaker()).isEqualTo("open");
  }

  @Test
  void a_biller_in_trouble_is_left_alone() {
    fail();

    assertThat(guarded.pay(ORDER)).isEqualTo(new NotSent("breaker open"));
    assertThat(guarded.inquire(QUESTION)).isEqualTo(new Found.NoBill(Reason.BILLER_UNREACHABLE));
    assertThat(guarded.status(ORDER)).isEqualTo(new Ambiguous("breaker open"));
    assertThat(biller.orders()).hasSize(2);
    assertThat(biller.questions()).isEmpty();
    assertThat(biller.asked()).isEmpty();
    assertThat(guarded.standing().isOpen()).isFalse();
  }

  @Test
  void after_a_rest_it_is_tried_again_and_taken_back_if_it_answers() {
    fail();
    clock.tick(REST.plusMillis(1));
    biller.answers(() -> PaperBiller.YES);

    assertThat(guarded.pay(ORDER)).isEqualTo(PaperBiller.YES);
    assertThat(guarded.standing().breaker()).isEqualTo("half-open");
    assertThat(guarded.status(ORDER)).isEqualTo(PaperBiller.YES);
    assertThat(guarded.standing().breaker()).isEqualTo("closed");
  }

  @Test
  void if_it_does_not_answer_it_is_left_alone_again() {
    fail();
    clock.tick(REST.plusMillis(1));

    guarded.pay(ORDER);
    guarded.pay(ORDER);

    assertThat(guarded.pay(ORDER)).isEqualTo(new NotSent("breaker open"));
    assertThat(biller.orders()).hasSize(4);
  }

  @Test
  void bills_that_cannot_be_asked_for_and_questions_that_cannot_be_sent_are_trouble_too() {
    biller.bills(_ -> Found.NoBill.unheard("http 503")).says(_ -> new Ambiguous("not sent"));

    guarded.inquire(QUESTION);
    guarded.status(ORDER);

    assertThat(guarded.standing().breaker()).isEqualTo("open");
  }

  /// What was sent and is in doubt is not a reason to send the next payment elsewhere.
  @ParameterizedTest
  @ValueSource(strings = {"no answer", "garbled", "http 429", "http 302", "rc 68"})
  void doubt_is_no_trouble(String code) {
    biller.answers(() -> new Ambiguous(code)).bills(_ -> Found.NoBill.unheard(code));

    for (int i = 0; i < 8; i++) {
      guarded.pay(ORDER);
      guarded.inquire(QUESTION);
    }

    assertThat(biller.orders()).hasSize(8);
    assertThat(biller.questions()).hasSize(8);
  }

  @Test
  void slowness_and_refusals_are_no_trouble() {
    biller.answers(
        () -> {
          clock.tick(Duration.ofMinutes(2));
          return new Evidence.Refused("rc 02", Reason.BILLER_REFUSED);
        });

    for (int i = 0; i < 8; i++) {
      guarded.pay(ORDER);
    }

    assertThat(biller.orders()).hasSize(8);
  }

  @Test
  void too_many_at_once_are_not_sent_and_status_questions_have_their_own_door() throws Exception {
    var begun = new CountDownLatch(3);
    var end = new CountDownLatch(1);
    biller.answers(() -> held(begun, end)).says(_ -> held(begun, end));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = threads.submit(() -> guarded.pay(ORDER));
      var two = threads.submit(() -> guarded.pay(ORDER));
      var three = threads.submit(() -> guarded.status(ORDER));
      begun.await();

      assertThat(guarded.standing().calls()).isEqualTo(2);
      assertThat(guarded.standing().questions()).isEqualTo(1);
      assertThat(guarded.pay(ORDER)).isEqualTo(new NotSent("too many at once"));
      assertThat(guarded.inquire(QUESTION)).isEqualTo(new Found.NoBill(Reason.BILLER_UNREACHABLE));
      assertThat(guarded.status(ORDER)).isEqualTo(new Ambiguous("too many at once"));
      end.countDown();
      assertThat(one.get()).isEqualTo(PaperBiller.YES);
      assertThat(two.get()).isEqualTo(PaperBiller.YES);
      assertThat(three.get()).isEqualTo(PaperBiller.YES);
    }
    assertThat(guarded.standing().calls()).isZero();
    assertThat(guarded.standing().questions()).isZero();
  }

  private static Evidence held(CountDownLatch begun, CountDownLatch end) {
    begun.countDown();
    return PaperBiller.after(end, PaperBiller.YES);
  }

  @Test
  void a_call_that_breaks_off_leaves_its_place_to_others() {
    biller.answers(
        () -> {
          throw new IllegalStateException("a connector is broken");
        });

    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> guarded.pay(ORDER)).hasMessage("a connector is broken");
    }

    assertThat(guarded.standing().calls()).isZero();
    assertThat(guarded.standing().breaker()).isEqualTo("closed");
  }
}
