package id.sakelar.server.payment;

import static id.sakelar.server.payment.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.InProcess;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Reversed;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Payment.Trail;
import id.sakelar.server.payment.Step.Movement;
import id.sakelar.server.payment.Step.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole table of what a payment becomes: each state, each class of evidence, each source.
class MachineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final Machine MACHINE = new Machine(BillerProfile.standard(), PATIENCE);

  private static final Bill RECEIPT = new Bill.Mobile("SRI RAHAYU", 1, Rupiah.of(100_000));

  private static final List<Evidence> SAYINGS =
      List.of(
          new NotSent("refused"),
          new Success("00", "SN9", Rupiah.of(1), RECEIPT),
          new Refused("40", Reason.NO_BILL),
          new InProcess("03"),
          new Ambiguous("silence"),
          new NotFound("06", true),
          new Reversed("74"));

  /// In the order of [#SAYINGS]. A dot is no step at all; `settle`, `release`, `refund` and `loss`
  /// are what the books move, `tell` tells the partner, and a word in capitals after the state is
  /// the trouble. Ten seconds after sending, while the partner's own call is still open.
  private static final String TABLE =
      """
      ATTEMPT HELD      | . | HELD DUPLICATE_EFFECT | . | . | . | . | .
      ATTEMPT SENDING   | FAILED release | SUCCEEDED settle | FAILED release | PENDING | UNKNOWN \
      | UNKNOWN | UNKNOWN EARLY_REVERSAL
      ATTEMPT PENDING   | . | SUCCEEDED settle tell | FAILED release tell | . | . | . | .
      ATTEMPT UNKNOWN   | . | SUCCEEDED settle tell | FAILED release tell | . | . | . | .
      ATTEMPT REVIEW    | . | SUCCEEDED settle tell | FAILED release tell | . | . | . | .
      ATTEMPT SUCCEEDED | . | . | SUCCEEDED CONTRADICTION | . | . | . | REFUNDED refund tell
      ATTEMPT FAILED    | . | FAILED loss LATE_SUCCESS | . | . | . | . | .
      ATTEMPT REFUNDED  | . | . | . | . | . | . | .
      STATUS  HELD      | . | HELD DUPLICATE_EFFECT | . | . | . | . | .
      STATUS  SENDING   | UNKNOWN | SUCCEEDED settle | FAILED release | PENDING | UNKNOWN | UNKNOWN \
      | UNKNOWN EARLY_REVERSAL
      STATUS  PENDING   | UNKNOWN | SUCCEEDED settle tell | FAILED release tell | PENDING | UNKNOWN \
      | PENDING | UNKNOWN EARLY_REVERSAL
      STATUS  UNKNOWN   | UNKNOWN | SUCCEEDED settle tell | FAILED release tell | PENDING | UNKNOWN \
      | UNKNOWN | UNKNOWN EARLY_REVERSAL
      STATUS  REVIEW    | REVIEW | SUCCEEDED settle tell | FAILED release tell | REVIEW | REVIEW \
      | REVIEW | REVIEW EARLY_REVERSAL
      STATUS  SUCCEEDED | . | . | SUCCEEDED CONTRADICTION | . | . | . | REFUNDED refund tell
      STATUS  FAILED    | . | FAILED loss LATE_SUCCESS | . | . | . | . | .
      STATUS  REFUNDED  | . | . | . | . | . | . | .
      LEASE   HELD      | FAILED release | FAILED release | FAILED release | FAILED release \
      | FAILED release | FAILED release | FAILED release
      LEASE   SENDING   | UNKNOWN | SUCCEEDED settle | FAILED release | PENDING | UNKNOWN | UNKNOWN \
      | UNKNOWN EARLY_REVERSAL
      LEASE   PENDING   | . | SUCCEEDED settle tell | FAILED release tell | . | . | . | .
      LEASE   UNKNOWN   | . | SUCCEEDED settle tell | FAILED release tell | . | . | . | .
      LEASE   REVIEW    | . | SUCCEEDED settle tell | FAILED release tell | . | . | . | .
      LEASE   SUCCEEDED | . | . | SUCCEEDED CONTRADICTION | . | . | . | REFUNDED refund tell
      LEASE   FAILED    | . | FAILED loss LATE_SUCCESS | . | . | . | . | .
      LEASE   REFUNDED  | . | . | . | . | . | . | .
      CALLBACK HELD      | . | HELD DUPLICATE_EFFECT | . | . | . | . | .
      CALLBACK SENDING   | . | SUCCEEDED settle tell | FAILED release tell | PENDING | . | . | .
      CALLBACK PENDING   | . | SUCCEEDED settle tell | FAILED release tell | . | . | . | .
      CALLBACK UNKNOWN   | . | SUCCEEDED settle tell | FAILED release tell | . | . | . | .
      CALLBACK REVIEW    | . | SUCCEEDED settle tell | FAILED release tell | . | . | . | .
      CALLBACK SUCCEEDED | . | . | SUCCEEDED CONTRADICTION | . | . | . | REFUNDED refund tell
      CALLBACK FAILED    | . | FAILED loss LATE_SUCCESS | . | . | . | . | .
      CALLBACK REFUNDED  | . | . | . | . | . | . | .
      SETTLEMENT HELD      | . | HELD DUPLICATE_EFFECT | . | . | . | . | .
      SETTLEMENT SENDING   | . | SUCCEEDED settle tell | FAILED release tell | . | . | . | .
      SETTLEMENT PENDING   | . | SUCCEEDED settle tell | FAILED release tell | . | . | . | .
      SETTLEMENT UNKNOWN   | . | SUCCEEDED settle tell | FAILED release tell | . | . | . | .
      SETTLEMENT REVIEW    | . | SUCCEEDED settle tell | FAILED release tell | . | . | . | .
      SETTLEMENT SUCCEEDED | . | . | SUCCEEDED CONTRADICTION | . | . | . | REFUNDED refund tell
      SETTLEMENT FAILED    | . | FAILED loss LATE_SUCCESS | . | . | . | . | .
      SETTLEMENT REFUNDED  | . | . | . | . | . | . | .
      OPERATOR HELD      | . | . | . | . | . | . | .
      OPERATOR SENDING   | . | . | . | . | . | . | .
      OPERATOR PENDING   | . | . | . | . | . | . | .
      OPERATOR UNKNOWN   | . | . | . | . | . | . | .
      OPERATOR REVIEW    | . | SUCCEEDED settle tell | FAILED release tell | . | . | . | .
      OPERATOR SUCCEEDED | . | . | . | . | . | . | REFUNDED refund tell
      OPERATOR FAILED    | . | . | . | . | . | . | .
      OPERATOR REFUNDED  | . | . | . | . | . | . | .
      """;

  record Row(Source source, State state, List<String> cells) {
    @Override
    public String toString() {
      return source + " " + state;
    }
  }

  private static List<Row> rows() {
    return TABLE.lines().map(MachineTest::row).toList();
  }

  private static Row row(String line) {
    var cells = Arrays.stream(line.split("[|]", -1)).map(String::strip).toList();
    var head = cells.getFirst().split(" +", -1);
    return new Row(Source.valueOf(head[0]), State.valueOf(head[1]), cells.subList(1, cells.size()));
  }

  @Test
  void the_table_has_every_state_and_every_source() {
    assertThat(rows()).hasSize(Source.values().length * State.values().length);
    assertThat(rows()).allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(SAYINGS));
    assertThat(rows().stream().map(Row::toString)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_payment_becomes_what_the_table_says(Row row) {
    var became = new ArrayList<String>();
    for (Evidence said : SAYINGS) {
      became.add(describe(MACHINE.hear(Samples.payment(row.state()), said, row.source(), at(10))));
    }

    assertThat(became).isEqualTo(row.cells());
  }

  private static String describe(Optional<Step> step) {
    if (step.isEmpty()) {
      return ".";
    }
    var words = new ArrayList<String>();
    words.add(step.get().after().state().name());
    if (step.get().movement() != Movement.NONE) {
      words.add(step.get().movement().name().toLowerCase(Locale.ROOT));
    }
    if (step.get().tell()) {
      words.add("tell");
    }
    if (step.get().trouble() != null) {
      words.add(String.valueOf(step.get().trouble()));
    }
    return String.join(" ", words);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void every_step_is_one_version_on_and_keeps_what_was_agreed(State state) {
    for (Step step : steps(state)) {
      assertThat(step.after().version()).isEqualTo(step.before().version() + 1);
      assertThat(step.after().inquiry()).isEqualTo(step.before().inquiry());
      assertThat(step.after().openedAt()).isEqualTo(step.before().openedAt());
      assertThat(step.after().trail().sentAt()).isEqualTo(step.before().trail().sentAt());
      assertThat(step.after().balance()).isEqualTo(step.before().balance());
    }
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void somebody_looks_again_exactly_while_a_payment_is_open(State state) {
    for (Step step : steps(state)) {
      assertThat(step.wake() == null).isEqualTo(step.after().state().isFinal());
      assertThat(step.after().ending() == null).isEqualTo(!step.after().state().isFinal());
    }
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void money_moves_exactly_when_a_payment_ends_or_is_refunded(State state) {
    for (Step step : steps(state)) {
      var moves =
          switch (step.after().state()) {
            case HELD, SENDING, PENDING, UNKNOWN, REVIEW -> Movement.NONE;
            case SUCCEEDED -> Movement.SETTLE;
            case FAILED -> Movement.RELEASE;
            case REFUNDED -> Movement.REFUND;
          };
      boolean ends = step.after().state() != step.before().state();
      boolean late = step.trouble() == Trouble.LATE_SUCCESS;
      var rests = late ? Movement.LOSS : Movement.NONE;
      assertThat(step.movement()).isEqualTo(ends ? moves : rests);
    }
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void every_step_is_in_the_table_of_transitions(State state) {
    var reached = new TreeSet<State>();
    steps(state).forEach(step -> reached.add(step.after().state()));
    reached.remove(state);

    assertThat(reached).allMatch(state::mayBecome);
  }

  /// Every step from here, young and old, with every source and saying.
  private static List<Step> steps(State state) {
    var steps = new ArrayList<Step>();
    for (Source source : Source.values()) {
      for (Evidence said : SAYINGS) {
        for (int seconds : new int[] {1, 30, 3_600, 90_000, 900_000}) {
          MACHINE.hear(Samples.payment(state), said, source, at(seconds)).ifPresent(steps::add);
        }
      }
    }
    return steps;
  }

  @Test
  void a_step_outside_the_table_cannot_be_made() {
    var held = Samples.payment(State.HELD);
    var paid = MACHINE.hear(sending(), SAYINGS.get(1), Source.ATTEMPT, at(1)).orElseThrow().after();

    assertThatThrownBy(
            () ->
                new Step(
                    held, paid, SAYINGS.get(1), Source.ATTEMPT, Movement.SETTLE, null, false, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a payment does not go from HELD, version 4, to SUCCEEDED, version 5");
  }

  @Test
  void a_payment_is_opened_as_sent_once() {
    var opened = Machine.open(sending().inquiry(), NOON);

    assertThat(opened)
        .isEqualTo(
            new Payment(
                sending().inquiry(),
                State.SENDING,
                1,
                NOON,
                new Trail(1, NOON, 0, 0, null, null),
                null,
                null));
  }

  /// T5: with an earlier order that may have arrived, "this one was not sent" proves nothing.
  @Test
  void not_sent_is_no_no_of_an_order_that_is_sent_again() {
    var again = withTrail(sending(), new Trail(2, NOON, 0, 0, null, null, 1, false));

    var step = MACHINE.hear(again, new NotSent("refused"), Source.ATTEMPT, at(1)).orElseThrow();

    assertThat(step.after().state()).isEqualTo(State.UNKNOWN);
    assertThat(step.movement()).isEqualTo(Movement.NONE);
  }

  @Test
  void a_yes_keeps_the_serial_number_and_a_no_its_reason() {
    var yes = MACHINE.hear(sending(), SAYINGS.get(1), Source.ATTEMPT, at(2)).orElseThrow();
    var no = MACHINE.hear(sending(), SAYINGS.get(2), Source.ATTEMPT, at(2)).orElseThrow();

    assertThat(yes.after().ending())
        .isEqualTo(new Payment.Ending("SN9", "00", null, at(2), RECEIPT));
    assertThat(no.after().ending())
        .isEqualTo(new Payment.Ending("", "40", Reason.NO_BILL, at(2), null));
  }

  @Test
  void a_refund_keeps_the_serial_number_of_the_success() {
    var paid = Samples.payment(State.SUCCEEDED);

    var step = MACHINE.hear(paid, new Reversed("74"), Source.STATUS, at(9)).orElseThrow();

    assertThat(step.after().ending())
        .isEqualTo(new Payment.Ending("SN1", "74", Reason.BILLER_REFUSED, at(9), null));
  }

  @Test
  void a_contradiction_leaves_the_ending_as_it_was() {
    var failed = Samples.payment(State.FAILED);

    var step = MACHINE.hear(failed, SAYINGS.get(1), Source.STATUS, at(9)).orElseThrow();

    assertThat(step.trouble()).isEqualTo(Trouble.LATE_SUCCESS);
    assertThat(step.after().ending()).isEqualTo(failed.ending());
    assertThat(step.movement()).isEqualTo(Movement.LOSS);
  }

  /// X1, however often the biller says so.
  @Test
  void the_house_bears_a_late_success_once() {
    var failed = Samples.payment(State.FAILED);
    var late = MACHINE.hear(failed, SAYINGS.get(1), Source.CALLBACK, at(9)).orElseThrow().after();

    assertThat(MACHINE.hear(late, SAYINGS.get(1), Source.CALLBACK, at(10))).isEmpty();
    assertThat(MACHINE.hear(late, SAYINGS.get(1), Source.STATUS, at(11))).isEmpty();
  }

  /// From a second before its call is answered "pending", the partner is told by webhook.
  @Test
  void who_may_have_been_told_pending_is_told_the_end() {
    var early = MACHINE.hear(sending(), SAYINGS.get(1), Source.ATTEMPT, at(23)).orElseThrow();
    var late = MACHINE.hear(sending(), SAYINGS.get(1), Source.ATTEMPT, at(24)).orElseThrow();

    assertThat(early.tell()).isFalse();
    assertThat(late.tell()).isTrue();
  }

  private static Payment sending() {
    return Samples.payment(State.SENDING);
  }

  private static Payment withTrail(Payment payment, Trail trail) {
    return new Payment(
        payment.inquiry(), payment.state(), 4, payment.openedAt(), trail, null, payment.balance());
  }

  private static Instant at(long seconds) {
    return NOON.plusSeconds(seconds);
  }
}
