package id.sakelar.server.front.bankplus;

import static id.sakelar.server.front.bankplus.SwitcherPremises.ALOYSIUS;
import static id.sakelar.server.front.bankplus.SwitcherPremises.API;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.front.Overheard;
import id.sakelar.server.partner.Network;
import id.sakelar.wire.bankplus.SwitcherSentence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What callers of the switcher should not send, from two callers and a stranger: it is refused in
/// the dialect, moves nothing, and tells nothing that is somebody else's.
class SwitcherHostileTest {
  private static final String NONE = "";
  private static final Pattern CODE = Pattern.compile("\"paymentCode\":\"([0-9a-f]{32})\"");
  private static SwitcherPremises premises;
  private static HttpClient one;
  private static HttpClient two;
  private static HttpClient stranger;

  private final Overheard overheard = Overheard.begin();

  @BeforeAll
  static void open() throws Exception {
    Map<String, List<Network>> callers = new LinkedHashMap<>();
    callers.put("one", List.of(Network.parse("127.0.0.1")));
    callers.put("two", List.of(Network.parse("127.0.0.2")));
    premises = SwitcherPremises.open(SwitcherPremises.NOON, callers);
    one = client("127.0.0.1");
    two = client("127.0.0.2");
    stranger = client("127.0.0.3");
  }

  @AfterAll
  static void close() throws SQLException {
    one.close();
    two.close();
    stranger.close();
    premises.audit();
    premises.close();
  }

