package id.sakelar.server.payment;

import static id.sakelar.server.payment.Samples.COST;
import static id.sakelar.server.payment.Samples.PRICE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.payment.Biller.Found;
import id.sakelar.server.payment.Payments.Inquiring;
import id.sakelar.server.payment.Payments.Paying;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Inquiries and payments as a partner sees them, on both stores.
class PaymentsTest {
  private static final Rupiah MILLION = Rupiah.of(1_000_000);
  private static final Map<Counter.Kind, Counter> COUNTERS = new EnumMap<>(Counter.Kind.class);
  private static final AtomicInteger PARTNERS = new AtomicInteger();

  private final PaperBiller biller = new PaperBiller();

  private static Counter counter(Counter.Kind kind) throws SQLException {
    if (!COUNTERS.containsKey(kind)) {
      COUNTERS.put(kind, new Counter(kind));
    }
    return requireNonNull(COUNTERS.get(kind));
  }

  @AfterAll
  static void sumUp() throws SQLException {
    for (Counter counter : COUNTERS.values()) {
      counter.close();
    }
    COUNTERS.clear();
  }

  /// A new partner with a million.
  private static Partner partner(Counter counter, Limits limits) throws SQLException {
    var partner = Samples.partner("partner-" + PARTNERS.incrementAndGet(), limits);
    counter.deposit(partner.id(), MILLION);
    return partner;
  }

  private static Partner partner(Counter counter) throws SQLException {
    return partner(counter, Limits.NONE);
  }

  private static Asked asked(Partner partner, String reference) {
    return asked(partner, reference, "0811000111", null);
  }

  private static Asked asked(
      Partner partner, String reference, String customer, @Nullable Rupiah amount) {
    var id = Samples.id(partner.id(), reference);
    return new Asked(partner, id, "halo", customer, amount, null, false);
  }

  private static Payment known(Paying paying) {
    assertThat(paying).isInstanceOf(Paying.Known.class);
    return ((Paying.Known) paying).payment();
  }

  @ParameterizedTest
  @EnumSource(Counter.Kind.class)
  void a_payment_without_an_inquiry_inquires_first(Counter.Kind kind) throws SQLException {
    var counter = counter(kind);
    var sri = partner(counter);

    var paid = known(counter.payments(biller).pay(asked(sri, "INV-1")));

    assertThat(paid.state()).isEqualTo(State.SUCCEEDED);
    assertThat(paid.version()).isEqualTo(2);
    assertThat(paid.quote().price()).isEqualTo(PRICE);
    assertThat(paid.balance()).isEqualTo(MILLION.minus(PRICE));
    assertThat(counter.balance(sri)).isEqualTo(MILLION.minus(PRICE));
    assertThat(biller.questions()).hasSize(1);
    assertThat(biller.orders().getFirst().quote().upstreamReference())
        .isEqualTo(biller.questions().getFirst().reference())
        .matches("S260302[A-Z2-7]{13}");
  }

