package id.sakelar.server.payment;

import static id.sakelar.server.payment.Samples.COST;
import static id.sakelar.server.payment.Samples.PRICE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Closing;
import id.sakelar.server.catalog.Fees;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.payment.Payments.Inquiring;
import id.sakelar.server.payment.Payments.Paying;
import id.sakelar.server.payment.Payments.Until;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Payments of dialects that pay by the number of an inquiry, and the terms that came with them:
/// cashback, daily closing, and billers with numbers of their own.
class InquiredPaymentsTest {
  private static final Rupiah MILLION = Rupiah.of(1_000_000);
  private static final Partner SRI = Samples.partner("warung-sri", Limits.NONE);
  private static final PaymentId ID = Samples.id("warung-sri", "INV-1");

  private final PaperBiller biller = new PaperBiller();
  private Counter counter;
  private Payments payments;

  @BeforeEach
  void open() throws SQLException {
    counter = new Counter(Counter.Kind.POSTGRES);
    counter.deposit(SRI.id(), MILLION);
    payments = counter.payments(biller);
  }

  @AfterEach
  void sumUp() throws SQLException {
    payments.close();
    counter.close();
  }

  private static Asked asked() {
    return new Asked(SRI, ID, "halo", "0811000111", null, null, false);
  }

  private static Payment known(Paying paying) {
    assertThat(paying).isInstanceOf(Paying.Known.class);
    return ((Paying.Known) paying).payment();
  }

  private void offer(Rupiah cashback, @Nullable Closing closing) {
    var halo = Counter.HALO;
    var fees = new Fees(halo.fees().admin(), halo.fees().commission(), null, cashback);
    counter
        .offers()
        .put(
            java.util.List.of(
                new Offer(
                    halo.product(),
                    halo.family(),
                    halo.name(),
                    halo.brand(),
                    null,
                    Map.of(),
                    halo.route(),
                    fees,
                    closing,
                    true)));
  }

  @Test
  void what_was_inquired_is_paid_as_it_was_inquired() {
    payments.inquire(asked());

    var paid = known(payments.payInquired(SRI, ID, Duration.ZERO));

    assertThat(paid.state()).isEqualTo(State.SUCCEEDED);
    assertThat(biller.questions()).hasSize(1);
    assertThat(known(payments.payInquired(SRI, ID, Duration.ZERO))).isEqualTo(paid);
    assertThat(biller.orders()).hasSize(1);
  }

  @Test
  void what_was_never_inquired_is_unknown_and_asks_nobody() {
    assertThat(payments.payInquired(SRI, ID, Duration.ZERO))
        .isEqualTo(new Paying.Refused(Reason.NOT_FOUND));
    assertThat(biller.questions()).isEmpty();
  }

  @Test
  void an_inquiry_of_yesterday_is_expired_and_its_payment_is_told_for_ever() throws SQLException {
    payments.inquire(asked());
    counter.clock().tick(Duration.ofDays(1));

    assertThat(payments.payInquired(SRI, ID, Duration.ZERO))
        .isEqualTo(new Paying.Refused(Reason.EXPIRED));
    assertThat(biller.orders()).isEmpty();
    assertThat(counter.balance(SRI)).isEqualTo(MILLION);

    payments.inquire(asked());
    var paid = known(payments.payInquired(SRI, ID, Duration.ZERO));
    counter.clock().tick(Duration.ofDays(400));
    assertThat(known(payments.payInquired(SRI, ID, Duration.ZERO))).isEqualTo(paid);
  }

  @Test
  void who_waits_for_the_opening_only_is_told_as_soon_as_the_money_is_held() throws SQLException {
    var latch = new CountDownLatch(1);
    biller.answers(() -> PaperBiller.after(latch, PaperBiller.YES));

    var opened = known(payments.pay(asked(), Until.OPENED, Duration.ZERO));

    assertThat(opened.state()).isEqualTo(State.SENDING);
    assertThat(counter.balance(SRI)).isEqualTo(MILLION.minus(PRICE));
    latch.countDown();
    assertThat(known(payments.pay(asked())).state()).isEqualTo(State.SUCCEEDED);
    assertThat(biller.orders()).hasSize(1);
  }

  @Test
  void who_waits_for_the_opening_only_is_still_told_a_certain_no() {
    var poor = Samples.partner("toko-ani", Limits.NONE);
    var id = Samples.id("toko-ani", "INV-1");
    counterDeposit(poor);

    var refused =
        payments.pay(
            new Asked(poor, id, "halo", "0811", null, null, false), Until.OPENED, Duration.ZERO);

    assertThat(refused).isEqualTo(new Paying.Refused(Reason.FUNDS));
  }