  @AfterEach
  void nothing_of_a_request_is_in_the_log() {
    try (overheard) {
      assertThat(String.join("\n", overheard.lines()))
          .doesNotContain("49d9e7", ALOYSIUS, API, "BRIAPI", "ALOYSIUS", "canary");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "null",
        "\"refnum\"",
        "{",
        "{}{}",
        "{\"refnum\":\"2611201200000001\"} x",
        "{\"refnum\":\"2611201200000001\",\"refnum\":\"2611201200000001\"}",
        "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{\"g\":{\"h\":{}}}}}}}}}",
        "\ufeff{\"refnum\":\"2611201200000001\"}",
        "{\"refnum\":\"2611201200000001\",\"x\":\"\u0000\"}",
        "{\"refnum\":2611201200000001111111111}",
        "refnum=2611201200000001",
        "<refnum>2611201200000001</refnum>"
      })
  void what_is_no_question_is_refused(String body) throws Exception {
    for (String path : new String[] {"/inquiry", "/transfer", "/reversal", "/check"}) {
      assertRefused(send(one, path, body), 200, SwitcherSentence.FORMAT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "1000.0",
        "1000.5",
        "1e3",
        "1E400",
        "\"25.000\"",
        "\"25,000\"",
        "\"+1000\"",
        "\" 1000\"",
        "\"01000\"",
        "\"0x3e8\"",
        "\"\"",
        "null",
        "true",
        "[1000]",
        "{}",
        "10000000000000",
        "\"Rp1000\"",
        "\"١٠٠٠\""
      })
  void no_money_moves_on_an_amount_that_is_none(String amount) throws Exception {
    int moves = premises.bri.moves().size();
    var body = transfer("2611201200000002", code(one), ALOYSIUS, amount);

    assertRefused(send(one, "/transfer", body), 200, SwitcherSentence.AMOUNT);
    assertThat(premises.bri.moves()).hasSize(moves);
  }

  @Test
  void a_code_is_of_no_use_to_another_caller() throws Exception {
    String code = code(one);
    var stolen = transfer("2611201200000003", code, ALOYSIUS, "1000");
    var invented = transfer("2611201200000003", "0".repeat(32), ALOYSIUS, "1000");

    var answer = send(two, "/transfer", stolen);

    assertRefused(answer, 200, SwitcherSentence.NO_PAYMENT_CODE);
    assertThat(answer.body()).isEqualTo(send(two, "/transfer", invented).body());
    assertThat(send(one, "/transfer", stolen).body()).contains("\"code\":\"00\"");
  }

  @Test
  void anothers_transfer_is_as_unknown_as_one_that_never_was() throws Exception {
    var sent = send(one, "/transfer", transfer("2611201200000004", code(one), ALOYSIUS, "1000"));
    assertThat(sent.body()).contains("\"code\":\"00\"");
    String journal = sent.body().replaceAll(".*\"journal\":\"([0-9]+)\".*", "$1");

    for (String refnum : new String[] {"2611201200000004", "2611201200000099"}) {
      assertRefused(send(two, "/check", check(refnum)), 200, SwitcherSentence.NOT_FOUND);
      assertRefused(
          send(two, "/reversal", reversal(refnum, journal)), 200, SwitcherSentence.NOT_FOUND);
    }
    assertThat(send(one, "/check", check("2611201200000004")).body())
        .contains("\"info\":\"Transfer success\"");
  }

  @Test
  void a_refnum_means_another_transfer_for_each_caller() throws Exception {
    var first = transfer("2611201200000005", code(one), ALOYSIUS, "1000");
    var second = transfer("2611201200000005", code(two), ALOYSIUS, "2000");

    assertThat(send(one, "/transfer", first).body()).contains("\"amount\":1000,");
    assertThat(send(two, "/transfer", second).body()).contains("\"amount\":2000,");
    assertThat(send(one, "/check", check("2611201200000005")).body()).contains("\"amount\":1000,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Client-Name"})
  void a_stranger_stays_one_whatever_the_headers_say(String header) throws Exception {
    var request = request("/check", check("2611201200000004")).header(header, "127.0.0.1").build();

    var answer = stranger.send(request, BodyHandlers.ofString());

    assertRefused(answer, 403, SwitcherSentence.STRANGER);
  }

  @Test
  void a_stranger_learns_nothing_about_questions() throws Exception {
    String good = send(stranger, "/check", check("2611201200000004")).body();

    assertThat(send(stranger, "/check", "x").body()).isEqualTo(good);
    assertThat(send(stranger, "/transfer", "{}").body()).isEqualTo(good);
    assertThat(send(stranger, "/check?x=1", "{}").body()).isEqualTo(good);
  }

  @Test
  void a_question_in_the_address_is_not_read() throws Exception {
    var path = "/check?refnum=2611201200000004&paymentCode=canary";

    assertRefused(send(one, path, check("2611201200000004")), 200, SwitcherSentence.FORMAT);
    assertRefused(send(one, path, NONE), 200, SwitcherSentence.FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
  void nothing_but_post_is_served(String method) throws Exception {
    var request = request("/transfer", NONE).method(method, BodyPublishers.ofString("{}")).build();

    var answer = one.send(request, BodyHandlers.ofString());

    assertRefused(answer, 405, SwitcherSentence.FORMAT);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Transfer", "/transfer/x", "/bankplus/transfer", "/", "/transfer;x=1"})
  void other_paths_are_not_there(String path) throws Exception {
    assertThat(send(one, path, "{}").statusCode()).isIn(400, 404);
  }

  @Test
  void a_body_of_forty_kilobytes_is_too_large() throws Exception {
    assertRefused(send(one, "/transfer", "x".repeat(40_000)), 413, SwitcherSentence.FORMAT);
  }

  @Test
  void the_switchs_own_accounts_are_nobodys_to_use() throws Exception {
    var fromEscrow = transfer("2611201200000006", code(one), PuppetBank.ESCROW, "1000");

    assertThat(send(one, "/transfer", fromEscrow).body()).contains("\"code\":\"0101\"");
    for (String account : new String[] {"escrow", "feeincome", "bank002", "depositbnius100294"}) {
      var asked = "{\"refnum\":\"\",\"bank\":\"009\",\"account\":\"%s\"}".formatted(account);
      assertThat(send(one, "/inquiry", asked).body()).contains("\"code\":\"0101\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' OR '1'='1",
        "2611201200000001'--",
        "../../etc",
        "2611201200000001\\n",
        "%00",
        "${x}"
      })
  void no_refnum_is_anything_but_digits(String refnum) throws Exception {
    assertRefused(send(one, "/check", check(refnum)), 200, SwitcherSentence.REFNUM);
  }

  @Test
  void a_remark_makes_no_lines_and_goes_out_escaped() throws Exception {
    var lines =
        transfer("2611201200000007", code(one), ALOYSIUS, "1000")
            .replace("Narration Test", "canary\\r\\nERROR all is lost");
    assertRefused(send(one, "/transfer", lines), 200, SwitcherSentence.REMARK);

    var markup =
        transfer("2611201200000007", code(one), ALOYSIUS, "1000")
            .replace("Narration Test", "\\\"},<script>");
    assertThat(send(one, "/transfer", markup).body()).contains("\"remark\":\"\\\"},<script>\"");
  }

  @Test
  void fields_that_nobody_asked_for_are_not_looked_at() throws Exception {
    var body =
        transfer("2611201200000008", code(one), ALOYSIUS, "1000")
            .replace("{", "{\"__proto__\":{\"x\":1},\"fee\":-1000,\"sourceName\":\"canary\",");

    var answer = send(one, "/transfer", body);

    assertThat(answer.body())
        .contains("\"code\":\"00\"", "\"sourceName\":\"ALOYSIUS AGUS WARI Z\"")
        .doesNotContain("canary");
  }

  private static void assertRefused(
      HttpResponse<String> answer, int status, SwitcherSentence sentence) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body())
        .isEqualTo(
            "{\"code\":\"%s\",\"message\":\"%s\",\"debug\":{\"from\":\"branchless_switcher\"}}"
                .formatted(sentence.code(), sentence.text()));
  }

  private static String transfer(String refnum, String code, String source, String amount) {
    return """
    {"refnum":"%s","paymentCode":"%s","sourceBank":"BRINIDJA","sourceAccount":"%s","amount":%s,\
    "remark":"Narration Test"}"""
        .formatted(refnum, code, source, amount);
  }

  private static String check(String refnum) {
    return "{\"refnum\":\"%s\"}".formatted(refnum);
  }

  private static String reversal(String target, String journal) {
    return "{\"refnum\":\"\",\"refnumTarget\":\"%s\",\"journal\":\"%s\"}"
        .formatted(target, journal);
  }

  private static String code(HttpClient client) throws Exception {
    var asked = "{\"refnum\":\"\",\"bank\":\"BRINIDJA\",\"account\":\"%s\"}".formatted(API);
    var found = CODE.matcher(send(client, "/inquiry", asked).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static HttpClient client(String address) {
    return HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)).build();
  }

  private static HttpResponse<String> send(HttpClient client, String path, String body)
      throws IOException, InterruptedException {
    return client.send(request(path, body).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + premises.port() + path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }
}
