package id.sakelar.server.payment;

import static id.sakelar.server.payment.Crossroads.TO_FIRST;
import static id.sakelar.server.payment.Crossroads.TO_SECOND;
import static id.sakelar.server.payment.Crossroads.asked;
import static id.sakelar.server.payment.Crossroads.known;
import static id.sakelar.server.payment.Samples.COST;
import static id.sakelar.server.payment.Samples.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Closing;
import id.sakelar.server.catalog.Offer.Route;
import id.sakelar.server.payment.Biller.Found;
import id.sakelar.server.payment.Payments.Inquiring;
import id.sakelar.server.payment.Payments.Paying;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Which biller is asked for a bill, and which is sent its payment.
class RoutesTest {
  private static final Rupiah MILLION = Rupiah.of(1_000_000);
  private static final Evidence NOT_SENT = new Evidence.NotSent("not sent");

  private Crossroads crossroads;
  private PaperBiller first;
  private PaperBiller second;

  @BeforeEach
  void open() throws SQLException {
    crossroads = new Crossroads();
    first = crossroads.first();
    second = crossroads.second();
  }

  @AfterEach
  void close() throws SQLException {
    crossroads.close();
  }

  private Payment pay() {
    return known(crossroads.payments().pay(asked("INV-1")));
  }

  private Inquiring inquire() {
    return crossroads.payments().inquire(asked("INV-1"));
  }

  @Test
  void what_was_not_sent_to_the_first_is_paid_at_the_second_and_charged_once() throws SQLException {
    first.answers(() -> NOT_SENT);

    var paid = pay();

    assertThat(paid.state()).isEqualTo(State.SUCCEEDED);
    assertThat(paid.quote().upstream()).isEqualTo("second");
    assertThat(paid.quote().upstreamProduct()).isEqualTo("TSEL");
    assertThat(first.orders()).hasSize(1);
    assertThat(second.orders())
        .extracting(order -> order.quote().upstreamReference())
        .containsExactly(paid.quote().upstreamReference())
        .doesNotContain(first.orders().getFirst().quote().upstreamReference());
    assertThat(crossroads.deposit()).isEqualTo(MILLION.minus(PRICE));
    assertThat(crossroads.taken("first")).isEqualTo(Rupiah.ZERO);
    assertThat(crossroads.taken("second")).isEqualTo(COST);
  }

  @Test
  void silence_at_the_first_is_never_sent_to_the_second() throws SQLException {
    first
        .answers(() -> new Evidence.Ambiguous("no answer"))
        .says(_ -> new Evidence.NotFound("06", true));

    var open = pay();

    assertThat(open.state()).isEqualTo(State.UNKNOWN);
    assertThat(crossroads.payments().ask(open).state()).isEqualTo(State.UNKNOWN);
    assertThat(second.questions()).isEmpty();
    assertThat(second.orders()).isEmpty();
    assertThat(crossroads.deposit()).isEqualTo(MILLION.minus(PRICE));
  }

  @Test
  void a_no_that_is_the_billers_own_sends_the_payment_to_the_second() throws SQLException {
    first.answers(() -> new Evidence.Refused(Crossroads.BILLERS_OWN, Reason.BILLER_UNREACHABLE));

    assertThat(pay().state()).isEqualTo(State.SUCCEEDED);
    assertThat(crossroads.taken("first")).isEqualTo(Rupiah.ZERO);
    assertThat(crossroads.taken("second")).isEqualTo(COST);
  }

  @Test
  void any_other_no_ends_the_payment() throws SQLException {
    first.answers(() -> new Evidence.Refused("rc 60", Reason.NO_BILL));

    assertThat(pay().state()).isEqualTo(State.FAILED);
    assertThat(second.questions()).isEmpty();
    assertThat(crossroads.deposit()).isEqualTo(MILLION);
  }

  @Test
  void a_second_who_finds_another_amount_is_not_used() throws SQLException {
    first.answers(() -> NOT_SENT);
    second.bills(_ -> PaperBiller.billed(Rupiah.of(100_001)));

    assertThat(pay().state()).isEqualTo(State.FAILED);
    assertThat(second.questions()).hasSize(1);
    assertThat(second.orders()).isEmpty();
    assertThat(crossroads.deposit()).isEqualTo(MILLION);
  }

  @Test
  void a_second_who_takes_more_than_the_payment_earns_is_not_used() throws SQLException {
    first.answers(() -> NOT_SENT);
    second.bills(_ -> new Found.Billed(Samples.bill(), PRICE.plus(Rupiah.of(1))));

    assertThat(pay().state()).isEqualTo(State.FAILED);
    assertThat(second.orders()).isEmpty();
    assertThat(crossroads.deposit()).isEqualTo(MILLION);
  }

  @Test
  void after_the_dispatch_deadline_nobody_else_is_asked() throws SQLException {
    first.answers(
        () -> {
          crossroads.clock().tick(Duration.ofSeconds(15));
          return NOT_SENT;
        });

    assertThat(pay().state()).isEqualTo(State.FAILED);
    assertThat(second.questions()).isEmpty();
    assertThat(crossroads.deposit()).isEqualTo(MILLION);
  }

