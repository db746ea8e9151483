package id.sakelar.server.banking;

import static id.sakelar.server.banking.Town.BCA;
import static id.sakelar.server.banking.Town.BNI;
import static id.sakelar.server.banking.Town.BRI;
import static id.sakelar.server.banking.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.BankNetwork.Heard;
import id.sakelar.server.banking.BankNetwork.Heard.Ambiguous;
import id.sakelar.server.banking.BankNetwork.Heard.Booked;
import id.sakelar.server.banking.BankNetwork.Heard.InProcess;
import id.sakelar.server.banking.BankNetwork.Heard.NotFound;
import id.sakelar.server.banking.BankNetwork.Heard.NotSent;
import id.sakelar.server.banking.BankNetwork.Heard.Refused;
import id.sakelar.server.banking.Transfer.Ending;
import id.sakelar.server.banking.Transfer.Trail;
import id.sakelar.server.banking.TransferStep.Movement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole table of what a transfer becomes: each route, each state, everything that is heard.
class TransferMachineTest {
  private static final String REFERENCE = "2603021200000001";
  private static final String NEXT = "2603021200000002";

  private static final List<Heard> SAYINGS =
      List.of(
          new NotSent("refused"),
          new Booked("00"),
          new Refused("51", Denial.FUNDS),
          new InProcess("68"),
          new Ambiguous("silence"),
          new NotFound("-1"));

  /// In the order of [#SAYINGS]. A dot is no step at all; small words are what the books move; `+`
  /// sends under a new reference and `-` leaves none under way; a word in capitals after the state
  /// is the trouble.
  private static final String TABLE =
      """
      OUT    CREDITING | FAILED release | BOOKED settle | FAILED release | CREDITING | CREDITING \
      | CREDITING
      OUT    BOOKED    | . | . | BOOKED CONTRADICTION | . | . | .
      OUT    FAILED    | . | FAILED LATE_SUCCESS | . | . | . | .
      IN     DEBITING  | FAILED | BOOKED settle | FAILED | DEBITING | DEBITING | DEBITING
      IN     RETURNING | RETURNING - | FAILED release | RETURNING - NOT_TAKEN_BACK | RETURNING \
      | RETURNING | RETURNING
      IN     BOOKED    | . | . | BOOKED CONTRADICTION | . | . | .
      IN     FAILED    | . | FAILED LATE_SUCCESS | . | . | . | .
      ACROSS DEBITING  | FAILED | CREDITING take + | FAILED | DEBITING | DEBITING | DEBITING
      ACROSS CREDITING | CREDITING - | BOOKED settle | RETURNING + | CREDITING | CREDITING \
      | CREDITING
      ACROSS RETURNING | RETURNING - | FAILED release | RETURNING - NOT_TAKEN_BACK | RETURNING \
      | RETURNING | RETURNING
      ACROSS BOOKED    | . | . | BOOKED CONTRADICTION | . | . | .
      ACROSS FAILED    | . | FAILED LATE_SUCCESS | . | . | . | .
      WITHIN DEBITING  | FAILED | BOOKED settle | FAILED | DEBITING | DEBITING | DEBITING
      WITHIN BOOKED    | . | . | BOOKED CONTRADICTION | . | . | .
      WITHIN FAILED    | . | FAILED LATE_SUCCESS | . | . | . | .
      """;

  private final TransferMachine machine = machine(true);

  private static TransferMachine machine(boolean notFoundFinal) {
    return new TransferMachine(BNI, Map.of(BRI, line(BRI, notFoundFinal), BCA, line(BCA, true)));
  }