  @ParameterizedTest
  @EnumSource(Counter.Kind.class)
  void a_payment_is_made_on_the_terms_of_its_inquiry(Counter.Kind kind) throws SQLException {
    var counter = counter(kind);
    var sri = partner(counter);
    var payments = counter.payments(biller);

    var quoted = payments.inquire(asked(sri, "INV-1"));
    biller.bills(_ -> PaperBiller.billed(Rupiah.of(9)));
    var again = payments.inquire(asked(sri, "INV-1"));
    var paid = known(payments.pay(asked(sri, "INV-1")));

    assertThat(again).isEqualTo(quoted);
    assertThat(paid.inquiry()).isEqualTo(((Inquiring.Quoted) quoted).inquiry());
    assertThat(biller.questions()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Counter.Kind.class)
  void a_payment_read_again_is_the_payment_that_was_answered(Counter.Kind kind)
      throws SQLException {
    var counter = counter(kind);
    var sri = partner(counter);
    var payments = counter.payments(biller);
    counter.clock().tick(Duration.ofNanos(123_456_789));

    var paid = known(payments.pay(asked(sri, "INV-1")));

    assertThat(known(payments.status(paid.id()))).isEqualTo(paid);
    assertThat(known(payments.pay(asked(sri, "INV-1")))).isEqualTo(paid);
    assertThat(known(counter.payments(biller).pay(asked(sri, "INV-1")))).isEqualTo(paid);
    assertThat(biller.orders()).hasSize(1);
    assertThat(counter.balance(sri)).isEqualTo(MILLION.minus(PRICE));
  }

  @ParameterizedTest
  @EnumSource(Counter.Kind.class)
  void a_reference_never_means_two_things(Counter.Kind kind) throws SQLException {
    var counter = counter(kind);
    var sri = partner(counter);
    var payments = counter.payments(biller);
    var used = new Paying.Refused(Reason.REFERENCE_USED);

    var paid = known(payments.pay(asked(sri, "INV-1")));

    assertThat(payments.pay(asked(sri, "INV-1", "0811000222", null))).isEqualTo(used);
    assertThat(payments.pay(asked(sri, "INV-1", "0811000111", Rupiah.of(7)))).isEqualTo(used);
    assertThat(payments.inquire(asked(sri, "INV-1", "0811000222", null)))
        .isEqualTo(new Inquiring.Refused(Reason.REFERENCE_USED));
    assertThat(known(payments.pay(asked(sri, "INV-1", "0811000111", Rupiah.of(100_000)))))
        .isEqualTo(paid);
    assertThat(known(payments.status(paid.id()))).isEqualTo(paid);
    assertThat(counter.balance(sri)).isEqualTo(MILLION.minus(PRICE));
  }

  @ParameterizedTest
  @EnumSource(Counter.Kind.class)
  void an_inquiry_of_other_content_that_was_faster_is_not_told(Counter.Kind kind)
      throws SQLException {
    var counter = counter(kind);
    var sri = partner(counter);
    var payments = counter.payments(new PaperBiller());
    var slow =
        biller.bills(
            _ -> {
              payments.inquire(asked(sri, "INV-1", "0811000222", null));
              return PaperBiller.billed(Rupiah.of(100_000));
            });

    assertThat(counter.payments(slow).inquire(asked(sri, "INV-1")))
        .isEqualTo(new Inquiring.Refused(Reason.REFERENCE_USED));
  }

  @ParameterizedTest
  @EnumSource(Counter.Kind.class)
  void two_partners_with_one_reference_do_not_meet(Counter.Kind kind) throws SQLException {
    var counter = counter(kind);
    var sri = partner(counter);
    var ani = partner(counter);
    var payments = counter.payments(biller);

    var first = known(payments.pay(asked(sri, "INV-1")));
    var second = known(payments.pay(asked(ani, "INV-1", "0811000222", null)));

    assertThat(first.id()).isNotEqualTo(second.id());
    assertThat(known(payments.status(first.id()))).isEqualTo(first);
    assertThat(biller.orders()).hasSize(2);
    assertThat(counter.balance(sri)).isEqualTo(counter.balance(ani));
  }

  @ParameterizedTest
  @EnumSource(Counter.Kind.class)
  void the_status_of_nothing_is_not_found(Counter.Kind kind) throws SQLException {
    var counter = counter(kind);
    var sri = partner(counter);
    var payments = counter.payments(biller);
    payments.inquire(asked(sri, "INV-1"));

    assertThat(payments.status(Samples.id(sri.id(), "INV-1")))
        .isEqualTo(new Paying.Refused(Reason.NOT_FOUND));
  }

  @ParameterizedTest
  @EnumSource(Counter.Kind.class)
  void yesterdays_bill_is_asked_for_anew(Counter.Kind kind) throws SQLException {
    var counter = counter(kind);
    var sri = partner(counter);
    var payments = counter.payments(biller);
    payments.inquire(asked(sri, "INV-1"));
    biller.bills(_ -> PaperBiller.billed(Rupiah.of(120_000)));

    var midnight = Duration.between(counter.clock().instant(), nextMidnight(counter));
    counter.clock().tick(midnight.minusMillis(1));
    assertThat(payments.inquire(asked(sri, "INV-1"))).isInstanceOf(Inquiring.Quoted.class);
    assertThat(biller.questions()).hasSize(1);
    counter.clock().tick(Duration.ofMillis(1));
    var paid = known(payments.pay(asked(sri, "INV-1")));

    assertThat(biller.questions()).hasSize(2);
    assertThat(paid.quote().price()).isEqualTo(Rupiah.of(121_500));
    assertThat(paid.inquiry().day()).isEqualTo(References.dayOf(counter.clock().instant()));
  }

  /// Five in the afternoon in London, when Jakarta begins its next day.
  private static Instant nextMidnight(Counter counter) {
    var day = References.dayOf(counter.clock().instant());
    return Instant.parse(day + "T17:00:00Z");
  }

  @ParameterizedTest
  @EnumSource(Counter.Kind.class)
  void no_bill_is_a_certain_no_and_may_be_tried_again(Counter.Kind kind) throws SQLException {
    var counter = counter(kind);
    var sri = partner(counter);
    var payments = counter.payments(biller.bills(_ -> new Found.NoBill(Reason.NUMBER_WRONG)));

    assertThat(payments.pay(asked(sri, "INV-1")))
        .isEqualTo(new Paying.Refused(Reason.NUMBER_WRONG));
    biller.bills(_ -> PaperBiller.billed(Rupiah.of(100_000)));
    assertThat(known(payments.pay(asked(sri, "INV-1"))).state()).isEqualTo(State.SUCCEEDED);
    assertThat(counter.balance(sri)).isEqualTo(MILLION.minus(PRICE));
  }

  @ParameterizedTest
  @EnumSource(Counter.Kind.class)
  void a_refusal_by_the_biller_gives_the_money_back(Counter.Kind kind) throws SQLException {
    var counter = counter(kind);
    var sri = partner(counter);
    var payments =
        counter.payments(biller.answers(() -> new Evidence.Refused("40", Reason.CUT_OFF)));

    var refused = known(payments.pay(asked(sri, "INV-1")));

    assertThat(refused.state()).isEqualTo(State.FAILED);
    assertThat(refused.balance()).isEqualTo(MILLION);
    assertThat(counter.balance(sri)).isEqualTo(MILLION);
    assertThat(known(payments.pay(asked(sri, "INV-1")))).isEqualTo(refused);
    assertThat(biller.orders()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Counter.Kind.class)
  void silence_after_sending_keeps_the_money_in_flight(Counter.Kind kind) throws SQLException {
    var counter = counter(kind);
    var sri = partner(counter);
    var payments = counter.payments(biller.answers(() -> new Evidence.Ambiguous("silence")));
    var inFlight = counter.balance(HouseAccounts.IN_FLIGHT);

    var doubtful = known(payments.pay(asked(sri, "INV-1")));

    assertThat(doubtful.state()).isEqualTo(State.UNKNOWN);
    assertThat(counter.balance(sri)).isEqualTo(MILLION.minus(PRICE));
    assertThat(counter.balance(HouseAccounts.IN_FLIGHT)).isEqualTo(inFlight.plus(PRICE));
    assertThat(payments.ask(doubtful).state()).isEqualTo(State.SUCCEEDED);
    assertThat(counter.balance(HouseAccounts.IN_FLIGHT)).isEqualTo(inFlight);
  }

  @ParameterizedTest
  @EnumSource(Counter.Kind.class)
  void a_success_pays_the_biller_and_leaves_us_the_rest(Counter.Kind kind) throws SQLException {
    var counter = counter(kind);
    var sri = partner(counter);
    var sales = counter.balance(HouseAccounts.SALES);
    var upstream = counter.balance(HouseAccounts.upstream(Samples.UPSTREAM));

    counter.payments(biller).pay(asked(sri, "INV-1"));

    assertThat(counter.balance(HouseAccounts.SALES)).isEqualTo(sales.plus(PRICE).minus(COST));
    assertThat(counter.balance(HouseAccounts.upstream(Samples.UPSTREAM)))
        .isEqualTo(upstream.plus(COST));
  }

  @ParameterizedTest
  @EnumSource(Counter.Kind.class)
  void a_biller_that_clears_its_throat_is_understood_all_the_same(Counter.Kind kind)
      throws SQLException {
    var counter = counter(kind);
    var sri = partner(counter);
    var receipt = new Bill.Mobile("S\u0000RI\n", 1, Rupiah.of(100_000));
    var odd = new Evidence.Success("O\u0000K".repeat(30), "SN\u00001\n", COST, receipt);

    var paid = known(counter.payments(biller.answers(() -> odd)).pay(asked(sri, "INV-1")));

    assertThat(paid.state()).isEqualTo(State.SUCCEEDED);
    assertThat(paid.ending())
        .isEqualTo(
            new Payment.Ending(
                "SN?1?", "O?K".repeat(14).substring(0, 40), null, paid.openedAt(), receipt));
  }
}
