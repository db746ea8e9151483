package id.sakelar.server.front.mmbc;

import static id.sakelar.server.front.mmbc.Visitor.card;
import static id.sakelar.server.front.mmbc.Visitor.reason;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Trouble;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.payment.Biller.Found;
import id.sakelar.wire.Message;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.Sentence;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is out of shape is refused in the dialect's own words, and what breaks off is never a no.
class HostileTest {
  private static final String CARD = "/json/kartukredit/";
  private static final String TAX = "/json/esamsat/";
  private static final String FORMAT =
      "{\"result\":\"no\",\"reason\":\"Format data tidak valid.\"}";
  private static final String EXPOSED =
      "{\"result\":\"no\",\"reason\":\""
          + "Maaf, username dan password tidak di izinkan di alamat URL. Kirim di dalam body.\"}";
  private static Premises premises;
  private static Visitor visitor;

  @BeforeAll
  static void moveIn() {
    premises = Visitor.open();
    visitor = new Visitor(premises);
  }

  @AfterAll
  static void close() {
    premises.close();
  }

  @ParameterizedTest
  @CsvSource({
    CARD + "transfer_acc?username=your-username&password=sandbox-api-key",
    CARD + "inquiry_acc?PassWord=sandbox-api-key",
    CARD + "status_transfer?pass%77ord=sandbox-api-key",
    TAX + "pay_esamsat?username=your-username"
  })
  void credentials_in_the_address_are_refused(String path) throws Exception {
    assertThat(visitor.post(path, "cc_code=8").body()).isEqualTo(EXPOSED);
  }

