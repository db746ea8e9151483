package id.sakelar.server.front.digiswitch;

import static id.sakelar.server.front.digiswitch.Visitor.about;
import static id.sakelar.server.front.digiswitch.Visitor.account;
import static id.sakelar.server.front.digiswitch.Visitor.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.front.PuppetBiller;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Bill;
import id.sakelar.wire.digiswitch.Command;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Transaction;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the dialect adds to the contract of fronts: tests, numbers as they are written, limits.
class TransactionTest {
  private static Premises premises;
  private static Visitor visitor;

  @BeforeAll
  static void moveIn() {
    premises = Premises.open(Visitor::open);
    visitor = new Visitor(premises, Spelling.DIGISWITCH);
  }

  @AfterAll
  static void the_books_are_whole() throws Exception {
    assertThat(premises.audit()).isEmpty();
    premises.close();
  }

  @Test
  void a_test_call_moves_nothing_and_is_no_receipt() throws Exception {
    var customer = "530000000021";
    var before = premises.deposit(Key.ONE);
    var test = about(Key.ONE, Command.PAYMENT, "test-1", customer).inTest();

    var answer = visitor.say(test);

    assertThat(answer.body())
        .contains("\"rc\":\"00\"", "\"sn\":\"TEST-SN-1\"", "\"balance\":90000");
    assertThat(premises.deposit(Key.ONE)).isEqualTo(before);
    assertThat(premises.biller().orders(customer).getFirst().test()).isTrue();
  }

  @Test
  void a_test_and_a_payment_may_have_the_same_reference() throws Exception {
    var customer = "530000000022";
    var pay = about(Key.ONE, Command.PAYMENT, "test-2", customer);
    var status = about(Key.ONE, Command.STATUS, "test-2", customer);

    visitor.say(pay.inTest());
    assertThat(visitor.say(status).body()).contains("\"sn\":\"TEST-SN-1\"");
    visitor.say(pay);

    assertThat(visitor.say(status).body()).contains("\"sn\":\"SN-1\"");
    assertThat(visitor.say(status.inTest()).body()).contains("\"sn\":\"TEST-SN-1\"");
    assertThat(premises.biller().orders(customer)).hasSize(2);
  }

  @Test
  void a_test_inquiry_shows_the_deposit_of_tests() throws Exception {
    var inquiry = about(Key.POOR, Command.INQUIRY, "test-3", "530000000023").inTest();

    assertThat(visitor.say(inquiry).body()).contains("\"balance\":100000");
  }

  @Test
  void blanks_behind_the_comma_are_repeated_and_not_sent() throws Exception {
    var spaced =
        Transaction.by(
            account(Key.ONE), Command.PAYMENT, "samsat", "9658548523568703, 0212", "spaced-1");
    var tight =
        Transaction.by(
            account(Key.ONE), Command.STATUS, "samsat", "9658548523568703,0212", "spaced-1");

    assertThat(visitor.say(spaced).body())
        .contains("\"rc\":\"00\"", "\"customer_no\":\"9658548523568703, 0212\"");
    assertThat(verdict(visitor.say(tight))).isEqualTo("200 00");
    assertThat(premises.biller().orders("9658548523568703,0212")).hasSize(1);
  }

  @Test
  void the_product_codes_of_digiflazz_mean_ours_and_are_repeated() throws Exception {
    var digiflazz = new Visitor(premises, Spelling.DIGIFLAZZ);
    var asked = Transaction.by(account(Key.ONE), Command.INQUIRY, "cimahi", "32980109", "cimahi-1");

    assertThat(digiflazz.say(asked).body()).contains("\"buyer_sku_code\":\"cimahi\"");
    assertThat(premises.biller().questions("32980109").getFirst().product()).isEqualTo("pbb");
  }

  @Test
  void a_reference_is_one_in_both_spellings() throws Exception {
    var customer = "530000000024";
    var pay = about(Key.ONE, Command.PAYMENT, "both-1", customer);

    visitor.say(pay);
    var other = new Visitor(premises, Spelling.DIGIFLAZZ).say(pay);

    assertThat(verdict(other)).isEqualTo("200 00");
    assertThat(premises.biller().orders(customer)).hasSize(1);
  }

  @Test
  void a_payment_of_another_customer_is_neither_told_nor_denied() throws Exception {
    visitor.say(about(Key.ONE, Command.PAYMENT, "another-1", "530000000020"));

    var status = visitor.say(about(Key.ONE, Command.STATUS, "another-1", "530000000019"));

    assertThat(verdict(status)).isEqualTo("400 49");
  }

  @Test
  void nothing_is_sold_in_advance() throws Exception {
    var topUp =
        Transaction.by(account(Key.ONE), Command.TOP_UP, "xld10", "087800001230", "topup-1");

    assertThat(verdict(visitor.say(topUp))).isEqualTo("400 43");
  }

