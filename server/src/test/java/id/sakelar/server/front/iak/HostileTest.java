package id.sakelar.server.front.iak;

import static id.sakelar.server.front.iak.Visitor.PATH;
import static id.sakelar.server.front.iak.Visitor.account;
import static id.sakelar.server.front.iak.Visitor.verdict;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Answer;
import id.sakelar.http.Refusals;
import id.sakelar.http.Trouble;
import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.front.PuppetBiller;
import id.sakelar.server.payment.Electricity;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.Payment;
import id.sakelar.wire.iak.PriceListQuestion;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.StatusQuestion;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is out of shape is refused in the dialect's own words, and what breaks off is never a no.
class HostileTest {
  private static final String UNREADABLE =
      "{\"data\":{\"response_code\":\"107\",\"message\":\"Format data tidak valid\"},\"meta\":[]}";
  private static final String UNREADABLE_XML =
      """
      <?xml version="1.0"?>
      <mp>
        <response_code>107</response_code>
        <message>Format data tidak valid</message>
      </mp>""";

  private static Premises premises;
  private static Visitor json;
  private static Visitor xml;

  @BeforeAll
  static void moveIn() {
    premises = Premises.open(Visitor::open);
    json = new Visitor(premises, Format.JSON);
    xml = new Visitor(premises, Format.XML);
  }

  @AfterAll
  static void close() {
    premises.close();
  }

  @Test
  void a_body_of_another_format_is_refused_in_the_declared_one() throws Exception {
    var inquiry = Inquiry.by(account(Key.ONE), "PLNPOSTPAID", "530000000041", "other-1");
    var asJson = json.post(PATH, "application/json", xml.spelled(inquiry).text());
    var asXml = xml.post(PATH, "application/xml", json.spelled(inquiry).text());

    assertThat(asJson.statusCode()).isEqualTo(400);
    assertThat(asJson.body()).isEqualTo(UNREADABLE);
    assertThat(asXml.statusCode()).isEqualTo(400);
    assertThat(asXml.body()).isEqualTo(UNREADABLE_XML);
    assertThat(premises.biller().questions("530000000041")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "nonsense",
        "application/json;charset=utf-16",
        "application/json; charset=\"ISO-8859-1\""
      })
  void what_is_in_no_format_is_refused_in_json(String type) throws Exception {
    var inquiry = Inquiry.by(account(Key.ONE), "PLNPOSTPAID", "530000000042", "type-1");

    for (var visitor : List.of(json, xml)) {
      var answer = json.post(PATH, type, visitor.spelled(inquiry).text());

      assertThat(answer.body()).isEqualTo(UNREADABLE);
    }
    assertThat(premises.biller().questions("530000000042")).isEmpty();
  }

  @Test
  void credentials_in_the_address_are_refused() throws Exception {
    var inquiry = Inquiry.by(account(Key.ONE), "PLNPOSTPAID", "530000000043", "query-1");
    var query = "?username=your-username&sign=abc";
    var balance = Iak.BALANCE.path() + query;

    assertThat(verdict(json.ask(PATH + query, inquiry))).isEqualTo("400 107");
    assertThat(xml.ask(PATH + query, inquiry).body()).isEqualTo(UNREADABLE_XML);
    assertThat(verdict(json.post(balance, "application/json", "{}"))).isEqualTo("400 107");
    assertThat(verdict(json.get("/api/v1/download/9732789" + query))).isEqualTo("400 107");
    assertThat(premises.biller().questions("530000000043")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0",
        "-9732789",
        "9223372036854775808",
        "9007199254740992",
        "09732789",
        "9732789 ",
        "1e5",
        "",
        "null",
        "true",
        "[9732789]",
        "٩٧٣"
      })
  void a_number_is_a_number_or_no_question(String number) throws Exception {
    var body = json.spelled(Payment.by(account(Key.ONE), 9_732_789)).text();
    var changed = body.replace("\"9732789\"", "\"" + number + "\"");

    assertThat(changed).isNotEqualTo(body);
    assertThat(verdict(json.post(PATH, "application/json", changed))).isEqualTo("400 107");
  }