  private static Line line(String code, boolean notFoundFinal) {
    return new Line(
        code,
        PaperBank.ESCROW,
        new PaperBank(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        1,
        notFoundFinal,
        Duration.ofMinutes(20),
        Duration.ofMinutes(1));
  }

  record Row(Route route, TransferState state, List<String> cells) {
    @Override
    public String toString() {
      return route + " " + state;
    }
  }

  private static List<Row> rows() {
    return TABLE.lines().map(TransferMachineTest::row).toList();
  }

  private static Row row(String line) {
    var cells = Arrays.stream(line.split("[|]", -1)).map(String::strip).toList();
    var head = cells.getFirst().split(" +", -1);
    var state = TransferState.valueOf(head[1]);
    return new Row(Route.valueOf(head[0]), state, cells.subList(1, cells.size()));
  }

  @Test
  void the_table_has_every_state_that_a_route_can_come_to() {
    assertThat(rows()).allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(SAYINGS));
    assertThat(rows().stream().map(Row::toString)).doesNotHaveDuplicates().hasSize(15);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_transfer_becomes_what_the_table_says(Row row) {
    var transfer = transfer(row.route(), row.state());

    var became = SAYINGS.stream().map(said -> describe(hear(transfer, said, NOON))).toList();

    assertThat(became).isEqualTo(row.cells());
  }

  private Optional<TransferStep> hear(Transfer transfer, Heard heard, Instant now) {
    return machine.hear(transfer, transfer.trail(), heard, now, NEXT);
  }

  private static String describe(Optional<TransferStep> step) {
    if (step.isEmpty()) {
      return ".";
    }
    var words = new ArrayList<String>();
    words.add(step.get().after().state().name());
    if (step.get().movement() != Movement.NONE) {
      words.add(step.get().movement().name().toLowerCase(Locale.ROOT));
    }
    if (step.get().sends()) {
      words.add("+");
    }
    if (step.get().after().trail().reference() == null && !step.get().after().state().isFinal()) {
      words.add("-");
    }
    if (step.get().trouble() != null) {
      words.add(String.valueOf(step.get().trouble()));
    }
    return String.join(" ", words);
  }

  static End source(Route route) {
    return switch (route) {
      case OURS, OUT -> new End(BNI.code(), "4001");
      case IN, ACROSS, WITHIN -> new End(BRI, "1111");
    };
  }

  static End target(Route route) {
    return switch (route) {
      case OURS, IN -> new End(BNI.code(), "5001");
      case OUT, WITHIN -> new End(BRI, "2222");
      case ACROSS -> new End(BCA, "3333");
    };
  }

  private static Order order(Route route) {
    return new Order(
        new TransferId("switcher:loket", Operation.SWITCHED, "REF-1"),
        "print",
        true,
        source(route),
        target(route),
        Rupiah.of(100_000),
        Rupiah.ZERO,
        new Order.Facts("ANI", "BUDI", "test"),
        null,
        null,
        null,
        null);
  }

  private static Transfer transfer(Route route, TransferState state) {
    return transfer(route, state, new Trail(REFERENCE, NOON, 1, 0, 0, null, null));
  }

  private static Transfer transfer(Route route, TransferState state, Trail trail) {
    var ending = state.isFinal() ? new Ending(null, NOON) : null;
    var day = LocalDate.of(2026, 3, 2);
    var under = state.isFinal() ? trail.ended() : trail;
    return new Transfer(order(route), 7, day, NOON, state, 3, under, ending, null);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void every_step_is_one_version_on_and_keeps_what_was_agreed(Row row) {
    var transfer = transfer(row.route(), row.state());
    for (Heard said : SAYINGS) {
      hear(transfer, said, NOON)
          .ifPresent(
              step -> {
                assertThat(step.after().version()).isEqualTo(4);
                assertThat(step.after().order()).isEqualTo(transfer.order());
                assertThat(step.after().number()).isEqualTo(7);
                assertThat(step.heard()).isEqualTo(said);
                assertThat(step.wake() == null).isEqualTo(step.after().state().isFinal());
              });
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void what_was_said_of_something_that_is_over_changes_nothing(Row row) {
    var transfer = transfer(row.route(), row.state());
    var asked = new Trail("2603021100000009", NOON, 1, 0, 0, null, null);
    for (Heard said : SAYINGS) {
      var step = machine.hear(transfer, asked, said, NOON, NEXT);
      assertThat(step.isPresent()).isEqualTo(row.state().isFinal() && !describe(step).equals("."));
    }
  }

  @Test
  void a_late_yes_to_a_leg_that_had_ended_as_a_no_waits_for_people() {
    var returning = transfer(Route.ACROSS, TransferState.RETURNING);
    var credit = new Trail("2603021100000009", NOON, 2, 0, 0, null, null);

    var step = machine.hear(returning, credit, SAYINGS.get(1), NOON, NEXT).orElseThrow();

    assertThat(step.trouble()).isEqualTo(TransferStep.Trouble.LATE_SUCCESS);
    assertThat(step.after().state()).isEqualTo(TransferState.RETURNING);
    assertThat(step.wake()).isNotNull();
  }

  @Test
  void a_reference_of_its_own_goes_with_whatever_is_sent() {
    var debited = hear(transfer(Route.ACROSS, TransferState.DEBITING), SAYINGS.get(1), NOON);

    var trail = debited.orElseThrow().after().trail();
    assertThat(trail).isEqualTo(new Trail(NEXT, NOON, 2, 0, 0, null, null));
    assertThat(debited.get().wake()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void a_transfer_that_was_given_back_fails_for_the_reason_that_turned_it_back() {
    var refused = hear(transfer(Route.ACROSS, TransferState.CREDITING), SAYINGS.get(2), NOON);
    var returning = refused.orElseThrow().after();

    var returned = hear(returning, SAYINGS.get(1), NOON).orElseThrow().after();

    // it is our account there that has not enough
    assertThat(returning.trail().refusal()).isEqualTo(Denial.BANK_REFUSED);
    assertThat(returned.ending()).isEqualTo(new Ending(Denial.BANK_REFUSED, NOON));
  }

  @Test
  void a_return_that_was_booked_is_no_late_success() {
    var returned = new Trail(REFERENCE, NOON, 2, 0, 0, null, null);

    assertThat(hear(transfer(Route.IN, TransferState.FAILED, returned), SAYINGS.get(1), NOON))
        .isEmpty();
  }

  @Test
  void what_did_not_arrive_is_sent_again_later_and_each_time_later() {
    var transfer = transfer(Route.IN, TransferState.RETURNING);
    var waits = new ArrayList<Duration>();
    for (int i = 0; i < 4; i++) {
      var rested = hear(transfer, SAYINGS.getFirst(), NOON).orElseThrow();
      waits.add(rested.wake());
      var again = machine.goOn(rested.after(), NOON, NEXT + i);
      assertThat(again.sends()).isTrue();
      assertThat(again.movement()).isEqualTo(Movement.NONE);
      transfer = again.after();
    }

    assertThat(transfer.trail().legs()).isEqualTo(5);
    assertThat(waits)
        .containsExactly(
            Duration.ofMillis(1_000),
            Duration.ofMillis(1_500),
            Duration.ofMillis(2_250),
            Duration.ofMillis(3_375));
  }

  @Test
  void waits_grow_by_half_up_to_an_hour() {
    assertThat(BankPolling.after(0, 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(BankPolling.after(20, 1)).isEqualTo(Duration.ofMillis(3_325_257));
    assertThat(BankPolling.after(21, 1)).isEqualTo(Duration.ofHours(1));
    assertThat(BankPolling.after(1_000_000, 1)).isEqualTo(Duration.ofHours(1));
    assertThat(BankPolling.after(3, 2)).isEqualTo(Duration.ofMillis(6_750));
    assertThat(BankPolling.after(0, 0.000_001)).isEqualTo(Duration.ofMillis(1));
  }

  private static Transfer afterNotFounds(int notFounds, @Nullable Instant last) {
    var trail = new Trail(REFERENCE, NOON, 1, notFounds, notFounds, last, null);
    return transfer(Route.OUT, TransferState.CREDITING, trail);
  }

  @Test
  void not_found_is_a_no_by_the_whole_rule_only() {
    var late = NOON.plus(Duration.ofMinutes(20));
    var before = late.minus(Duration.ofMinutes(1));
    var notFound = new NotFound("-1");

    assertThat(describe(hear(afterNotFounds(2, before), notFound, late)))
        .isEqualTo("FAILED release");
    assertThat(describe(hear(afterNotFounds(1, before), notFound, late))).isEqualTo("CREDITING");
    assertThat(describe(hear(afterNotFounds(2, before.plusMillis(1)), notFound, late)))
        .isEqualTo("CREDITING");
    assertThat(describe(hear(afterNotFounds(9, before), notFound, late.minusMillis(1))))
        .isEqualTo("CREDITING");
    var unsure = afterNotFounds(9, before);
    assertThat(describe(machine(false).hear(unsure, unsure.trail(), notFound, late, NEXT)))
        .isEqualTo("CREDITING");
  }

  @Test
  void other_answers_begin_the_count_anew_and_answers_too_close_do_not_count() {
    var counted = hear(afterNotFounds(2, NOON), new NotFound("-1"), NOON.plusSeconds(60));
    var close = hear(afterNotFounds(2, NOON), new NotFound("-1"), NOON.plusSeconds(59));
    var broken = hear(afterNotFounds(2, NOON), new Ambiguous("silence"), NOON.plusSeconds(60));

    assertThat(counted.orElseThrow().after().trail().notFounds()).isEqualTo(3);
    assertThat(close.orElseThrow().after().trail().notFounds()).isEqualTo(2);
    assertThat(close.get().after().trail().lastNotFoundAt()).isEqualTo(NOON);
    assertThat(broken.orElseThrow().after().trail().notFounds()).isZero();
  }

  @Test
  void a_target_of_ours_that_cannot_take_the_money_sends_it_back() {
    var booked = hear(transfer(Route.IN, TransferState.DEBITING), SAYINGS.get(1), NOON);

    var step = machine.refuse(booked.orElseThrow(), Denial.CEILING, NOON, NEXT);

    assertThat(describe(Optional.of(step))).isEqualTo("RETURNING take +");
    assertThat(step.after().trail().refusal()).isEqualTo(Denial.CEILING);
  }

  @Test
  void a_source_of_ours_that_cannot_take_its_money_back_waits_for_room() {
    var failed = hear(transfer(Route.OUT, TransferState.CREDITING), SAYINGS.get(2), NOON);

    var step = machine.refuse(failed.orElseThrow(), Denial.CEILING, NOON, NEXT);
    var again = machine.goOn(step.after(), NOON, NEXT);

    assertThat(describe(Optional.of(step))).isEqualTo("CREDITING - SOURCE_FULL");
    assertThat(describe(Optional.of(again))).isEqualTo("FAILED release");
    assertThat(again.after().ending()).isEqualTo(new Ending(Denial.BANK_REFUSED, NOON));
  }

  @Test
  void nothing_else_can_be_refused() {
    var taken = hear(transfer(Route.ACROSS, TransferState.DEBITING), SAYINGS.get(1), NOON);

    assertThatThrownBy(() -> machine.refuse(taken.orElseThrow(), Denial.CEILING, NOON, NEXT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the books refuse a step: TAKE CEILING");
  }

  @Test
  void a_transfer_begins_where_its_route_begins() {
    var states = new ArrayList<String>();
    for (Route route : Route.values()) {
      var opened = machine.open(order(route), NOON, REFERENCE);
      assertThat(opened.version()).isEqualTo(1);
      assertThat(opened.trail().reference() == null).isEqualTo(opened.state().isFinal());
      states.add(route + " " + opened.state() + " " + machine.opening(order(route)));
    }

    assertThat(states)
        .containsExactly(
            "OURS BOOKED SETTLE",
            "OUT CREDITING HOLD",
            "IN DEBITING NONE",
            "ACROSS DEBITING NONE",
            "WITHIN DEBITING NONE");
  }

  @Test
  void the_business_day_begins_at_midnight_in_jakarta() {
    var before = machine.open(order(Route.OURS), Instant.parse("2026-03-31T16:59:59Z"), REFERENCE);
    var after = machine.open(order(Route.OURS), Instant.parse("2026-03-31T17:00:00Z"), REFERENCE);

    assertThat(before.day()).isEqualTo(LocalDate.of(2026, 3, 31));
    assertThat(after.day()).isEqualTo(LocalDate.of(2026, 4, 1));
  }
}
