package id.sakelar.server.front.digiswitch;

import static id.sakelar.server.front.digiswitch.Visitor.about;
import static id.sakelar.server.front.digiswitch.Visitor.verdict;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Answer;
import id.sakelar.http.Trouble;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.wire.digiswitch.Command;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Spelling;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is out of shape is refused in the dialect's own words, and what breaks off is never a no.
class HostileTest {
  private static final String PATH = "/v1/user/api/transaction";
  private static Premises premises;
  private static Visitor visitor;

  @BeforeAll
  static void moveIn() {
    premises = Premises.open(Visitor::open);
    visitor = new Visitor(premises, Spelling.DIGISWITCH);
  }

  @AfterAll
  static void close() {
    premises.close();
  }

  @Test
  void credentials_in_the_address_are_refused() throws Exception {
    var customer = "530000000041";
    var pay = visitor.request(about(Key.ONE, Command.PAYMENT, "query-1", customer));
    var query = visitor.to(PATH + "?username=your-username&sign=abc").POST(body(pay)).build();

    assertThat(verdict(visitor.send(query))).isEqualTo("400 40");
    assertThat(premises.biller().orders(customer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json;charset=utf-16",
        "application/json; charset=\"ISO-8859-1\"",
        "text/plain; Charset = utf-8x",
        "text/plain; charset="
      })
  void a_body_that_is_not_said_to_be_utf_8_is_refused(String type) throws Exception {
    assertThat(verdict(visitor.send(as(type, "charset-1")))).isEqualTo("400 40");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=UTF-8",
        "application/json; charset=\"utf-8\"; q=1",
        "application/x-www-form-urlencoded",
        "nonsense"
      })
  void any_other_type_will_do(String type) throws Exception {
    assertThat(verdict(visitor.send(as(type, "charset-2")))).isEqualTo("200 00");
  }

  private static HttpRequest as(String type, String reference) {
    var inquiry = visitor.request(about(Key.ONE, Command.INQUIRY, reference, "530000000001"));
    return visitor.to(PATH).header("Content-Type", type).POST(body(inquiry)).build();
  }

  private static HttpRequest.BodyPublisher body(HttpRequest request) {
    return request.bodyPublisher().orElseThrow();
  }

  @Test
  void an_encoded_body_is_refused() throws Exception {
    var request =
        visitor
            .to(PATH)
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofString("{}"))
            .build();

    assertThat(verdict(visitor.send(request))).isEqualTo("415 40");
  }

  @Test
  void a_large_body_is_refused() throws Exception {
    assertThat(verdict(visitor.post(PATH, " ".repeat(40_000)))).isEqualTo("413 40");
  }

  @Test
  void only_posts_are_taken() throws Exception {
    var answer = visitor.send(visitor.to(PATH).GET().build());

    assertThat(verdict(answer)).isEqualTo("405 40");
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void an_answer_is_json_that_nobody_keeps() throws Exception {
    var headers = visitor.post(PATH, "{}").headers();

    assertThat(headers.firstValue("Content-Type")).contains("application/json;charset=utf-8");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @Test
  void every_trouble_is_told_in_the_words_of_the_dialect() {
    var words = Digiswitch.in(Spelling.DIGISWITCH);
    var transactions =
        new TransactionClerk(
            Spelling.DIGISWITCH,
            premises.payments(),
            new Products(premises.catalog()),
            premises.deposits());
    var transaction = new Counter<>(words.transaction(), premises.partners(), transactions);
    var balance =
        new Counter<>(words.balance(), premises.partners(), new BalanceClerk(premises.deposits()));

    assertThat(Arrays.stream(Trouble.values()).map(it -> told(it, transaction.answer(it))))
        .containsExactly(
            told("TOO_LARGE 413", "Format data tidak valid", "Gagal", "40"),
            told("INCOMPLETE 400", "Format data tidak valid", "Gagal", "40"),
            told("TIMED_OUT 408", "Format data tidak valid", "Gagal", "40"),
            told("WRONG_METHOD 405", "Format data tidak valid", "Gagal", "40"),
            told("ENCODED 415", "Format data tidak valid", "Gagal", "40"),
            told("FAILED 500", "Gangguan router", "Pending", "99"),
            told("BUSY 503", "Gangguan router", "Pending", "99"));
    assertThat(told(Trouble.FAILED, balance.answer(Trouble.FAILED)))
        .isEqualTo(
            """
            FAILED 500 {"data":{"rc":"62","message":"Sistem sedang mengalami gangguan",\
            "status":"Gagal"}}""");
  }

  private static String told(Trouble trouble, Answer answer) {
    return trouble + " " + answer.status() + " " + new String(answer.body().bytes(), UTF_8);
  }

  private static String told(String start, String message, String status, String rc) {
    return start
        + """
         {"data":{"ref_id":"","customer_no":"","code":"","message":"%s","status":"%s","sn":"",\
        "rc":"%s"}}"""
            .formatted(message, status, rc);
  }

  @Test
  void without_a_database_nobody_is_told_that_a_payment_failed() throws Exception {
    try (var away = Premises.open(Visitor::open)) {
      away.loseDatabase();
      var visitor = new Visitor(away, Spelling.DIGISWITCH);

      for (Command command : new Command[] {Command.PAYMENT, Command.STATUS}) {
        assertThat(verdict(visitor.say(about(Key.ONE, command, "away-1", "530000000001"))))
            .isEqualTo("200 03");
      }
      assertThat(verdict(visitor.say(about(Key.ONE, Command.INQUIRY, "away-2", "530000000001"))))
          .isEqualTo("400 62");
    }
  }
}