  @Test
  void a_number_may_be_written_with_and_without_quotes() throws Exception {
    var number = json.inquired(Key.ONE, "quotes-1", "530000000044");
    var body = json.spelled(Payment.by(account(Key.ONE), number)).text();

    var quoted = json.post(PATH, "application/json", body);
    var plain =
        json.post(PATH, "application/json", body.replace("\"" + number + "\"", "" + number));

    assertThat(verdict(quoted)).isEqualTo("200 00");
    assertThat(plain.body()).isEqualTo(quoted.body());
  }

  @Test
  void a_signature_is_good_for_its_own_purpose_only() throws Exception {
    var number = json.inquired(Key.ONE, "purpose-1", "530000000045");
    var status = StatusQuestion.by(account(Key.ONE), "purpose-1");
    var pay = Payment.by(account(Key.ONE), number);
    var list = PriceListQuestion.by(account(Key.ONE));

    assertThat(verdict(json.ask(new Payment(pay.username(), number, status.sign()))))
        .isEqualTo("200 100");
    assertThat(verdict(json.ask(new StatusQuestion(pay.username(), "purpose-1", pay.sign()))))
        .isEqualTo("200 100");
    assertThat(verdict(json.ask(new StatusQuestion(pay.username(), "purpose-1", list.sign()))))
        .isEqualTo("200 100");
    assertThat(premises.biller().orders("530000000045")).isEmpty();
  }

