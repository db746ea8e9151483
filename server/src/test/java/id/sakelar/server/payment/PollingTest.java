package id.sakelar.server.payment;

import static id.sakelar.server.payment.Samples.NOON;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.payment.Evidence.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When a biller is asked again.
class PollingTest {
  private static final Polling POLLING = new Polling(1);

  @Test
  void in_doubt_it_is_asked_densely_then_hourly_then_daily() {
    assertThat(waits(State.UNKNOWN, 8, Duration.ZERO))
        .containsExactly("PT5S", "PT15S", "PT30S", "PT1M", "PT2M", "PT5M", "PT15M", "PT30M");
    assertThat(POLLING.next(State.UNKNOWN, 8, Duration.ofHours(2))).hasHours(1);
    assertThat(POLLING.next(State.UNKNOWN, 99, Duration.ofDays(1))).hasHours(1);
    assertThat(POLLING.next(State.UNKNOWN, 99, Duration.ofHours(25))).hasHours(6);
    assertThat(POLLING.next(State.UNKNOWN, 99, Duration.ofDays(3))).hasHours(6);
    assertThat(POLLING.next(State.UNKNOWN, 99, Duration.ofHours(73))).hasDays(1);
  }

  @Test
  void in_process_it_is_asked_less_and_less_and_then_daily() {
    assertThat(waits(State.PENDING, 7, Duration.ofDays(1)))
        .containsExactly("PT15S", "PT1M", "PT5M", "PT15M", "PT1H", "PT6H", "PT24H");
  }

  @Test
  void in_review_it_is_asked_on() {
    assertThat(POLLING.next(State.REVIEW, 40, Duration.ofDays(2))).hasHours(6);
  }

  @Test
  void a_pace_shortens_every_wait_and_none_to_nothing() {
    assertThat(new Polling(0.01).next(State.UNKNOWN, 0, Duration.ZERO)).hasMillis(50);
    assertThat(new Polling(0.000_001).next(State.UNKNOWN, 0, Duration.ZERO)).hasMillis(1);
  }

  @Test
  void a_wait_strays_by_a_fifth_at_most_and_payments_stray_apart() {
    var machine = new Machine(BillerProfile.standard(), Duration.ofSeconds(25));
    var waits = new ArrayList<Duration>();
    for (int i = 0; i < 500; i++) {
      var opened = Machine.open(Samples.inquiry(Samples.id("warung-sri", "INV-" + i)), NOON);
      var said = new Evidence.Ambiguous("silence");
      var step = machine.hear(opened, said, Source.ATTEMPT, NOON.plusSeconds(1)).orElseThrow();
      waits.add(requireNonNull(step.wake()));
    }

    assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofSeconds(4)) >= 0);
    assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofSeconds(6)) <= 0);
    assertThat(new HashSet<>(waits)).hasSizeGreaterThan(30);
  }

  /// Every answer counts towards the next wait, so that a biller that wavers between "in process"
  /// and silence is not asked densely for ever.
  @Test
  void polls_count_on_from_one_open_state_to_the_next() {
    var machine = new Machine(BillerProfile.standard(), Duration.ofSeconds(25));
    var doubt = new Evidence.Ambiguous("silence");
    var now = NOON.plusSeconds(60);

    var first = machine.hear(Samples.payment(State.SENDING), doubt, Source.LEASE, now);
    var second = machine.hear(first.orElseThrow().after(), doubt, Source.STATUS, now);
    var third =
        machine.hear(
            second.orElseThrow().after(), new Evidence.InProcess("03"), Source.STATUS, now);

    assertThat(first.orElseThrow().after().trail().polls()).isZero();
    assertThat(second.orElseThrow().after().trail().polls()).isEqualTo(1);
    assertThat(third.orElseThrow().after().trail().polls()).isEqualTo(2);
  }

  /// Whatever a clock says: without a yes or a no a payment stays open for ever.
  @Test
  void time_alone_never_ends_a_payment() {
    var machine = new Machine(BillerProfile.standard(), Duration.ofSeconds(25));
    var payment = Samples.payment(State.SENDING);
    var now = NOON;
    for (int i = 0; i < 2_000; i++) {
      var said =
          (i / 40) % 2 == 1 ? new Evidence.InProcess("03") : new Evidence.Ambiguous("silence " + i);
      var source = i == 0 ? Source.LEASE : Source.STATUS;
      var step = machine.hear(payment, said, source, now).orElseThrow();
      assertThat(step.after().state().isFinal()).isFalse();
      assertThat(step.movement()).isEqualTo(Step.Movement.NONE);
      now = now.plus(requireNonNull(step.wake()));
      payment = step.after();
    }

    assertThat(payment.state()).isEqualTo(State.REVIEW);
    assertThat(Duration.between(NOON, now)).isGreaterThan(Duration.ofDays(365));
  }

  private static List<String> waits(State state, int count, Duration age) {
    var waits = new ArrayList<String>();
    for (int polls = 0; polls < count; polls++) {
      waits.add(POLLING.next(state, polls, age).toString());
    }
    return waits;
  }
}
