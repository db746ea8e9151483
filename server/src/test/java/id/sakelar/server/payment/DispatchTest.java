package id.sakelar.server.payment;

import static id.sakelar.server.payment.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Payment.Trail;
import id.sakelar.server.payment.Step.Movement;
import id.sakelar.server.payment.Step.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Where a payment goes when its biller does not take it: T2, T3, T6 and T12.
class DispatchTest {
  private static final BillerProfile PROFILE =
      new BillerProfile(
          Duration.ofSeconds(40),
          Duration.ofSeconds(55),
          1,
          false,
          Duration.ofMinutes(30),
          Duration.ofSeconds(60),
          Duration.ofDays(1),
          Duration.ofSeconds(15),
          Duration.ofHours(1),
          Set.of("rc 55"));

  private static final Machine MACHINE = new Machine(PROFILE, Duration.ofSeconds(25));
  private static final Success YES = new Success("00", "SN9", Rupiah.of(1), null);

  @Test
  void what_was_certainly_not_sent_is_held_for_another_biller() {
    var step = hear(sending(), new NotSent("refused"), true);

    assertThat(step.after().state()).isEqualTo(State.HELD);
    assertThat(step.movement()).isEqualTo(Movement.NONE);
    assertThat(step.wake()).isEqualTo(Duration.ofSeconds(15));
    assertThat(step.tell()).isFalse();
  }

  @Test
  void what_was_certainly_not_sent_has_failed_when_nobody_else_can_take_it() {
    var step = hear(sending(), new NotSent("refused"), false);

    assertThat(step.after().state()).isEqualTo(State.FAILED);
    assertThat(step.movement()).isEqualTo(Movement.RELEASE);
  }

  @Test
  void only_a_no_that_is_the_billers_own_is_tried_elsewhere() {
    var own = hear(sending(), new Refused("rc 55", Reason.BILLER_REFUSED), true);
    var bills = hear(sending(), new Refused("rc 40", Reason.NO_BILL), true);

    assertThat(own.after().state()).isEqualTo(State.HELD);
    assertThat(bills.after().state()).isEqualTo(State.FAILED);
  }

  @Test
  void after_doubt_nobody_else_is_tried() {
    var step = hear(sending(), new Ambiguous("silence"), true);

    assertThat(step.after().state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void what_is_dispatched_is_on_its_way_to_the_other_biller_and_owes_the_partner_nothing_new() {
    var held = Samples.payment(State.HELD);
    var elsewhere = held.quote().boughtAt("other", "HP", "S2", Rupiah.of(99_000), "77");

    var step = MACHINE.dispatch(held, elsewhere, at(3));

    assertThat(step.after().state()).isEqualTo(State.SENDING);
    assertThat(step.after().quote()).isEqualTo(elsewhere);
    assertThat(step.after().quote().price()).isEqualTo(held.quote().price());
    assertThat(step.after().trail()).isEqualTo(new Trail(2, at(3), 0, 0, null, null));
    assertThat(step.wake()).isEqualTo(PROFILE.lease());
    assertThat(step.movement()).isEqualTo(Movement.NONE);
    assertThat(step.evidence()).isNull();
  }

  @Test
  void what_is_held_for_too_long_has_failed_for_the_reason_it_was_held() {
    var held = Samples.payment(State.HELD);
    var never = MACHINE.hear(held, new NotSent("late"), Source.LEASE, at(16)).orElseThrow();
    var refused =
        MACHINE
            .hear(held, new Refused("rc 55", Reason.CUT_OFF), Source.LEASE, at(16))
            .orElseThrow();

    assertThat(never.after().state()).isEqualTo(State.FAILED);
    assertThat(never.movement()).isEqualTo(Movement.RELEASE);
    assertThat(never.after().ending())
        .isEqualTo(new Payment.Ending("", "late", Reason.BILLER_UNREACHABLE, at(16), null));
    assertThat(refused.after().ending())
        .isEqualTo(new Payment.Ending("", "rc 55", Reason.CUT_OFF, at(16), null));
  }

  /// X3: wherever the payment is by then.
  @Test
  void a_yes_of_a_biller_that_was_given_up_moves_nothing_and_waits_for_people() {
    for (State state : State.values()) {
      var payment = Samples.payment(state);
      var step = MACHINE.hearFormer(payment, YES, Source.CALLBACK).orElseThrow();

      assertThat(step.after().state()).isEqualTo(state);
      assertThat(step.movement()).isEqualTo(Movement.NONE);
      assertThat(step.trouble()).isEqualTo(Trouble.DUPLICATE_EFFECT);
      assertThat(step.wake() == null).isEqualTo(state.isFinal());
    }
  }

  @Test
  void what_the_biller_surely_would_know_again_is_sent_once_more_under_its_reference() {
    var step = notFound(new Trail(1, NOON, 3, 0, null, null), at(56));

    assertThat(step.after().state()).isEqualTo(State.SENDING);
    assertThat(step.after().quote()).isEqualTo(step.before().quote());
    assertThat(step.after().trail()).isEqualTo(new Trail(2, at(56), 0, 0, null, null, 1, false));
    assertThat(step.wake()).isEqualTo(PROFILE.lease());
  }

  @Test
  void nothing_is_sent_again_while_it_may_be_on_its_way_or_too_often_or_too_late() {
    var early = notFound(new Trail(1, NOON, 3, 0, null, null), at(54));
    var often = notFound(new Trail(3, NOON, 3, 0, null, null, 2, false), at(56));
    var late = notFound(new Trail(1, NOON, 3, 0, null, null), at(3_600));
    var never =
        new Machine(BillerProfile.standard(), Duration.ofSeconds(25))
            .hear(
                unknown(new Trail(1, NOON, 3, 0, null, null)),
                new NotFound("06", true),
                Source.STATUS,
                at(56))
            .orElseThrow();

    assertThat(early.after().state()).isEqualTo(State.UNKNOWN);
    assertThat(often.after().state()).isEqualTo(State.UNKNOWN);
    assertThat(late.after().state()).isEqualTo(State.UNKNOWN);
    assertThat(never.after().state()).isEqualTo(State.UNKNOWN);
  }

  private static Step notFound(Trail trail, Instant now) {
    return MACHINE.hear(unknown(trail), new NotFound("06", true), Source.STATUS, now).orElseThrow();
  }

  private static Step hear(Payment payment, Evidence evidence, boolean elsewhere) {
    return MACHINE.hear(payment, evidence, Source.ATTEMPT, at(1), elsewhere).orElseThrow();
  }

  private static Payment sending() {
    return Samples.payment(State.SENDING);
  }

  private static Payment unknown(Trail trail) {
    var payment = Samples.payment(State.UNKNOWN);
    return new Payment(payment.inquiry(), State.UNKNOWN, 4, NOON, trail, null, payment.balance());
  }

  private static Instant at(long seconds) {
    return NOON.plusSeconds(seconds);
  }
}