  @Test
  void a_stranger_hears_the_same_whether_the_name_or_the_key_is_wrong() throws Exception {
    for (var visitor : List.of(json, xml)) {
      var name = visitor.status(new Key("", "nobody", "a-key"), "stranger-1");
      var key = visitor.status(Key.ONE.withKey("another"), "stranger-1");

      assertThat(verdict(name)).isEqualTo("200 100");
      assertThat(key.body()).isEqualTo(name.body());
      assertThat(key.headers().map().keySet()).isEqualTo(name.headers().map().keySet());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+your-username", " your-username", "your-username ", "YOUR-USERNAME"})
  void a_username_is_as_it_was_given_out(String username) throws Exception {
    var variant = new Key("", username, Key.ONE.key());

    assertThat(verdict(json.status(variant, "name-1"))).isEqualTo("200 100");
  }

  @Test
  void who_calls_from_elsewhere_is_refused() throws Exception {
    assertThat(json.inquire(Key.DISTANT, "distant-1", "530000000001").body())
        .isEqualTo(
            """
            {"data":{"response_code":"102","message":"IP Anda tidak dikenali"},"meta":[]}""");
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', 400 107",
    "'{\"username\":\"u\",\"ref_id\":\"r\",\"sign\":\"s\"}', 400 107",
    "'{\"commands\":\"checkstatus\",\"username\":\"u\",\"tr_id\":1,\"sign\":\"s\"}', 400 107",
    "'{\"commands\":\"Checkstatus\",\"username\":\"u\",\"ref_id\":\"r\",\"sign\":\"s\"}', 200 101",
    "'{\"commands\":\"checkstatus\",\"username\":\"u\",\"ref_id\":\"r r\",\"sign\":\"s\"}', 200 03",
    "'{\"commands\":\"checkstatus\",\"commands\":\"checkstatus\"}', 400 107",
    "'[[[[[[[[[[1]]]]]]]]]]', 400 107",
    "'{} {}', 400 107"
  })
  void what_is_no_question_is_told_so(String body, String verdict) throws Exception {
    assertThat(verdict(json.post(PATH, "application/json", body))).isEqualTo(verdict);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void what_a_biller_writes_cannot_break_out_of_an_answer(Format format) throws Exception {
    var customer = "530000000047";
    var name = "]]></tr_name><price>1</price>&amp;\",\"price\":1,\"\u0007\u202e<script>";
    premises
        .biller()
        .owes(
            customer,
            () -> PuppetBiller.found(new Electricity(name, 1, Rupiah.of(1), "", 0, List.of())));

    var answer = new Visitor(premises, format).inquire(Key.ONE, "name-" + format, customer);

    var message = new Message(type(answer), answer.body().getBytes(UTF_8));
    var told =
        (Reply.Answered<id.sakelar.wire.iak.Answer>) Iak.in(format).bill().answer().read(message);
    assertThat(told.answer().owed().price()).isEqualTo(Rupiah.of(2_501));
    assertThat(told.answer().owed().trName())
        .startsWith("]]></tr_name><price>1</price>&amp;\",\"price\":1,\"")
        .endsWith("<script>");
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElseThrow();
  }

  @Test
  void an_encoded_a_large_and_a_fetched_question_are_refused() throws Exception {
    var encoded =
        json.to(PATH).header("Content-Encoding", "gzip").POST(BodyPublishers.ofString("{}"));
    var fetched = json.get(PATH);

    assertThat(verdict(Visitor.send(encoded.build()))).isEqualTo("415 107");
    assertThat(verdict(json.post(PATH, "application/json", " ".repeat(40_000))))
        .isEqualTo("413 107");
    assertThat(verdict(fetched)).isEqualTo("405 107");
    assertThat(fetched.headers().firstValue("Allow")).contains("POST");
    var posted = json.post("/api/v1/download/1/1", "application/json", "{}");
    assertThat(verdict(posted)).isEqualTo("405 107");
    assertThat(posted.headers().firstValue("Allow")).contains("GET");
  }

  @Test
  void an_answer_is_kept_by_nobody() throws Exception {
    var headers = json.post(PATH, "application/json", "{}").headers();

    assertThat(headers.firstValue("Content-Type")).contains("application/json;charset=utf-8");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @Test
  void every_trouble_is_told_in_the_words_of_the_dialect() {
    var porter = new Porter(premises.partners());
    var products = new Products(premises.catalog());
    var telling = new Telling(premises.numbers(), products, premises.deposits());
    var bills =
        new BillCounter(
            porter,
            new InquiryClerk(premises.payments(), products, telling, premises.clock()),
            new PaymentClerk(premises.payments(), premises.numbers(), telling),
            new StatusClerk(premises.payments(), telling),
            new PriceListClerk(premises.catalog(), premises.clock()));
    var balance = new BalanceCounter(porter, premises.deposits());

    assertThat(told(bills))
        .containsExactly(
            "TOO_LARGE 413 " + UNREADABLE,
            "INCOMPLETE 400 " + UNREADABLE,
            "TIMED_OUT 408 " + UNREADABLE,
            "WRONG_METHOD 405 " + UNREADABLE,
            "ENCODED 415 " + UNREADABLE,
            "FAILED 500 {\"data\":{\"response_code\":\"39\",\"message\":\"PENDING / TRANSAKSI SEDANG"
                + " DIPROSES\"},\"meta\":[]}",
            "BUSY 503 {\"data\":{\"response_code\":\"39\",\"message\":\"PENDING / TRANSAKSI SEDANG"
                + " DIPROSES\"},\"meta\":[]}");
    assertThat(told(balance))
        .contains(
            "TOO_LARGE 413 {\"data\":{\"message\":\"Format data tidak valid\",\"rc\":\"107\"}}",
            "FAILED 500 {\"data\":{\"message\":\"Sistem sedang gangguan\",\"rc\":\"92\"}}");
  }

  private static List<String> told(Refusals counter) {
    return Arrays.stream(Trouble.values()).map(it -> told(it, counter.answer(it))).toList();
  }

  private static String told(Trouble trouble, Answer answer) {
    return trouble + " " + answer.status() + " " + new String(answer.body().bytes(), UTF_8);
  }

  @Test
  void without_a_database_nobody_is_told_that_a_payment_failed() throws Exception {
    try (var away = Premises.open(Visitor::open)) {
      var visitor = new Visitor(away, Format.JSON);
      var number = visitor.inquired(Key.ONE, "away-1", "530000000046");
      away.loseDatabase();

      assertThat(verdict(visitor.pay(Key.ONE, number))).isEqualTo("200 39");
      assertThat(verdict(visitor.status(Key.ONE, "away-1"))).isEqualTo("200 39");
      assertThat(verdict(visitor.inquire(Key.ONE, "away-2", "530000000046"))).isEqualTo("200 92");
      assertThat(verdict(visitor.get("/api/v1/download/" + number))).isEqualTo("200 92");
    }
  }
}