  @Test
  void even_where_none_are_asked_for() throws Exception {
    var address = CARD + "listcc?username=your-username&password=sandbox-api-key";
    var harmless = CARD + "listcc?nocache=1&nocache=2";

    assertThat(visitor.send(visitor.to(address).GET().build()).body()).isEqualTo(EXPOSED);
    assertThat(visitor.send(visitor.to(harmless).GET().build()).body()).startsWith("[{");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "username=%C3%28",
        "username=%C0%AF",
        "username=%ud800",
        "username=%4",
        "username=%zz",
        "username",
        ""
      })
  void what_is_no_form_is_refused(String body) throws Exception {
    assertThat(visitor.post(CARD + "inquiry_acc", body).body()).isEqualTo(FORMAT);
    assertThat(visitor.post(TAX + "inquiry_esamsat", body).body()).isEqualTo(FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded; charset=utf-16"})
  void a_body_that_is_not_said_to_be_a_form_is_refused(String type) throws Exception {
    var inquiry = Message.of(type, "username=a&password=b");

    assertThat(visitor.post(TAX + "list_esamsat", inquiry).body()).isEqualTo(FORMAT);
  }

  @Test
  void json_and_files_are_told_apart_from_forms() throws Exception {
    var json = "{\"username\":\"your-username\",\"password\":\"sandbox-api-key\"}";
    var parts =
        """
        --x\r
        Content-Disposition: form-data; name="username"\r
        \r
        your-username\r
        --x\r
        Content-Disposition: form-data; name="password"; filename="p"\r
        \r
        sandbox-api-key\r
        --x--\r
        """;

    assertThat(visitor.post(TAX + "list_esamsat", Message.json(json)).body()).startsWith("[{");
    assertThat(visitor.post(TAX + "list_esamsat", json).body()).isEqualTo(FORMAT);
    var file = Message.of("multipart/form-data; boundary=x", parts);
    assertThat(visitor.post(TAX + "list_esamsat", file).body()).isEqualTo(FORMAT);
    var fields = Message.of(file.mediaType(), parts.replace("; filename=\"p\"", ""));
    assertThat(visitor.post(TAX + "list_esamsat", fields).body()).startsWith("[{");
  }

  @ParameterizedTest
  @CsvSource({
    "username=a&username=b&password=c, CREDENTIAL",
    "username=dummy%00&password=c, CREDENTIAL",
    "username[]=dummy&password=c, LOGIN",
    "username[$ne]=&password=c, LOGIN",
    "username=dummy' OR '1'%3D'1&password=c, LOGIN",
    "username=dummy%0D%0AERROR+all+is+well&password=c, LOGIN"
  })
  void a_strange_login_is_nobodys(String form, Sentence sentence) throws Exception {
    assertThat(visitor.post(TAX + "list_esamsat", form).body())
        .isEqualTo("{\"result\":\"no\",\"reason\":\"" + sentence.text() + "\"}");
  }

  @Test
  void a_password_beyond_measure_is_not_hashed() throws Exception {
    var form = "username=your-username&password=" + "x".repeat(40_000);

    var answer = visitor.post(TAX + "list_esamsat", form);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).isEqualTo(FORMAT);
  }

  @Test
  void what_can_be_repeated_of_a_faulty_question_is() throws Exception {
    var form =
        "username=a&password=b&product=SAMSAT_JABAR&customer_number=1&structure_number=MH12345";

    assertThat(visitor.post(TAX + "inquiry_esamsat", form).body())
        .isEqualTo(
            """
            {"result":"no","tanggal":"2026-11-20 12:00:00","product":"SAMSAT_JABAR",\
            "invoice":"","customer_number":"","structure_number":"MH12345","kodeagen":"",\
            "reason":"Maaf, nomor KTP tidak valid."}\
            """);
  }

  @Test
  void each_path_takes_one_method() throws Exception {
    var get = visitor.send(visitor.to(CARD + "transfer_acc").GET().build());
    var post = visitor.post(CARD + "listcc", "a=b");

    assertThat(get.statusCode() + " " + get.body()).isEqualTo("405 " + FORMAT);
    assertThat(get.headers().firstValue("Allow")).contains("POST");
    assertThat(post.statusCode() + " " + post.body()).isEqualTo("405 " + FORMAT);
    assertThat(post.headers().firstValue("Allow")).contains("GET");
  }

  @Test
  void an_encoded_body_is_refused() throws Exception {
    var request =
        visitor
            .to(CARD + "transfer_acc")
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofString("x"))
            .build();

    assertThat(visitor.send(request).body()).isEqualTo(FORMAT);
  }

  @Test
  void an_answer_is_json_that_nobody_keeps() throws Exception {
    var headers = visitor.post(TAX + "list_esamsat", "a=b").headers();

    assertThat(headers.firstValue("Content-Type")).contains("application/json;charset=utf-8");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @Test
  void every_trouble_is_told_in_the_words_of_the_dialect() {
    var voice = new Voice<>(Mmbc.TRANSFER_ACC, true);
    var undecided = "{\"result\":\"no\",\"reason\":\"" + Sentence.UNDECIDED.text() + "\"}";

    assertThat(Arrays.stream(Trouble.values()).map(it -> it + " " + told(voice, it)))
        .containsExactly(
            "TOO_LARGE 413 " + FORMAT,
            "INCOMPLETE 400 " + FORMAT,
            "TIMED_OUT 408 " + FORMAT,
            "WRONG_METHOD 405 " + FORMAT,
            "ENCODED 415 " + FORMAT,
            "FAILED 500 " + undecided,
            "BUSY 503 " + undecided);
    assertThat(told(new Voice<>(Mmbc.INQUIRY_ACC, false), Trouble.BUSY))
        .isEqualTo("503 {\"result\":\"no\",\"reason\":\"Sistem sedang gangguan\"}");
  }

  private static String told(Voice<?> voice, Trouble trouble) {
    var answer = voice.answer(trouble);
    return answer.status() + " " + new String(answer.body().bytes(), UTF_8);
  }

  @Test
  void what_breaks_off_while_it_is_paid_is_pending() throws Exception {
    try (var away = Visitor.open()) {
      var card = card("000000000202");
      var visitor = new Visitor(away);
      away.setTime(Instant.parse("2026-11-20T16:59:00Z"));
      visitor.inquireCard(Key.ONE, card, 50_000);

      // on another day the biller is asked again
      away.setTime(Instant.parse("2026-11-20T17:01:00Z"));
      away.biller().owes(card, () -> fallingOut(away));
      var transfer = visitor.transferTo(Key.ONE, card, 50_000);

      assertThat(transfer.statusCode()).isEqualTo(200);
      assertThat(transfer.body())
          .matches(
              """
              \\{"result":"ok","duration":"1 sec","date":"2026-11-21 00:01:00",\
              "invoice":"\\d{12}","cc_bank":"Bank Mandiri","cc_bankcode":"8",\
              "cc_name":"Nama Pelanggan Pertama","cc_accountnumber":"%s","amount":"50000",\
              "reference":"","debet":"53000","status":"PENDING"}\
              """
                  .formatted(card));
    }
  }

  private static Found fallingOut(Premises away) {
    away.loseDatabase();
    throw new IllegalStateException("the biller's line fell over");
  }

  @Test
  void without_a_database_nobody_is_told_in_earnest_that_a_payment_failed() throws Exception {
    try (var away = Visitor.open()) {
      away.loseDatabase();
      var visitor = new Visitor(away);

      var transfer = visitor.transferTo(Key.ONE, card("000000000201"), 50_000);
      var cardStatus = visitor.cardStatus(Key.ONE, "999999999999");
      var pay = visitor.payTax(Key.ONE, "99999999999");
      var taxStatus = visitor.taxStatus(Key.ONE, "99999999999");
      var inquiry = visitor.inquireCard(Key.ONE, card("000000000201"), 50_000);

      for (var answer : Arrays.asList(transfer, cardStatus, pay, taxStatus)) {
        assertThat(answer.statusCode() + " " + reason(answer))
            .isEqualTo("500 " + Sentence.UNDECIDED.text());
      }
      assertThat(inquiry.statusCode() + " " + reason(inquiry))
          .isEqualTo("200 Sistem sedang gangguan");
    }
  }
}
