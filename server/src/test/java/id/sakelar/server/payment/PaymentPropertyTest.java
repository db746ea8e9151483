package id.sakelar.server.payment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.InProcess;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Reversed;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Step.Movement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a biller says, and however often it changes its mind, the books stay whole.
///
/// Each run feeds two hundred payments a random run of evidence, contradictions and repetitions
/// included, from servers that may decide upon an old state. A failure names its seed.
class PaymentPropertyTest {
  private static final int PAYMENTS = 200;
  private static final int SAYINGS = 6_000;
  private static final List<Source> SOURCES = List.of(Source.values());

  private final TickingClock clock = new TickingClock(Samples.NOON);
  private final MemoryStore store = new MemoryStore(clock);
  private final Map<PaymentId, List<Payment>> histories = new HashMap<>();
  private final Map<PaymentId, List<Movement>> movements = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 20_260_101})
  void money_is_in_flight_exactly_while_a_payment_is_undecided(long seed) {
    var chance = new SplittableRandom(seed);
    open(chance);

    var ids = List.copyOf(histories.keySet().stream().sorted(this::byName).toList());
    for (int i = 0; i < SAYINGS; i++) {
      clock.tick(Duration.ofSeconds(chance.nextInt(90)));
      hear(ids.get(chance.nextInt(ids.size())), chance);

      assertThat(store.balance("in-flight")).isEqualTo(undecided());
      assertThat(store.sum()).isEqualTo(Rupiah.ZERO);
    }

    assertThat(histories.values()).allSatisfy(PaymentPropertyTest::endsOnce);
    assertThat(movements.values()).allSatisfy(PaymentPropertyTest::movesOnce);
    assertThat(store.balance("deposit:warung-sri")).isEqualTo(deposited().minus(spent()));
    assertThat(ends()).contains(State.SUCCEEDED, State.FAILED, State.REFUNDED, State.REVIEW);
  }

  private int byName(PaymentId one, PaymentId other) {
    return one.subject().compareTo(other.subject());
  }

  private static Rupiah deposited() {
    return Rupiah.of(100_000_000);
  }

  private void open(SplittableRandom chance) {
    store.openDeposit("warung-sri");
    store.topUp("warung-sri", "T-1", deposited());
    for (int i = 0; i < PAYMENTS; i++) {
      var id = Samples.id("warung-sri", "INV-" + i);
      var price = Rupiah.of(chance.nextInt(1, 300_000));
      var quote = Samples.quote("S" + i, price, Rupiah.of(chance.nextInt(300_000)));
      var opened = Machine.open(Samples.inquiry(id, quote), clock.instant());
      var opening = store.open(opened, Duration.ofSeconds(55), null);
      assertThat(opening).isInstanceOf(Store.Opening.Opened.class);
      histories.put(id, new ArrayList<>(List.of(opened)));
      movements.put(id, new ArrayList<>());
    }
  }

  private void hear(PaymentId id, SplittableRandom chance) {
    var history = history(id);
    var upon = chance.nextInt(5) == 0 ? history.get(chance.nextInt(history.size())) : now(id);
    var source = SOURCES.get(chance.nextInt(SOURCES.size()));
    machine(chance)
        .hear(upon, saying(chance), source, clock.instant())
        .ifPresent(step -> commit(step));
  }

  private void commit(Step step) {
    var committed = store.commit(step);
    if (committed.isPresent()) {
      history(step.after().id()).add(committed.get());
      if (step.movement() != Movement.NONE) {
        requireNonNull(movements.get(step.after().id())).add(step.movement());
      }
    }
  }

  /// One biller whose "not found" counts, and one whose does not.
  private static Machine machine(SplittableRandom chance) {
    var profile =
        new BillerProfile(
            Duration.ofSeconds(40),
            Duration.ofSeconds(55),
            1,
            chance.nextBoolean(),
            Duration.ofMinutes(15),
            Duration.ofSeconds(60),
            Duration.ofHours(12));
    return new Machine(profile, Duration.ofSeconds(25));
  }

  private static Evidence saying(SplittableRandom chance) {
    return switch (chance.nextInt(12)) {
      case 0 -> new NotSent("refused");
      case 1 -> new Success("00", "SN", Rupiah.of(chance.nextInt(9)), null);
      case 2 -> new Refused("40", Reason.NO_BILL);
      case 3, 4 -> new InProcess("03");
      case 5 -> new Reversed("74");
      case 6, 7 -> new Ambiguous("silence");
      default -> new NotFound("06", chance.nextInt(4) > 0);
    };
  }

  private List<Payment> history(PaymentId id) {
    return requireNonNull(histories.get(id));
  }

  private Payment now(PaymentId id) {
    return store.findPayment(id).orElseThrow();
  }

  private Rupiah undecided() {
    return histories.keySet().stream()
        .map(this::now)
        .filter(payment -> !payment.state().isFinal())
        .map(payment -> payment.quote().price())
        .reduce(Rupiah.ZERO, Rupiah::plus);
  }

  /// What was not given back.
  private Rupiah spent() {
    return histories.keySet().stream()
        .map(this::now)
        .filter(payment -> !EnumSet.of(State.FAILED, State.REFUNDED).contains(payment.state()))
        .map(payment -> payment.quote().price())
        .reduce(Rupiah.ZERO, Rupiah::plus);
  }

  private Set<State> ends() {
    var ends = EnumSet.noneOf(State.class);
    histories.values().forEach(history -> history.forEach(payment -> ends.add(payment.state())));
    return ends;
  }

  /// An ended payment stays ended the same way; only a success may still be refunded.
  private static void endsOnce(List<Payment> history) {
    var ends = history.stream().map(Payment::state).filter(State::isFinal).distinct().toList();
    assertThat(ends)
        .isIn(
            List.of(),
            List.of(State.FAILED),
            List.of(State.SUCCEEDED),
            List.of(State.SUCCEEDED, State.REFUNDED));
    var open = history.stream().takeWhile(payment -> !payment.state().isFinal()).count();
    assertThat(history.stream().skip(open)).allMatch(payment -> payment.state().isFinal());
  }

  private static void movesOnce(List<Movement> moved) {
    assertThat(moved)
        .isIn(
            List.of(),
            List.of(Movement.RELEASE),
            List.of(Movement.RELEASE, Movement.LOSS),
            List.of(Movement.SETTLE),
            List.of(Movement.SETTLE, Movement.REFUND));
  }
}
