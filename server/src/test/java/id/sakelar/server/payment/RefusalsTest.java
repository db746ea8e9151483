package id.sakelar.server.payment;

import static id.sakelar.server.payment.Samples.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.payment.Payments.Inquiring;
import id.sakelar.server.payment.Payments.Paying;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What is refused before money is held, and prices of one's own, on both stores.
@ParameterizedClass
@EnumSource(Counter.Kind.class)
class RefusalsTest {
  private final PaperBiller biller = new PaperBiller();
  private final Counter counter;

  RefusalsTest(Counter.Kind kind) throws SQLException {
    counter = new Counter(kind);
  }

  private Partner sri(Rupiah deposit, Limits limits) throws SQLException {
    counter.deposit("warung-sri", deposit);
    return Samples.partner("warung-sri", limits);
  }

  @AfterEach
  void sumUp() throws SQLException {
    counter.close();
  }

  private static Asked asked(Partner partner, int number) {
    var id = Samples.id(partner.id(), "INV-" + number);
    return new Asked(partner, id, "halo", "0811000111", null, null, false);
  }

  private static Paying refused(Reason reason) {
    return new Paying.Refused(reason);
  }

  @Test
  void what_the_deposit_does_not_cover_is_refused() throws SQLException {
    var sri = sri(PRICE.plus(PRICE).minus(new Rupiah(1)), Limits.NONE);
    var payments = counter.payments(biller);

    assertThat(payments.pay(asked(sri, 1))).isInstanceOf(Paying.Known.class);
    assertThat(payments.pay(asked(sri, 2))).isEqualTo(refused(Reason.FUNDS));

    assertThat(counter.balance(sri)).isEqualTo(PRICE.minus(new Rupiah(1)));
    assertThat(counter.store().findPayment(asked(sri, 2).id())).isEmpty();
    assertThat(biller.orders()).hasSize(1);
  }

  /// A biller that took a test in earnest would be paid by us, and nobody charged.
  @Test
  void a_test_is_refused_where_the_biller_takes_none() throws SQLException {
    var sri = sri(Rupiah.of(1_000_000), Limits.NONE);
    var upstream = new Upstream(Samples.UPSTREAM, biller, BillerProfile.standard(), false);
    var payments =
        new Payments(
            counter.store(),
            new Catalog(counter.offers()),
            Map.of(Samples.UPSTREAM, upstream),
            new References(new SecureRandom()),
            counter.clock(),
            new VirtualTasks(),
            Duration.ofMinutes(1));
    var real = asked(sri, 1);
    var test = new Asked(sri, real.id(), "halo", real.customer(), null, null, true);

    assertThat(payments.pay(test)).isEqualTo(refused(Reason.FORBIDDEN));
    assertThat(biller.orders()).isEmpty();
    assertThat(counter.store().findInquiry(test.id())).isEmpty();
  }

  @Test
  void a_payment_over_the_limit_for_one_is_refused() throws SQLException {
    var sri = sri(Rupiah.of(1_000_000), new Limits(null, PRICE.minus(new Rupiah(1)), null));
    var generous = Samples.partner(sri.id(), new Limits(null, PRICE, null));
    var payments = counter.payments(biller);

    assertThat(payments.pay(asked(sri, 1))).isEqualTo(refused(Reason.LIMIT));
    assertThat(biller.orders()).isEmpty();
    assertThat(payments.pay(asked(generous, 1))).isEqualTo(refused(Reason.LIMIT));
    counter.forgetRefusals();
    assertThat(payments.pay(asked(generous, 1))).isInstanceOf(Paying.Known.class);
  }

  @Test
  void the_limit_of_a_day_counts_what_was_not_given_back() throws SQLException {
    var sri = sri(Rupiah.of(1_000_000), new Limits(null, null, PRICE.times(2)));
    var payments = counter.payments(biller);
    biller.answers(() -> new Evidence.Refused("40", Reason.CUT_OFF));
    payments.pay(asked(sri, 1));
    biller.answers(() -> new Evidence.Ambiguous("silence"));
    payments.pay(asked(sri, 2));
    biller.answers(() -> PaperBiller.YES);
    payments.pay(asked(sri, 3));

    assertThat(payments.pay(asked(sri, 4))).isEqualTo(refused(Reason.LIMIT));
    counter.clock().tick(Duration.ofDays(1));
    counter.forgetRefusals();
    assertThat(payments.pay(asked(sri, 4))).isInstanceOf(Paying.Known.class);
  }

  /// Two server processes, ten payments at once, and money and limit for three of them.
  @Test
  void many_at_once_do_not_get_past_the_limit_of_a_day() throws SQLException, InterruptedException {
    var sri = sri(Rupiah.of(10_000_000), new Limits(null, null, PRICE.times(3)));

    var answers = tenAtOnce(sri);

    assertThat(answers).filteredOn(Paying.Known.class::isInstance).hasSize(3);
    assertThat(answers).filteredOn(refused(Reason.LIMIT)::equals).hasSize(7);
    assertThat(counter.balance(sri)).isEqualTo(Rupiah.of(10_000_000).minus(PRICE.times(3)));
  }

