package id.sakelar.server.front.iak;

import static id.sakelar.server.front.iak.Visitor.account;
import static id.sakelar.server.front.iak.Visitor.number;
import static id.sakelar.server.front.iak.Visitor.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.front.PuppetBiller;
import id.sakelar.server.payment.Bill;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Inquiry;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the dialect adds to the contract of fronts where bills are asked for.
class InquiryTest {
  private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");
  private static final Instant LAST_SECOND = Instant.parse("2026-11-20T16:59:59Z");
  private static final Instant NEXT_DAY = Instant.parse("2026-11-20T17:00:00Z");

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
  void the_same_inquiry_on_the_same_day_is_answered_the_same_paid_or_not() throws Exception {
    var customer = "530000000021";
    var first = visitor.inquire(Key.ONE, "same-1", customer);

    assertThat(visitor.inquire(Key.ONE, "same-1", customer).body()).isEqualTo(first.body());
    assertThat(verdict(visitor.pay(Key.ONE, number(first)))).isEqualTo("200 00");
    assertThat(visitor.inquire(Key.ONE, "same-1", customer).body()).isEqualTo(first.body());

    assertThat(premises.biller().questions(customer)).hasSize(1);
  }

  @Test
  void an_unpaid_bill_is_asked_for_anew_on_the_next_day() throws Exception {
    var customer = "530000000022";
    premises.setTime(LAST_SECOND);
    var first = visitor.inquired(Key.ONE, "next-1", customer);

    premises.setTime(NEXT_DAY);
    assertThat(visitor.inquired(Key.ONE, "next-1", customer)).isEqualTo(first);
    assertThat(verdict(visitor.pay(Key.ONE, first))).isEqualTo("200 00");

    assertThat(premises.biller().questions(customer)).hasSize(2);
  }

  @Test
  void the_reference_of_a_bill_that_was_paid_on_another_day_is_used_up() throws Exception {
    var customer = "530000000023";
    premises.setTime(LAST_SECOND);
    var paid = visitor.inquired(Key.ONE, "used-1", customer);
    assertThat(verdict(visitor.pay(Key.ONE, paid))).isEqualTo("200 00");

    premises.setTime(NEXT_DAY);
    assertThat(verdict(visitor.inquire(Key.ONE, "used-1", customer))).isEqualTo("200 11");
    assertThat(verdict(visitor.pay(Key.ONE, paid))).isEqualTo("200 00");

    assertThat(premises.biller().orders(customer)).hasSize(1);
  }

  @Test
  void a_reference_is_one_in_both_formats() throws Exception {
    var xml = new Visitor(premises, Format.XML);

    assertThat(xml.inquired(Key.ONE, "both-1", "530000000024"))
        .isEqualTo(visitor.inquired(Key.ONE, "both-1", "530000000024"));
    assertThat(verdict(xml.inquire(Key.ONE, "both-1", "530000000025"))).isEqualTo("200 11");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOSUCH", Shop.CARD, Shop.TRANSFER, "pln", "our-plnpostpaid"})
  void what_the_dialect_has_no_code_or_no_fields_for_is_no_product(String code) throws Exception {
    assertThat(verdict(ask(code, "product-" + code))).isEqualTo("200 20");
    assertThat(premises.biller().questions("530000000026"))
        .noneMatch(question -> question.product().equals(Shop.product(code)));
  }

  @Test
  void a_product_that_is_closed_is_off() throws Exception {
    assertThat(verdict(ask(Shop.CLOSED, "closed-1"))).isEqualTo("200 106");
  }

  @Test
  void a_product_is_cut_off_every_night() throws Exception {
    premises.setTime(Instant.parse("2026-11-20T15:59:59Z"));
    assertThat(verdict(ask(Shop.NIGHTLY, "night-1"))).isEqualTo("200 00");

    premises.setTime(Instant.parse("2026-11-20T16:00:00Z"));
    assertThat(verdict(ask(Shop.NIGHTLY, "night-2"))).isEqualTo("200 109");

    premises.setTime(Instant.parse("2026-11-20T18:00:00Z"));
    assertThat(verdict(ask(Shop.NIGHTLY, "night-3"))).isEqualTo("200 00");
  }

  private static HttpResponse<String> ask(String code, String reference) throws Exception {
    return visitor.ask(Inquiry.by(account(Key.ONE), code, "530000000026", reference));
  }

  @Test
  void a_vehicle_is_known_by_two_numbers_and_told_by_the_first() throws Exception {
    var vehicle = "9658548523568701,0212502110170100";
    premises.biller().owes(vehicle, () -> PuppetBiller.found(PuppetBiller.vehicleTax()));
    var inquiry =
        Inquiry.by(account(Key.ONE), "ESAMSAT.JABAR", "9658548523568701", "vehicle-1")
            .withNomorIdentitas("0212502110170100");

    assertThat(visitor.ask(inquiry).body())
        .contains("\"response_code\":\"00\"", "\"hp\":\"9658548523568701\"");
    assertThat(premises.biller().questions(vehicle)).hasSize(1);
  }

  @Test
  void a_vehicle_without_its_owner_is_no_question() throws Exception {
    var inquiry = Inquiry.by(account(Key.ONE), "ESAMSAT.JABAR", "9658548523568702", "vehicle-2");

    assertThat(verdict(visitor.ask(inquiry))).isEqualTo("400 107");
  }

  @Test
  void months_years_and_amounts_come_as_far_as_the_biller() throws Exception {
    var biller = premises.biller();
    biller.owes("8801", () -> PuppetBiller.found(GoldenBills.of("BPJS", "8801")));
    biller.owes("3298", () -> PuppetBiller.found(GoldenBills.of("PBBKOT.CIMAHI", "3298")));
    biller.owes("0821", () -> PuppetBiller.found(GoldenBills.of("SHOPEEPAY", "0821")));

    visitor.ask(Inquiry.by(account(Key.ONE), "BPJS", "8801", "more-1").withMonth(2));
    visitor.ask(Inquiry.by(account(Key.ONE), "PBBKOT.CIMAHI", "3298", "more-2").withYear(2019));
    visitor.ask(
        Inquiry.by(account(Key.ONE), "SHOPEEPAY", "0821", "more-3").withAmount(Rupiah.of(100_000)));

    assertThat(biller.questions("8801").getFirst().months()).isEqualTo(2);
    assertThat(biller.questions("3298").getFirst().year()).isEqualTo("2019");
    assertThat(biller.questions("0821").getFirst().amount()).isEqualTo(Rupiah.of(100_000));
  }

  @Test
  void a_bill_over_another_amount_than_the_customer_chose_is_none() throws Exception {
    var inquiry = Inquiry.by(account(Key.ONE), "SHOPEEPAY", "0822", "amount-1");
    premises
        .biller()
        .owes("0822", () -> PuppetBiller.found(new Bill.EmoneyTopup("A", 1, Rupiah.of(10_000))));

    assertThat(verdict(visitor.ask(inquiry.withAmount(Rupiah.of(11_000))))).isEqualTo("200 93");
    assertThat(verdict(visitor.ask(inquiry.withAmount(Rupiah.of(10_000))))).isEqualTo("200 00");
  }
}
