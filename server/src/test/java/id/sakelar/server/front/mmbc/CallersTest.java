package id.sakelar.server.front.mmbc;

import static id.sakelar.server.front.mmbc.Visitor.card;
import static id.sakelar.server.front.mmbc.Visitor.invoice;
import static id.sakelar.server.front.mmbc.Visitor.login;
import static id.sakelar.server.front.mmbc.Visitor.reason;
import static id.sakelar.server.front.mmbc.Visitor.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.partner.Partner;
import id.sakelar.wire.mmbc.ListEsamsat;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.Sentence;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who may ask, and what those are told who may not.
class CallersTest {
  private static final String CUSTOMER = "MHSAKELAR00000001,3201010101010001";
  private static final String JABAR = "SAMSAT_JABAR";
  private Premises premises;
  private Visitor visitor;

  @BeforeEach
  void moveIn() {
    premises = Visitor.open();
    visitor = new Visitor(premises);
  }

  @AfterEach
  void close() {
    premises.close();
  }

  private HttpResponse<String> list(Key key) throws Exception {
    return visitor.ask(Mmbc.LIST_ESAMSAT, new ListEsamsat(login(key)));
  }

  @Test
  void a_wrong_password_and_an_unknown_user_are_told_the_same() throws Exception {
    var wrong = list(Key.ONE.withKey("sandbox-api-kez"));
    var nobody = list(new Key("nobody", "nobody", "sandbox-api-key"));
    var nothing = visitor.post("/json/esamsat/list_esamsat", "username=&password=");
    var missing = visitor.post("/json/esamsat/list_esamsat", "amount=1");

    assertThat(wrong.body())
        .isEqualTo(
            """
            {"result":"no","reason":"Maaf, username atau password tidak sesuai."}""");
    assertThat(nobody.body()).isEqualTo(wrong.body());
    assertThat(nothing.body()).isEqualTo(wrong.body());
    assertThat(missing.body()).isEqualTo(wrong.body());
  }

  @Test
  void who_is_locked_out_is_told_the_same() throws Exception {
    var wrong = list(Key.ONE.withKey("wrong-0")).body();
    for (int i = 1; i < 6; i++) {
      list(Key.ONE.withKey("wrong-" + i));
    }

    assertThat(list(Key.ONE).body()).isEqualTo(wrong);
  }

  @Test
  void a_stranger_is_shown_what_he_said_himself_and_no_agent() throws Exception {
    var answer = visitor.inquireTax(Key.ONE.withKey("wrong"), JABAR, CUSTOMER);

    assertThat(answer.body())
        .isEqualTo(
            """
            {"result":"no","tanggal":"2026-11-20 12:00:00","product":"SAMSAT_JABAR",\
            "invoice":"","customer_number":"3201010101010001",\
            "structure_number":"MHSAKELAR00000001","kodeagen":"",\
            "reason":"Maaf, username atau password tidak sesuai."}""");
  }

  @Test
  void who_is_suspended_or_calls_from_elsewhere_may_not() throws Exception {
    for (Key key : new Key[] {Key.SUSPENDED, Key.DISTANT}) {
      assertThat(visitor.inquireCard(key, card("000000000001"), 50_000).body())
          .isEqualTo(
              """
              {"result":"no","reason":"Maaf, user %s tidak di izinkan untuk gunakan fitur\
               transfer bank. Silakan contact IT MMBC."}"""
                  .formatted(key.username()));
    }
    assertThat(premises.biller().questions(card("000000000001"))).isEmpty();
  }

  @Test
  void who_may_not_spend_so_much_is_refused() throws Exception {
    visitor.inquireCard(Key.CAUTIOUS, card("000000000001"), 50_000);

    assertThat(reason(visitor.transferTo(Key.CAUTIOUS, card("000000000001"), 50_000)))
        .isEqualTo(Sentence.AMOUNT_MOST.text());
  }

