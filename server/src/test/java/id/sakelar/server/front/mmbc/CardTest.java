package id.sakelar.server.front.mmbc;

import static id.sakelar.server.front.mmbc.Visitor.SAMPLE;
import static id.sakelar.server.front.mmbc.Visitor.card;
import static id.sakelar.server.front.mmbc.Visitor.field;
import static id.sakelar.server.front.mmbc.Visitor.invoice;
import static id.sakelar.server.front.mmbc.Visitor.login;
import static id.sakelar.server.front.mmbc.Visitor.reason;
import static id.sakelar.server.front.mmbc.Visitor.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.front.PuppetBiller;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Biller.Found;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.StatusTransfer;
import id.sakelar.wire.mmbc.TransferAcc;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What partners are told of cards.
class CardTest {
  private static final String PATH = "/json/kartukredit/";
  private static Premises premises;
  private static Visitor visitor;

  @BeforeAll
  static void moveIn() {
    premises = Visitor.open();
    premises.sell(Visitor.bank("9", "BNI", false));
    visitor = new Visitor(premises);
  }

  @AfterAll
  static void the_books_are_whole() throws Exception {
    assertThat(premises.audit()).isEmpty();
    premises.close();
  }

  @Test
  void anybody_may_know_whose_cards_can_be_paid() throws Exception {
    var answer = visitor.send(visitor.to(PATH + "listcc").GET().build());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            """
            [{"cc_name":"KARTU KREDIT MANDIRI","cc_code":"8","cc_status":"Ready"},\
            {"cc_name":"KARTU KREDIT BCA","cc_code":"14","cc_status":"Ready"},\
            {"cc_name":"KARTU KREDIT BRI","cc_code":"2","cc_status":"Ready"},\
            {"cc_name":"KARTU KREDIT BNI","cc_code":"9","cc_status":"Close"}]""");
  }

  @Test
  void a_payment_is_told_as_printed() throws Exception {
    premises.setTime(Instant.parse("2019-12-31T18:00:00Z"));
    premises.biller().owes(SAMPLE, () -> PuppetBiller.found(printed()));
    premises.biller().ends(SAMPLE, () -> afterSeconds("2019-12-31T18:00:25.999Z"));

    var inquiry = visitor.inquireCard(Key.ONE, SAMPLE, 100_000);
    var paid = visitor.transferTo(Key.ONE, SAMPLE, 100_000);
    var status = visitor.cardStatus(Key.ONE, invoice(paid));

    assertThat(inquiry.body())
        .isEqualTo(
            """
            {"result":"ok","cc_bank":"Bank Mandiri","cc_bankcode":"8","cc_name":"PUNYA ABANG",\
            "cc_accountnumber":"4137777777777777","amount":"100000","debet":"103000"}""");
    assertThat(paid.body()).isEqualTo(receipt("\"duration\":\"25 sec\",", invoice(paid)));
    assertThat(status.body()).isEqualTo(receipt("", invoice(paid)));
  }

  private static Bill printed() {
    return new Bill.CreditCard("PUNYA ABANG", 1, Rupiah.of(100_000), "Bank Mandiri");
  }

  private static Evidence afterSeconds(String end) {
    premises.setTime(Instant.parse(end));
    return new Evidence.Success("00", "953231139122062", Rupiah.of(100_000), null);
  }

  private static String receipt(String duration, String invoice) {
    return """
    {"result":"ok",%s"date":"2020-01-01 01:00:00","invoice":"%s","cc_bank":"Bank Mandiri",\
    "cc_bankcode":"8","cc_name":"PUNYA ABANG","cc_accountnumber":"4137777777777777",\
    "amount":"100000","reference":"953231139122062","debet":"103000","status":"CONFIRM"}"""
        .formatted(duration, invoice);
  }

  @Test
  void who_asks_for_no_reference_is_answered_at_once_and_told_the_end_later() throws Exception {
    var card = card("000000000101");
    var spoken = new CountDownLatch(1);
    premises.biller().ends(card, () -> after(spoken));
    visitor.inquireCard(Key.ONE, card, 50_000);

    var direct = visitor.ask(Mmbc.TRANSFER_ACC, direct(card));
    assertThat(status(direct)).isEqualTo("PENDING");
    assertThat(direct.body()).contains("\"reference\":\"\"", "\"duration\":\"1 sec\"");

    spoken.countDown();
    await()
        .untilAsserted(
            () ->
                assertThat(status(visitor.cardStatus(Key.ONE, invoice(direct))))
                    .isEqualTo("CONFIRM"));
    var again = visitor.ask(Mmbc.TRANSFER_ACC, direct(card));
    assertThat(status(again)).isEqualTo("CONFIRM");
    assertThat(field(again, "reference")).isEqualTo("SN-late");
    assertThat(invoice(again)).isEqualTo(invoice(direct));
  }

  private static TransferAcc direct(String card) {
    return new TransferAcc(
        login(Key.ONE), "8", card, Rupiah.of(50_000), true, Optional.empty(), false);
  }

  private static Evidence after(CountDownLatch spoken) {
    try {
      spoken.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Evidence.Success("00", "SN-late", Rupiah.of(50_000), null);
  }

  @Test
  void a_note_for_the_customer_comes_where_it_is_asked_for() throws Exception {
    var card = card("000000000102");
    visitor.inquireCard(Key.ONE, card, 50_000);
    var plain = visitor.transferTo(Key.ONE, card, 50_000);
    var noted = visitor.ask(Mmbc.TRANSFER_ACC, noted(card));
    var status =
        visitor.ask(Mmbc.STATUS_TRANSFER, new StatusTransfer(login(Key.ONE), invoice(plain), true));

    var note =
        """
        ,"note":"Bank membukukan pembayaran paling lambat tiga hari kerja; bayarlah tiga hari\
         sebelum jatuh tempo."}""";
    assertThat(noted.body()).isEqualTo(plain.body().replace("}", note));
    assertThat(status.body()).endsWith(note);
    assertThat(plain.body()).doesNotContain("note");
  }

  private static TransferAcc noted(String card) {
    return new TransferAcc(
        login(Key.ONE), "8", card, Rupiah.of(50_000), false, Optional.empty(), true);
  }

  @Test
  void nothing_is_noted_of_what_was_not_paid() throws Exception {
    var card = card("000000000103");
    premises.biller().ends(card, () -> new Evidence.Refused("02", Reason.ALREADY_PAID));
    visitor.inquireCard(Key.ONE, card, 50_000);
    var refund = visitor.ask(Mmbc.TRANSFER_ACC, noted(card));

    assertThat(status(refund)).isEqualTo("REFUND");
    assertThat(refund.body()).contains("\"reference\":\"\"").doesNotContain("note");
  }

  @Test
  void a_stolen_invoice_looks_like_none() throws Exception {
    var card = card("000000000104");
    visitor.inquireCard(Key.ONE, card, 50_000);
    var invoice = invoice(visitor.transferTo(Key.ONE, card, 50_000));

    var stolen = visitor.cardStatus(Key.TWO, invoice);

    assertThat(stolen.body()).isEqualTo(visitor.cardStatus(Key.TWO, "999999999999").body());
    assertThat(stolen.body())
        .isEqualTo("{\"result\":\"no\",\"reason\":\"Maaf, invoice tidak ditemukan.\"}");
  }

  @Test
  void a_card_the_bank_does_not_know_leaves_nothing_to_pay() throws Exception {
    var card = card("000000000105");
    premises.biller().owes(card, () -> new Found.NoBill(Reason.NUMBER_WRONG));

    assertThat(reason(visitor.inquireCard(Key.ONE, card, 50_000)))
        .isEqualTo("Maaf, kartu kredit tidak ditemukan di bank penerbit.");
    assertThat(reason(visitor.transferTo(Key.ONE, card, 50_000)))
        .isEqualTo("Maaf, silakan lakukan inquiry baru sebelum membayar.");
  }

  @Test
  void a_bank_that_is_closed_is_not_asked() throws Exception {
    var card = card("000000000106");
    var form = "username=your-username&password=sandbox-api-key&cc_code=9&amount=50000";

    var answer = visitor.post(PATH + "inquiry_acc", form + "&cc_accountnumber=" + card);

    assertThat(reason(answer)).isEqualTo("Maaf, layanan ini sedang ditutup.");
    assertThat(premises.biller().questions(card)).isEmpty();
  }

  @Test
  void a_code_of_vehicle_tax_is_no_banks() throws Exception {
    premises.sell(Visitor.region("77", 0, true));

    await()
        .untilAsserted(
            () ->
                assertThat(visitor.inquireTax(Key.TWO, "77", "MH123,320111111111111").body())
                    .contains("\"result\":\"ok\""));
    var form = "username=other-username&password=other-api-key&cc_code=77&amount=50000";
    assertThat(reason(visitor.post(PATH + "inquiry_acc", form + "&cc_accountnumber=" + SAMPLE)))
        .isEqualTo("Maaf, kode bank tidak dikenal.");
  }

  @Test
  void a_name_that_would_break_out_of_the_answer_stays_in_it() throws Exception {
    var card = card("000000000107");
    var name = "\"}<script>\n";
    premises
        .biller()
        .owes(
            card,
            () -> PuppetBiller.found(new Bill.CreditCard(name, 1, Rupiah.of(50_000), "Bank")));

    var answer = visitor.inquireCard(Key.ONE, card, 50_000);

    assertThat(answer.body()).contains("\"cc_name\":\"\\\"}<script>\\n\",\"cc_accountnumber\"");
  }

  @Test
  void who_tries_many_cards_is_stopped() throws Exception {
    try (var strict = Visitor.open(2)) {
      var tester = new Visitor(strict);
      tester.inquireCard(Key.ONE, card("000000000111"), 50_000);
      tester.inquireCard(Key.ONE, card("000000000112"), 50_000);
      var third = tester.inquireCard(Key.ONE, card("000000000113"), 50_000);

      assertThat(third.body())
          .isEqualTo(
              """
              {"result":"no","reason":"Terlalu banyak permintaan, coba beberapa saat lagi."}""");
      assertThat(strict.biller().questions(card("000000000113"))).isEmpty();
      assertThat(status(tester.transferTo(Key.ONE, card("000000000111"), 50_000)))
          .isEqualTo("CONFIRM");
      assertThat(field(tester.inquireCard(Key.TWO, card("000000000113"), 50_000), "result"))
          .isEqualTo("ok");
    }
  }
}
