package id.sakelar.server.payment;

import static id.sakelar.server.payment.Crossroads.TO_FIRST;
import static id.sakelar.server.payment.Crossroads.asked;
import static id.sakelar.server.payment.Crossroads.known;
import static id.sakelar.server.payment.Samples.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Payments.Paying;
import id.sakelar.server.upstream.Guard;
import id.sakelar.server.upstream.GuardedBiller;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How much money may be in flight at a biller before it gets no more.
class InFlightTest {
  /// Two payments fit, a third goes over it, a fourth finds it passed.
  private static final Rupiah LIMIT = PRICE.plus(PRICE).plus(Rupiah.of(1));

  private Crossroads crossroads;
  private GuardedBiller guarded;

  @BeforeEach
  void open() throws SQLException {
    crossroads = new Crossroads();
    var inFlight =
        new InFlight(new FlightStore(crossroads.database().jdbi())::prices, crossroads.clock());
    guarded =
        new GuardedBiller(
            "first",
            crossroads.first(),
            Guard.standard().withMostInFlight(LIMIT),
            inFlight,
            crossroads.clock());
    crossroads.first().answers(() -> new Evidence.InProcess("rc 03"));
  }

  @AfterEach
  void close() throws SQLException {
    crossroads.close();
  }

  @Test
  void payments_at_once_do_not_pass_the_limit_by_more_than_one() throws Exception {
    var payments = crossroads.payments(guarded);
    try (var counters = Executors.newVirtualThreadPerTaskExecutor()) {
      counters.invokeAll(
          IntStream.range(0, 8)
              .<Callable<Paying>>mapToObj(it -> () -> payments.pay(asked("INV-" + it)))
              .toList());
    }

    assertThat(crossroads.first().orders()).hasSize(3);
    assertThat(crossroads.second().orders()).hasSize(5);
    assertThat(guarded.standing().inFlight()).isEqualTo(PRICE.times(3));
    assertThat(guarded.standing().isOpen()).isFalse();
  }

  @Test
  void the_only_way_is_closed_until_money_has_landed() throws SQLException {
    crossroads.routes(TO_FIRST);
    var payments = crossroads.payments(guarded);
    var open =
        IntStream.range(0, 3).mapToObj(it -> known(payments.pay(asked("INV-" + it)))).toList();

    assertThat(payments.pay(asked("INV-3"))).isEqualTo(new Paying.Refused(Reason.PRODUCT_CLOSED));
    assertThat(crossroads.deposit()).isEqualTo(Rupiah.of(1_000_000).minus(PRICE.times(3)));

    payments.ask(open.getFirst());
    crossroads.clock().tick(Duration.ofSeconds(1));

    assertThat(known(payments.pay(asked("INV-4"))).state()).isEqualTo(State.PENDING);
  }

  @Test
  void a_bill_found_where_no_more_may_go_is_paid_at_another() {
    var payments = crossroads.payments(guarded);
    payments.inquire(asked("INV-9"));
    IntStream.range(0, 3).forEach(it -> payments.pay(asked("INV-" + it)));

    var paid = known(payments.pay(asked("INV-9")));

    assertThat(paid.quote().upstream()).isEqualTo("second");
    assertThat(paid.state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void what_other_processes_have_in_flight_counts() {
    crossroads.routes(TO_FIRST);
    var others = crossroads.payments();
    IntStream.range(0, 3).forEach(it -> others.pay(asked("INV-" + it)));

    assertThat(crossroads.payments(guarded).pay(asked("INV-3")))
        .isEqualTo(new Paying.Refused(Reason.PRODUCT_CLOSED));
  }

  @Test
  void a_database_that_does_not_say_leaves_what_it_said_last() {
    var readings = new ArrayDeque<Map<String, Rupiah>>();
    readings.add(Map.of("first", PRICE));
    var inFlight = new InFlight(readings::remove, crossroads.clock());
    assertThat(inFlight.at("first")).isEqualTo(PRICE);

    crossroads.clock().tick(Duration.ofSeconds(2));

    assertThat(inFlight.at("first")).isEqualTo(PRICE);
    assertThat(inFlight.at("second")).isEqualTo(Rupiah.ZERO);
  }
}
