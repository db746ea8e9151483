package id.sakelar.server.front.iak;

import static id.sakelar.server.front.iak.Visitor.account;
import static id.sakelar.server.front.iak.Visitor.verdict;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Evidence;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Inquiry;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the dialect adds to the contract of fronts where bills are paid and asked after.
class PaymentTest {
  private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");

  private static Premises premises;
  private static Visitor visitor;

  @BeforeAll
  static void moveIn() {
    premises = Premises.open(Visitor::open);
    visitor = new Visitor(premises, Format.JSON);
  }

  @AfterEach
  void atNoon() {
    premises.setTime(NOON);
  }

  @AfterAll
  static void the_books_are_whole() throws Exception {
    assertThat(premises.audit()).isEmpty();
    premises.close();
  }

  @Test
  void a_bill_is_paid_on_the_day_of_its_inquiry_or_not_at_all() throws Exception {
    var customer = "530000000031";
    premises.setTime(Instant.parse("2026-11-20T16:59:59Z"));
    var number = visitor.inquired(Key.ONE, "day-1", customer);

    premises.setTime(Instant.parse("2026-11-20T17:00:00Z"));
    var answer = visitor.pay(Key.ONE, number);

    assertThat(answer.body())
        .isEqualTo(
            """
            {"data":{"response_code":"04",\
            "message":"Masa berlaku tagihan habis, lakukan inquiry ulang"},"meta":[]}""");
    assertThat(premises.biller().orders(customer)).isEmpty();
  }

  @Test
  void a_bill_is_not_paid_while_its_product_is_cut_off() throws Exception {
    var customer = "530000000032";
    premises.setTime(Instant.parse("2026-11-20T15:59:59Z"));
    var inquiry = Inquiry.by(account(Key.ONE), Shop.NIGHTLY, customer, "night-1");
    var number = Visitor.number(visitor.ask(inquiry));

    premises.setTime(Instant.parse("2026-11-20T16:00:00Z"));
    assertThat(verdict(visitor.pay(Key.ONE, number))).isEqualTo("200 109");

    assertThat(premises.biller().orders(customer)).isEmpty();
    assertThat(verdict(visitor.status(Key.ONE, "night-1"))).isEqualTo("200 42");
  }

  @Test
  void the_number_of_another_partner_is_no_number() throws Exception {
    var customer = "530000000033";
    var number = visitor.inquired(Key.ONE, "mine-1", customer);

    for (var format : Format.values()) {
      var two = new Visitor(premises, format);
      var theirs = two.pay(Key.TWO, number);

      assertThat(verdict(theirs)).isEqualTo("200 06");
      assertThat(theirs.body()).isEqualTo(two.pay(Key.TWO, 999_999_999_999L).body());
    }
    assertThat(premises.biller().orders(customer)).isEmpty();
    assertThat(verdict(visitor.pay(Key.ONE, number))).isEqualTo("200 00");
    assertThat(verdict(visitor.pay(Key.TWO, number))).isEqualTo("200 06");
  }

  @Test
  void who_may_not_spend_so_much_is_refused() throws Exception {
    var customer = "530000000034";
    var number = visitor.inquired(Key.CAUTIOUS, "cautious-1", customer);

    assertThat(verdict(visitor.pay(Key.CAUTIOUS, number))).isEqualTo("200 31");
    assertThat(premises.biller().orders(customer)).isEmpty();
  }

  @Test
  void a_payment_nobody_knows_the_end_of_is_told_whole() throws Exception {
    var customer = "530000000035";
    var spoken = new CountDownLatch(1);
    premises.biller().ends(customer, () -> after(spoken));
    var number = visitor.inquired(Key.TWO, "silent-1", customer);

    var paid = visitor.pay(Key.TWO, number);
    var status = visitor.status(Key.TWO, "silent-1");
    spoken.countDown();

    assertThat(paid.statusCode()).isEqualTo(200);
    assertThatJson(paid.body())
        .whenIgnoringPaths("data.desc")
        .isEqualTo(
            """
            {"data": {"tr_id": %d, "code": "PLNPOSTPAID", "hp": "530000000035",
              "tr_name": "Nama Pelanggan Pertama", "period": "201901", "nominal": 8500,
              "admin": 2500, "ref_id": "silent-1", "response_code": "39",
              "message": "PENDING / TRANSAKSI SEDANG DIPROSES", "price": 11000,
              "selling_price": 10400, "balance": 89600, "desc": {}}, "meta": []}
            """
                .formatted(number));
    assertThat(status.body())
        .isEqualTo(paid.body().replace("\"response_code\"", "\"status\":3,\"response_code\""));
  }

  private static Evidence after(CountDownLatch spoken) {
    try {
      spoken.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Evidence.Success("00", "SN-late", Rupiah.of(9_900), null);
  }

  @Test
  void who_asks_too_often_is_still_told_what_he_has_paid() throws Exception {
    var customer = "530000000036";
    var number = visitor.inquired(Key.HASTY, "hasty-1", customer);
    var first = visitor.pay(Key.HASTY, number);
    var unpaid = visitor.inquired(Key.HASTY, "hasty-2", customer);

    assertThat(verdict(visitor.inquire(Key.HASTY, "hasty-3", customer))).isEqualTo("200 33");
    assertThat(verdict(visitor.pay(Key.HASTY, unpaid))).isEqualTo("200 33");
    assertThat(verdict(visitor.pay(Key.HASTY, 999_999_999))).isEqualTo("200 33");
    assertThat(verdict(visitor.status(Key.HASTY, "hasty-2"))).isEqualTo("200 33");
    assertThat(visitor.pay(Key.HASTY, number).body())
        .isEqualTo(first.body())
        .contains("\"response_code\":\"00\"");
    assertThat(visitor.status(Key.HASTY, "hasty-1").body()).contains("\"status\":1");
  }

  @Test
  void who_is_suspended_still_hears_of_what_was_paid() throws Exception {
    var number = visitor.inquired(Key.ONE, "before", "530000000037");
    var paid = visitor.pay(Key.ONE, number);

    setActive(Key.ONE, false);
    await()
        .untilAsserted(
            () ->
                assertThat(verdict(visitor.inquire(Key.ONE, "after", "530000000038")))
                    .isEqualTo("200 118"));
    var told = visitor.pay(Key.ONE, number);
    setActive(Key.ONE, true);
    await()
        .untilAsserted(
            () ->
                assertThat(verdict(visitor.inquire(Key.ONE, "after", "530000000038")))
                    .isEqualTo("200 00"));

    assertThat(told.body()).isEqualTo(paid.body());
  }

  private static void setActive(Key key, boolean active) {
    var partner = premises.partnerStore().findPartner(key.partner()).orElseThrow();
    premises
        .partnerStore()
        .put(
            new Partner(
                partner.id(),
                partner.name(),
                active,
                partner.addresses(),
                partner.limits(),
                partner.webhook()));
  }

  @Test
  void a_balance_is_told_without_its_sen() throws Exception {
    premises.deposits().topUp(Key.POOR.partner(), "half", new Rupiah(50), new SecureRandom());
    visitor.inquire(Key.POOR, "sen-1", "530000000039");

    assertThat(visitor.status(Key.POOR, "sen-1").body()).contains("\"balance\":1000,");
  }
}
