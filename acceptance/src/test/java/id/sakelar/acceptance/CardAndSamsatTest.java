package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Credit cards and vehicle taxes: however often and however many at once ask for a payment, it is
/// made once, and its invoice belongs to one partner.
class CardAndSamsatTest {
  private static final int FIFTY = 50;
  private static final String ONE = "username=dummy&password=dummy123";
  private static final String OTHER = "username=dummy2&password=dummy456";

  private static final String INQUIRE_CARD = "/json/kartukredit/inquiry_acc";
  private static final String TRANSFER = "/json/kartukredit/transfer_acc";
  private static final String STATUS_CARD = "/json/kartukredit/status_transfer";
  private static final String INQUIRE_TAX = "/json/esamsat/inquiry_esamsat";
  private static final String PAY_TAX = "/json/esamsat/pay_esamsat";
  private static final String STATUS_TAX = "/json/esamsat/status_invoice";

  private static LiveSandbox sandbox;

  @BeforeAll
  static void start() throws Exception {
    sandbox = LiveSandbox.startFresh();
  }

  @AfterEach
  void assertWhole() throws Exception {
    sandbox.assertWhole();
  }

  @AfterAll
  static void stop() throws Exception {
    sandbox.close();
  }

  private static String card(String number, long amount) {
    return ONE + "&cc_code=8&cc_accountnumber=" + number + "&amount=" + amount;
  }

  private static JsonNode inquireTax(String chassis) throws IOException {
    return sandbox.form(
        INQUIRE_TAX,
        ONE + "&product=SAMSAT_JABAR&customer_number=3201111111111119&structure_number=" + chassis);
  }

  private static long deposit(String partner) {
    return sandbox.number(
        "SELECT sum(sen) / 100 FROM balance WHERE account = 'deposit:" + partner + "'");
  }

  @Test
  void fifty_card_payments_at_once_after_one_inquiry_are_one() throws Exception {
    var asked = card("4111111111111111", 100_000);
    assertThat(sandbox.form(INQUIRE_CARD, asked).get("result").asString()).isEqualTo("ok");
    long taken = sandbox.taken("mmbc");
    long before = deposit("dummy");

    var answers = Crowd.atOnce(FIFTY, () -> sandbox.form(TRANSFER, asked).toString());

    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(answers.getFirst()).contains("\"result\":\"ok\"", "\"status\":\"CONFIRM\"");
    assertThat(deposit("dummy")).isEqualTo(before - 103_000);
    assertThat(sandbox.book("mmbc", taken)).hasSize(1);
    assertThat(sandbox.form(TRANSFER, asked).toString()).isEqualTo(answers.getFirst());
  }

  @Test
  void a_card_is_paid_once_for_each_inquiry_and_never_without() throws Exception {
    var asked = card("5555555555554444", 75_000);
    long before = deposit("dummy");

    assertThat(sandbox.form(TRANSFER, asked).get("result").asString()).isEqualTo("no");
    sandbox.form(INQUIRE_CARD, asked);
    sandbox.form(INQUIRE_CARD, asked);
    var first = sandbox.form(TRANSFER, asked).get("invoice").asString();
    var again = sandbox.form(TRANSFER, asked).get("invoice").asString();
    sandbox.form(INQUIRE_CARD, asked);
    var second = sandbox.form(TRANSFER, asked).get("invoice").asString();

    assertThat(again).isEqualTo(first);
    assertThat(second).isNotEqualTo(first);
    assertThat(deposit("dummy")).isEqualTo(before - 2 * 78_000);
  }

  @Test
  void fifty_tax_payments_at_once_are_one_and_the_cashback_comes_once() throws Exception {
    var bill = inquireTax("MHTESTFIFTY000001");
    long total = bill.get("total").asLong();
    long taken = sandbox.taken("mmbc");
    long before = deposit("dummy");
    var asked = ONE + "&invoice=" + bill.get("invoice").asString();

    var answers = Crowd.atOnce(FIFTY, () -> sandbox.form(PAY_TAX, asked).toString());

    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(answers.getFirst()).contains("\"result\":\"ok\"", "\"status\":\"CONFIRM\"");
    assertThat(deposit("dummy")).isEqualTo(before - total + 2_000);
    assertThat(sandbox.book("mmbc", taken)).hasSize(1);
  }

  @Test
  void an_invoice_of_another_partner_looks_like_one_nobody_has() throws Exception {
    var tax = inquireTax("MHTESTSTOLEN00001").get("invoice").asString();
    var asked = card("378282246310005", 50_000);
    sandbox.form(INQUIRE_CARD, asked);
    var paid = sandbox.form(TRANSFER, asked).get("invoice").asString();
    long before = deposit("dummy2");

    for (var theirs : List.of(new String[] {PAY_TAX, tax}, new String[] {STATUS_TAX, tax})) {
      assertThat(ask(theirs[0], theirs[1])).isEqualTo(ask(theirs[0], "99999999998"));
    }
    assertThat(ask(STATUS_CARD, paid)).isEqualTo(ask(STATUS_CARD, "999999999998"));

    assertThat(deposit("dummy2")).isEqualTo(before);
    assertThat(sandbox.form(STATUS_TAX, ONE + "&invoice=" + tax).get("result").asString())
        .isEqualTo("ok");
  }

  /// What the other partner is answered about an invoice, without the invoice.
  private static String ask(String path, String invoice) throws IOException {
    var told = sandbox.form(path, OTHER + "&invoice=" + invoice).toString();
    assertThat(told).contains("\"result\":\"no\"");
    return told.replace(invoice, "INVOICE");
  }
}