  @Test
  void who_asks_too_often_is_still_told_what_he_has_paid_to_a_card() throws Exception {
    var card = card("000000000002");
    visitor.inquireCard(Key.HASTY, card, 50_000);
    var paid = visitor.transferTo(Key.HASTY, card, 50_000);
    list(Key.HASTY);

    assertThat(reason(list(Key.HASTY))).isEqualTo(Sentence.LIMIT.text());
    assertThat(reason(visitor.inquireCard(Key.HASTY, card, 50_000)))
        .isEqualTo(Sentence.LIMIT.text());
    assertThat(reason(visitor.transferTo(Key.HASTY, card, 60_000)))
        .isEqualTo(Sentence.LIMIT.text());
    assertThat(visitor.transferTo(Key.HASTY, card, 50_000).body()).isEqualTo(paid.body());
    assertThat(status(visitor.cardStatus(Key.HASTY, invoice(paid)))).isEqualTo("CONFIRM");
    assertThat(reason(visitor.cardStatus(Key.HASTY, "999999999999")))
        .isEqualTo(Sentence.LIMIT.text());
  }

  @Test
  void who_asks_too_often_begins_nothing_and_loses_no_ticket() throws Exception {
    var card = card("000000000003");
    visitor.inquireCard(Key.HASTY, card, 50_000);
    list(Key.HASTY);
    list(Key.HASTY);

    assertThat(reason(visitor.transferTo(Key.HASTY, card, 50_000)))
        .isEqualTo(Sentence.LIMIT.text());
    assertThat(premises.biller().orders(card)).isEmpty();
  }

  @Test
  void a_second_payment_that_may_not_begin_is_not_told_as_the_first() throws Exception {
    var card = card("000000000004");
    visitor.inquireCard(Key.HASTY, card, 50_000);
    visitor.transferTo(Key.HASTY, card, 50_000);
    visitor.inquireCard(Key.HASTY, card, 50_000);

    assertThat(reason(visitor.transferTo(Key.HASTY, card, 50_000)))
        .isEqualTo(Sentence.LIMIT.text());
  }

  @Test
  void who_asks_too_often_is_still_told_which_tax_he_has_paid() throws Exception {
    var invoice = invoice(visitor.inquireTax(Key.HASTY, JABAR, CUSTOMER));
    var paid = visitor.payTax(Key.HASTY, invoice);
    var unpaid = invoice(visitor.inquireTax(Key.HASTY, JABAR, CUSTOMER));

    assertThat(visitor.payTax(Key.HASTY, invoice).body()).isEqualTo(paid.body());
    assertThat(visitor.taxStatus(Key.HASTY, invoice).body()).isEqualTo(paid.body());
    assertThat(visitor.taxStatus(Key.HASTY, unpaid).body())
        .isEqualTo(
            """
            {"result":"no","reason":"Terlalu banyak permintaan, coba beberapa saat lagi."}""");
    assertThat(visitor.payTax(Key.HASTY, unpaid).body())
        .isEqualTo(
            """
            {"result":"no","tanggal":"2026-11-20 12:00:00","product":"","invoice":"%s",\
            "customer_number":"","structure_number":"","kodeagen":"JKT-00000",\
            "reason":"Terlalu banyak permintaan, coba beberapa saat lagi."}"""
                .formatted(unpaid));
    assertThat(premises.biller().orders(CUSTOMER)).hasSize(1);
  }

  @Test
  void who_is_suspended_still_hears_of_what_was_paid() throws Exception {
    var invoice = invoice(visitor.inquireTax(Key.TWO, JABAR, CUSTOMER));
    var paid = visitor.payTax(Key.TWO, invoice);

    suspend(Key.TWO);
    // the clock of the premises stands still, and with it what is known of partners
    premises.setTime(premises.clock().instant().plus(Duration.ofSeconds(6)));
    await()
        .untilAsserted(
            () ->
                assertThat(reason(list(Key.TWO)))
                    .isEqualTo(Sentence.NOT_ALLOWED.about("other-username")));

    assertThat(visitor.payTax(Key.TWO, invoice).body()).isEqualTo(paid.body());
    assertThat(visitor.taxStatus(Key.TWO, invoice).body()).isEqualTo(paid.body());
  }

  private void suspend(Key key) {
    var it = premises.partnerStore().findPartner(key.partner()).orElseThrow();
    premises
        .partnerStore()
        .put(new Partner(it.id(), it.name(), false, it.addresses(), it.limits(), it.webhook()));
  }
}
