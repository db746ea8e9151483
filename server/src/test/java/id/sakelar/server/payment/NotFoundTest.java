package id.sakelar.server.payment;

import static id.sakelar.server.payment.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.Payment.Trail;
import id.sakelar.server.payment.Step.Movement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// When "not found" means failed: all conditions together, and no fewer.
class NotFoundTest {
  private static final BillerProfile TRUSTED = profile(true, Duration.ofMinutes(30));
  private static final NotFound PROVEN = new NotFound("06", true);

  private static BillerProfile profile(boolean notFoundFinal, Duration after) {
    return new BillerProfile(
        Duration.ofSeconds(40),
        Duration.ofSeconds(55),
        1,
        notFoundFinal,
        after,
        Duration.ofSeconds(60),
        Duration.ofDays(1));
  }

  @Test
  void three_proven_answers_apart_after_half_an_hour_release_the_money() {
    var step = hear(TRUSTED, asked(2, minutes(29)), PROVEN, minutes(30));

    assertThat(step.after().state()).isEqualTo(State.FAILED);
    assertThat(step.movement()).isEqualTo(Movement.RELEASE);
    assertThat(step.tell()).isTrue();
  }

  @Test
  void two_are_not_enough() {
    stays(hear(TRUSTED, asked(1, minutes(29)), PROVEN, minutes(30)), 2);
  }

  @Test
  void a_biller_that_was_not_signed_off_is_not_believed() {
    stays(
        hear(profile(false, Duration.ofMinutes(30)), asked(9, minutes(29)), PROVEN, minutes(30)),
        10);
  }

  @Test
  void a_channel_that_was_not_proven_is_not_believed() {
    stays(hear(TRUSTED, asked(9, minutes(29)), new NotFound("06", false), minutes(30)), 10);
  }

  @Test
  void half_an_hour_less_a_moment_is_too_early() {
    stays(hear(TRUSTED, asked(9, minutes(28)), PROVEN, minutes(30).minusNanos(1_000)), 10);
  }

  @Test
  void answers_a_minute_apart_count_and_closer_ones_do_not() {
    var close = hear(TRUSTED, asked(2, minutes(30)), PROVEN, minutes(31).minusNanos(1_000));

    stays(close, 2);
    assertThat(close.after().trail().lastNotFoundAt()).isEqualTo(minutes(30));
  }

  @Test
  void the_day_must_not_be_over() {
    var beforeMidnight = Instant.parse("2026-03-02T16:20:00Z");
    var sent = payment(new Trail(1, beforeMidnight, 5, 9, null, null));
    var midnight = Instant.parse("2026-03-02T17:00:00Z");

    assertThat(hear(TRUSTED, sent, PROVEN, midnight.minusSeconds(1)).after().state())
        .isEqualTo(State.FAILED);
    assertThat(hear(TRUSTED, sent, PROVEN, midnight).after().state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void any_other_answer_begins_the_count_anew() {
    var doubt = hear(TRUSTED, asked(2, minutes(29)), new Ambiguous("503"), minutes(30));

    assertThat(doubt.after().trail().notFounds()).isZero();
    assertThat(doubt.after().trail().lastNotFoundAt()).isNull();
    stays(hear(TRUSTED, doubt.after(), PROVEN, minutes(31)), 1);
  }

  @Test
  void the_deadline_brings_people_and_the_money_stays_in_flight() {
    var step = hear(TRUSTED, asked(2, minutes(29)), PROVEN, NOON.plus(Duration.ofDays(1)));

    assertThat(step.after().state()).isEqualTo(State.REVIEW);
    assertThat(step.movement()).isEqualTo(Movement.NONE);
    assertThat(step.wake()).isNotNull();
  }

  @Test
  void a_rule_of_less_than_a_quarter_of_an_hour_is_refused() {
    assertThat(profile(false, Duration.ofMinutes(1)).notFoundFinal()).isFalse();
    assertThatThrownBy(() -> profile(true, Duration.ofMinutes(14)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"not found\" means failed after PT15M at the earliest, not after PT14M");
  }

  private static void stays(Step step, int counted) {
    assertThat(step.after().state()).isEqualTo(State.UNKNOWN);
    assertThat(step.movement()).isEqualTo(Movement.NONE);
    assertThat(step.after().trail().notFounds()).isEqualTo(counted);
  }

  private static Step hear(BillerProfile profile, Payment payment, Evidence said, Instant now) {
    var machine = new Machine(profile, Duration.ofSeconds(25));
    return machine.hear(payment, said, Source.STATUS, now).orElseThrow();
  }

  private static Instant minutes(int after) {
    return NOON.plus(Duration.ofMinutes(after));
  }

  /// A payment that was not found so often, the last time at `last`.
  private static Payment asked(int times, Instant last) {
    return payment(new Trail(1, NOON, times, times, last, null));
  }

  private static Payment payment(Trail trail) {
    var unknown = Samples.payment(State.UNKNOWN);
    return new Payment(unknown.inquiry(), State.UNKNOWN, 4, NOON, trail, null, unknown.balance());
  }
}