  private void counterDeposit(Partner partner) {
    try {
      counter.deposit(partner.id(), Rupiah.of(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As when the database stood still before anything was begun.
  @Test
  void who_has_waited_too_long_has_nothing_begun_in_its_name() throws SQLException {
    payments.inquire(asked());
    var minute = Duration.ofMinutes(1);

    var refused = new Paying.Refused(Reason.BILLER_UNREACHABLE);
    assertThat(payments.payInquired(SRI, ID, minute)).isEqualTo(refused);
    assertThat(payments.pay(asked(), Until.OPENED, minute)).isEqualTo(refused);
    assertThat(biller.orders()).isEmpty();
    assertThat(counter.balance(SRI)).isEqualTo(MILLION);

    counter.forgetRefusals();
    var paid = known(payments.payInquired(SRI, ID, Duration.ofSeconds(59)));
    assertThat(known(payments.pay(asked(), Until.ENDED, minute))).isEqualTo(paid);
  }

  @Test
  void a_cashback_comes_back_with_success_only() throws SQLException {
    offer(Rupiah.of(2_000), null);
    biller.answers(() -> new Evidence.Refused("02", Reason.BILLER_REFUSED));
    assertThat(known(payments.pay(asked())).state()).isEqualTo(State.FAILED);
    assertThat(counter.balance(SRI)).isEqualTo(MILLION);

    biller.answers(() -> PaperBiller.YES);
    var second = Samples.id("warung-sri", "INV-2");
    var paid = known(payments.pay(new Asked(SRI, second, "halo", "0811", null, null, false)));

    var left = MILLION.minus(PRICE).plus(Rupiah.of(2_000));
    assertThat(paid.quote().cashback()).isEqualTo(Rupiah.of(2_000));
    assertThat(paid.balance()).isEqualTo(left);
    assertThat(counter.balance(SRI)).isEqualTo(left);
    assertThat(counter.balance(HouseAccounts.SALES))
        .isEqualTo(PRICE.minus(COST).minus(Rupiah.of(2_000)));
  }

  @Test
  void a_bill_that_would_cost_nothing_is_not_sold() {
    offer(PRICE, null);

    assertThat(payments.inquire(asked())).isEqualTo(new Inquiring.Refused(Reason.AMOUNT_INVALID));
  }

  @Test
  void an_inquiry_for_another_number_of_months_is_another_inquiry() {
    assertThat(payments.inquire(months(1))).isInstanceOf(Inquiring.Quoted.class);

    assertThat(payments.inquire(months(1))).isInstanceOf(Inquiring.Quoted.class);
    assertThat(payments.inquire(asked())).isInstanceOf(Inquiring.Quoted.class);
    assertThat(payments.inquire(months(3))).isEqualTo(new Inquiring.Refused(Reason.REFERENCE_USED));
    assertThat(biller.questions()).hasSize(1);
  }

  private static Asked months(int months) {
    return new Asked(SRI, ID, "halo", "0811000111", null, null, months, false, false);
  }

  @Test
  void a_refund_takes_the_cashback_back() throws SQLException {
    offer(Rupiah.of(2_000), null);
    biller.says(_ -> new Evidence.Reversed("74"));
    var paid = known(payments.pay(asked()));

    assertThat(payments.ask(paid).state()).isEqualTo(State.REFUNDED);
    assertThat(counter.balance(SRI)).isEqualTo(MILLION);
  }

  @Test
  void a_product_in_its_daily_closing_is_neither_inquired_nor_paid() throws SQLException {
    payments.inquire(asked());
    // the clock stands at noon in Greenwich, which is 19:00 in Jakarta
    var now = LocalTime.ofInstant(counter.clock().instant(), References.JAKARTA);
    offer(Rupiah.ZERO, new Closing(now, now.plusHours(2)));
    var later = counter.payments(biller);

    assertThat(later.payInquired(SRI, ID, Duration.ZERO))
        .isEqualTo(new Paying.Refused(Reason.CUT_OFF));
    var other = new Asked(SRI, Samples.id("warung-sri", "INV-2"), "halo", "1", null, null, false);
    assertThat(later.inquire(other)).isEqualTo(new Inquiring.Refused(Reason.CUT_OFF));
    assertThat(biller.orders()).isEmpty();
    counter.clock().tick(Duration.ofHours(2));
    counter.forgetRefusals();
    assertThat(known(later.payInquired(SRI, ID, Duration.ZERO)).state()).isEqualTo(State.SUCCEEDED);
    later.close();
  }

  @Test
  void a_biller_is_paid_and_asked_under_its_own_number() {
    biller.bills(_ -> new Biller.Found.Billed(Samples.bill(), COST, "9732789"));
    biller.answers(() -> new Evidence.InProcess("03"));

    var pending = known(payments.pay(asked()));

    assertThat(biller.orders()).extracting(Biller.Order::number).containsExactly("9732789");
    assertThat(payments.ask(pending).state()).isEqualTo(State.SUCCEEDED);
    assertThat(biller.asked()).extracting(Biller.Order::number).containsExactly("9732789");
  }

  /// As a biller does that takes one order for the repetition of another.
  @Test
  void of_two_orders_that_a_biller_tells_as_one_payment_only_one_is_paid() throws SQLException {
    biller.answers(() -> new Evidence.Success("00", "SN1", COST, null, "700000000001"));
    var second = Samples.id("warung-sri", "INV-2");

    var paid = known(payments.pay(asked()));
    var other =
        known(payments.pay(new Asked(SRI, second, "halo", "0811000111", null, null, false)));

    assertThat(paid.state()).isEqualTo(State.SUCCEEDED);
    assertThat(other.state()).isEqualTo(State.UNKNOWN);
    assertThat(counter.balance(HouseAccounts.IN_FLIGHT)).isEqualTo(PRICE);
  }

  @Test
  void the_first_number_a_biller_gives_a_payment_stays_its_number() {
    biller.answers(() -> new Evidence.InProcess("03", "INV-AT-BILLER"));
    biller.says(_ -> new Evidence.InProcess("03", "ANOTHER"));

    var pending = known(payments.pay(asked()));
    var asked = payments.ask(pending);

    assertThat(biller.orders()).extracting(Biller.Order::number).containsOnlyNulls();
    assertThat(biller.asked()).extracting(Biller.Order::number).containsExactly("INV-AT-BILLER");
    assertThat(requireNonNull(asked.trail().number())).isEqualTo("INV-AT-BILLER");
    assertThat(counter.store().findPayment(ID)).contains(asked);
  }
}