  @Test
  void a_wallet_takes_whole_thousands_and_nobody_is_asked_for_others() throws Exception {
    var wallet = "082100000001";
    var inquiry = Transaction.by(account(Key.ONE), Command.INQUIRY, "emoney", wallet, "emoney-1");

    assertThat(verdict(visitor.say(inquiry.withAmount(Rupiah.of(10_500))))).isEqualTo("400 87");
    assertThat(premises.biller().questions(wallet)).isEmpty();

    premises
        .biller()
        .owes(wallet, () -> PuppetBiller.found(new Bill.EmoneyTopup("A", 1, Rupiah.of(11_000))));
    assertThat(verdict(visitor.say(inquiry.withAmount(Rupiah.of(11_000))))).isEqualTo("200 00");
  }

  @Test
  void an_amount_of_zero_asks_for_nothing() throws Exception {
    var inquiry = about(Key.ONE, Command.INQUIRY, "zero-1", "530000000025");

    assertThat(verdict(visitor.say(inquiry.withAmount(Rupiah.ZERO)))).isEqualTo("200 00");
    assertThat(premises.biller().questions("530000000025").getFirst().amount()).isNull();
  }

  @Test
  void who_asks_too_often_is_still_told_what_he_has_paid() throws Exception {
    var customer = "530000000026";
    var pay = about(Key.HASTY, Command.PAYMENT, "hasty-1", customer);
    var first = visitor.say(pay);
    for (int i = 2; i <= 3; i++) {
      visitor.say(about(Key.HASTY, Command.INQUIRY, "hasty-" + i, customer));
    }

    var inquiry = about(Key.HASTY, Command.INQUIRY, "hasty-4", customer);
    var fresh = about(Key.HASTY, Command.PAYMENT, "hasty-4", customer);
    var status = about(Key.HASTY, Command.STATUS, "hasty-1", customer);

    assertThat(verdict(visitor.say(inquiry))).isEqualTo("200 85");
    assertThat(verdict(visitor.say(fresh))).isEqualTo("200 85");
    assertThat(visitor.say(pay).body()).isEqualTo(first.body()).contains("\"rc\":\"00\"");
    assertThat(visitor.say(status).body()).isEqualTo(first.body());
  }

  @Test
  void who_calls_from_elsewhere_is_told_from_where() throws Exception {
    var answer = visitor.say(about(Key.DISTANT, Command.INQUIRY, "distant-1", "530000000001"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"data":{"ref_id":"distant-1","customer_no":"530000000001","code":"pln",\
            "message":"IP Anda tidak dikenali: 127.0.0.1","status":"Gagal","sn":"","rc":"45"}}""");
  }

  @Test
  void who_is_suspended_may_do_nothing() throws Exception {
    var inquiry = about(Key.SUSPENDED, Command.INQUIRY, "suspended-1", "530000000001");

    assertThat(verdict(visitor.say(inquiry))).isEqualTo("400 88");
  }

  @Test
  void who_is_suspended_still_hears_of_what_was_paid() throws Exception {
    var paid = about(Key.TWO, Command.PAYMENT, "before-suspension", "530000000031");
    var fresh = about(Key.TWO, Command.INQUIRY, "after-suspension", "530000000032");
    visitor.say(paid);

    setActive(Key.TWO, false);
    await().untilAsserted(() -> assertThat(verdict(visitor.say(fresh))).isEqualTo("400 88"));
    var told = verdict(visitor.say(paid));
    setActive(Key.TWO, true);
    await().untilAsserted(() -> assertThat(verdict(visitor.say(fresh))).isEqualTo("200 00"));

    assertThat(told).isEqualTo("200 00");
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
  void who_may_not_spend_so_much_is_refused() throws Exception {
    var customer = "530000000027";
    var pay = about(Key.CAUTIOUS, Command.PAYMENT, "cautious-1", customer);

    assertThat(verdict(visitor.say(pay))).isEqualTo("400 88");
    assertThat(premises.biller().orders(customer)).isEmpty();
  }

  @Test
  void a_bill_of_yesterday_is_asked_for_again_before_it_is_paid() throws Exception {
    var customer = "530000000028";
    premises.setTime(Instant.parse("2026-11-20T16:59:59Z"));
    visitor.say(about(Key.ONE, Command.INQUIRY, "midnight-1", customer));

    premises.setTime(Instant.parse("2026-11-20T17:00:00Z"));
    var paid = visitor.say(about(Key.ONE, Command.PAYMENT, "midnight-1", customer));

    assertThat(verdict(paid)).isEqualTo("200 00");
    assertThat(premises.biller().questions(customer)).hasSize(2);
  }

  @Test
  void a_balance_is_told_without_its_sen() throws Exception {
    var chance = new SecureRandom();
    premises.deposits().topUp(Key.TWO.partner(), "half", new Rupiah(50), chance);

    var inquiry = visitor.say(about(Key.TWO, Command.INQUIRY, "sen-1", "530000000029"));

    assertThat(inquiry.body()).contains("\"balance\":100000,");
  }
}