  @Test
  void who_finds_the_bill_after_the_dispatch_deadline_is_not_sent_the_payment()
      throws SQLException {
    first.answers(() -> NOT_SENT);
    second.bills(
        _ -> {
          crossroads.clock().tick(Duration.ofSeconds(15));
          return new Found.Billed(Samples.bill(), COST);
        });

    assertThat(pay().state()).isEqualTo(State.FAILED);
    assertThat(second.orders()).isEmpty();
    assertThat(crossroads.deposit()).isEqualTo(MILLION);
  }

  /// The crash comes after nothing was sent and before it is committed that the second is next.
  @Test
  void a_payment_that_a_dead_server_held_is_given_back() throws SQLException {
    first.answers(() -> NOT_SENT);
    var commits = new AtomicInteger();
    crossroads
        .store()
        .keeper(
            gate -> {
              if (gate == GatedStore.Gate.BEFORE_COMMIT && commits.incrementAndGet() == 2) {
                throw new IllegalStateException("the server dies");
              }
            });
    crossroads.payments().pay(asked("INV-1"));
    var held = crossroads.store().findPayment(asked("INV-1").id()).orElseThrow();
    assertThat(held.state()).isEqualTo(State.HELD);
    assertThat(crossroads.deposit()).isEqualTo(MILLION.minus(PRICE));

    var after = crossroads.payments().ask(held);

    assertThat(after.state()).isEqualTo(State.FAILED);
    assertThat(crossroads.deposit()).isEqualTo(MILLION);
    assertThat(second.orders()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"BILLER_UNREACHABLE", "PRODUCT_CLOSED", "CUT_OFF"})
  void a_bill_is_asked_for_at_the_second_when_the_first_cannot_say(Reason reason) {
    first.bills(_ -> new Found.NoBill(reason));

    assertThat(inquire()).isInstanceOf(Inquiring.Quoted.class);
    assertThat(pay().quote().upstream()).isEqualTo("second");
    assertThat(second.questions()).extracting(Biller.Question::product).containsExactly("TSEL");
    assertThat(second.questions().getFirst().reference())
        .isNotEqualTo(first.questions().getFirst().reference());
  }

  @Test
  void who_knows_that_there_is_no_bill_has_the_last_word() {
    first.bills(_ -> new Found.NoBill(Reason.NO_BILL));

    assertThat(inquire()).isEqualTo(new Inquiring.Refused(Reason.NO_BILL));
    assertThat(second.questions()).isEmpty();
  }

  @Test
  void if_nobody_can_say_the_preferred_biller_has_the_word() {
    first.bills(_ -> new Found.NoBill(Reason.BILLER_UNREACHABLE));
    second.bills(_ -> new Found.NoBill(Reason.PRODUCT_CLOSED));

    assertThat(inquire()).isEqualTo(new Inquiring.Refused(Reason.BILLER_UNREACHABLE));
  }

  @Test
  void a_way_that_is_closed_at_this_hour_is_left_out() {
    var lunch = new Closing(LocalTime.of(12, 0), LocalTime.of(13, 0));
    crossroads.routes(new Route("first", "HALO", 1, lunch, null), TO_SECOND);

    assertThat(pay().quote().upstream()).isEqualTo("second");
    assertThat(first.questions()).isEmpty();
  }

  @Test
  void a_bill_whose_way_has_closed_since_is_paid_another_way() {
    var payments = crossroads.payments();
    payments.inquire(asked("INV-1"));
    var afternoon = new Closing(LocalTime.of(13, 0), LocalTime.of(14, 0));
    crossroads.routes(new Route("first", "HALO", 1, afternoon, null), TO_SECOND);
    crossroads.clock().tick(Duration.ofHours(1));

    assertThat(pay().quote().upstream()).isEqualTo("second");
    assertThat(first.orders()).isEmpty();
  }

  @Test
  void of_two_that_are_preferred_alike_the_cheaper_is_asked() {
    crossroads.routes(
        new Route("first", "HALO", 1, null, Rupiah.of(900)),
        new Route("second", "TSEL", 1, null, Rupiah.of(800)));

    assertThat(pay().quote().upstream()).isEqualTo("second");
  }

  @Test
  void a_partners_own_way_is_its_only_one() throws SQLException {
    crossroads.offers().putRoute(Crossroads.SRI.id(), "halo", TO_FIRST);
    first.answers(() -> NOT_SENT);

    assertThat(pay().state()).isEqualTo(State.FAILED);
    assertThat(second.questions()).isEmpty();
    assertThat(crossroads.deposit()).isEqualTo(MILLION);
  }

  @Test
  void a_test_goes_to_whoever_takes_tests_and_is_refused_if_nobody_does() {
    first.bills(_ -> new Found.NoBill(Reason.FORBIDDEN));

    var paid = known(crossroads.payments().pay(test("T-1")));

    assertThat(paid.quote().upstream()).isEqualTo("second");
    second.bills(_ -> new Found.NoBill(Reason.FORBIDDEN));
    assertThat(crossroads.payments().pay(test("T-2")))
        .isEqualTo(new Paying.Refused(Reason.FORBIDDEN));
  }

  private static Asked test(String reference) {
    var id = Samples.id(Crossroads.SRI.id(), reference);
    return new Asked(Crossroads.SRI, id, "halo", "0811000111", null, null, true);
  }
}