  @Test
  void many_at_once_do_not_overdraw_a_deposit() throws SQLException, InterruptedException {
    var sri = sri(PRICE.times(4), Limits.NONE);

    var answers = tenAtOnce(sri);

    assertThat(answers).filteredOn(Paying.Known.class::isInstance).hasSize(4);
    assertThat(answers).filteredOn(refused(Reason.FUNDS)::equals).hasSize(6);
    assertThat(counter.balance(sri)).isEqualTo(Rupiah.ZERO);
  }

  private List<Paying> tenAtOnce(Partner partner) throws InterruptedException {
    var servers = List.of(counter.payments(biller), counter.payments(biller));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Paying>> calls =
          IntStream.range(0, 10)
              .<Callable<Paying>>mapToObj(i -> () -> servers.get(i % 2).pay(asked(partner, i)))
              .toList();
      return threads.invokeAll(calls).stream().map(RefusalsTest::get).toList();
    }
  }

  private static Paying get(Future<Paying> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("a call broke off", e);
    }
  }

  @Test
  void a_product_closed_after_the_inquiry_is_not_paid() throws SQLException {
    var sri = sri(Rupiah.of(1_000_000), Limits.NONE);
    counter.payments(biller).inquire(asked(sri, 1));
    counter.offers().setOpen("halo", false);
    var payments = counter.payments(biller);

    assertThat(payments.pay(asked(sri, 1))).isEqualTo(refused(Reason.PRODUCT_CLOSED));
    assertThat(payments.inquire(asked(sri, 2)))
        .isEqualTo(new Inquiring.Refused(Reason.PRODUCT_CLOSED));
    assertThat(biller.questions()).hasSize(1);
    assertThat(biller.orders()).isEmpty();
    assertThat(counter.balance(sri)).isEqualTo(Rupiah.of(1_000_000));
  }

  @Test
  void a_product_nobody_offers_is_unknown() throws SQLException {
    var sri = sri(Rupiah.of(1_000_000), Limits.NONE);
    var asked = new Asked(sri, Samples.id("warung-sri", "INV-1"), "kereta", "1", null, null, false);

    assertThat(counter.payments(biller).pay(asked)).isEqualTo(refused(Reason.PRODUCT_UNKNOWN));
  }

  @Test
  void an_amount_that_is_not_the_bills_is_refused() throws SQLException {
    var sri = sri(Rupiah.of(1_000_000), Limits.NONE);
    var id = Samples.id("warung-sri", "INV-1");
    var asked = new Asked(sri, id, "halo", "0811000111", Rupiah.of(99_999), null, false);

    assertThat(counter.payments(biller).pay(asked)).isEqualTo(refused(Reason.AMOUNT_INVALID));
    assertThat(counter.store().findInquiry(id)).isEmpty();
  }

  @Test
  void a_partner_pays_its_own_price() throws SQLException {
    var sri = sri(Rupiah.of(1_000_000), Limits.NONE);
    counter.offers().putPrice("warung-sri", "halo", Rupiah.of(2_000), Rupiah.of(1_700), null);

    counter.payments(biller).pay(asked(sri, 1));

    assertThat(counter.balance(sri)).isEqualTo(Rupiah.of(1_000_000 - 100_300));
  }

  @Test
  void a_test_call_is_answered_and_touches_no_balance() throws SQLException {
    var sri = sri(Rupiah.of(5), new Limits(null, null, new Rupiah(1)));
    var id = new PaymentId("warung-sri", "digiswitch-test", "INV-1");
    var asked = new Asked(sri, id, "halo", "0811000111", null, null, true);
    biller.bills(_ -> PaperBiller.billed(Rupiah.of(50_000)));

    var paying = (Paying.Known) counter.payments(biller).pay(asked);

    assertThat(paying.payment().state()).isEqualTo(State.SUCCEEDED);
    assertThat(paying.payment().balance()).isEqualTo(Rupiah.of(100_000 - 51_500));
    assertThat(biller.orders().getFirst().test()).isTrue();
    assertThat(counter.balance(sri)).isEqualTo(Rupiah.of(5));
    assertThat(counter.balance(HouseAccounts.SALES)).isEqualTo(Rupiah.ZERO);
    assertThat(counter.store().findConfirmed(Samples.UPSTREAM, Family.MOBILE)).isEmpty();
  }

  @Test
  void a_test_call_and_a_real_one_are_never_the_same() throws SQLException {
    var sri = sri(Rupiah.of(1_000_000), Limits.NONE);
    var real = asked(sri, 1);
    var test = new Asked(sri, real.id(), "halo", "0811000111", null, null, true);
    var payments = counter.payments(biller);
    payments.inquire(test);

    assertThat(payments.pay(real)).isEqualTo(refused(Reason.REFERENCE_USED));
  }
}
