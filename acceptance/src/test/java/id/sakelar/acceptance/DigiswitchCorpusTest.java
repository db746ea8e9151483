package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.acceptance.Hostile.Turn;
import id.sakelar.acceptance.LiveSandbox.Books;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Hostile requests get the refusal that is written down for them, move nothing, and learn nothing.
class DigiswitchCorpusTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String FAKE_LOG_LINE = "FAKE-LOG-LINE";

  /// The words of a program, which are nobody's business.
  private static final Pattern INTERNALS =
      Pattern.compile(
          "(?i)exception|stack ?trace|\\.java|\\bat [a-z.]+\\(|sakelar|jackson|jetty|javalin|jdbc"
              + "|postgres|psql|\\bselect\\b|\\binsert\\b|/tmp|/home|/usr|target/|null pointer");

  private static final Pattern REFUSED_BY_THE_DOOR =
      Pattern.compile(
          "\\{\"error\":\"(bad request|not found|too large|too many headers|failed|busy)\"}");

  private static final List<String> BARE = List.of("rc", "message", "status");
  private static final List<String> WHOLE =
      List.of("ref_id", "customer_no", "code", "message", "status", "sn", "rc");

  private static final Map<String, String> MESSAGES = new HashMap<>();

  private static LiveSandbox sandbox;
  private static Books books;

  @BeforeAll
  static void start() throws Exception {
    sandbox = LiveSandbox.startFresh();
    sandbox.canaries().watchFor(FAKE_LOG_LINE);
    sandbox.ask(Client.ONE, "pay", "pln", "530000000001", "h-paid");
    books = sandbox.books();
  }

  @AfterAll
  static void stop() throws Exception {
    sandbox.close();
  }

  @ParameterizedTest
  @MethodSource("id.sakelar.acceptance.Hostile#listAll")
  void is_refused_as_written_and_moves_nothing(Hostile hostile) throws Exception {
    for (Turn turn : hostile.turns()) {
      var answer = RawLine.ask(sandbox.port(), turn.bytes());

      assertThat(answer).as("an answer").startsWith("HTTP/1.1 " + turn.answer().substring(0, 3));
      assertQuiet(answer);
      assertShape(answer, turn.answer().substring(3).strip());
    }

    assertThat(sandbox.books()).isEqualTo(books);
  }

  /// No header and no word says what is behind the door.
  private static void assertQuiet(String answer) {
    var head = answer.substring(0, answer.indexOf("\r\n\r\n") + 4).toLowerCase(Locale.ROOT);
    assertThat(head)
        .contains("cache-control: no-store\r\n")
        .containsPattern("content-type: application/json; ?charset=utf-8\r\n")
        .doesNotContain("\r\nserver:", "\r\nset-cookie:", "\r\nlocation:");
    assertThat(answer).hasSizeLessThan(2_000);
    assertThat(INTERNALS.matcher(answer).results().map(MatchResult::group)).isEmpty();
    assertThat(sandbox.canaries().leaks(List.of(answer))).isEmpty();
  }

  /// @param code of the dialect, empty where the door refuses; `bare` behind it where the refusal
  ///   repeats nothing of the question
  private static void assertShape(String answer, String code) {
    var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    if (code.isEmpty()) {
      assertThat(body).matches(REFUSED_BY_THE_DOOR);
      return;
    }
    var told = JSON.readTree(body.getBytes(ISO_8859_1));
    assertThat(told.propertyNames()).containsExactly("data");
    var data = told.get("data");
    assertThat(data.get("rc").asString()).isEqualTo(code.substring(0, 2));
    if (!code.startsWith("00")) {
      assertThat(data.propertyNames())
          .containsExactlyElementsOf(code.endsWith("bare") ? BARE : WHOLE);
      assertRefuses(data);
    }
  }

  /// A refusal has one text for each code, and repeats only what is of the alphabet.
  private static void assertRefuses(JsonNode data) {
    var message = data.get("message").asString();
    assertThat(MESSAGES.computeIfAbsent(data.get("rc").asString(), _ -> message))
        .isEqualTo(message);
    assertThat(data.get("status").asString()).isEqualTo("Gagal");
    assertThat(data.path("ref_id").asString("")).matches("[A-Za-z0-9._:-]{0,64}");
    assertThat(data.path("code").asString("")).matches("[A-Za-z0-9._:-]{0,64}");
    assertThat(data.path("customer_no").asString("")).matches("[A-Za-z0-9._:,/|@+ -]{0,64}");
    assertThat(data.path("sn").asString("")).isEmpty();
  }

  @Test
  void two_hundred_callers_who_hardly_speak_keep_nobody_waiting() throws Exception {
    var slow = new ArrayList<RawLine>();
    try {
      for (int i = 0; i < 200; i++) {
        var line = new RawLine(sandbox.port());
        slow.add(line);
        line.say("POST /v1/user/api/transaction HTTP/1.1\r\nhost: l");
      }

      var answer = sandbox.ask(Client.ONE, "inq", "pln", "530000000001", "h-patient");

      assertThat(answer.get("rc").asString()).isEqualTo("00");
      assertThat(sandbox.books()).isEqualTo(books);
    } finally {
      for (RawLine line : slow) {
        line.close();
      }
    }
  }

  @Test
  void two_payments_in_one_packet_are_both_answered() throws Exception {
    var first = request(Client.ONE.asks("pay", "pln", "530000000001", "h-paid"), "keep-alive");
    var second = request(Client.ONE.asks("pay", "pln", "530000000002", "h-paid"), "close");

    var answers = RawLine.ask(sandbox.port(), first + second);

    assertThat(answers.split("HTTP/1.1 ", -1)).hasSize(3);
    assertThat(answers).containsSubsequence("\"rc\":\"00\"", "\"rc\":\"49\"");
    assertThat(sandbox.books()).isEqualTo(books);
  }

  private static String request(String body, String connection) {
    return String.join(
        "\r\n",
        "POST /v1/user/api/transaction HTTP/1.1",
        "host: localhost",
        "connection: " + connection,
        "content-length: " + body.length(),
        "",
        body);
  }

  /// Otherwise all that is said here of secrets would be worth nothing.
  @Test
  void a_leak_would_be_found() {
    var log = LoggerFactory.getLogger(DigiswitchCorpusTest.class);
    try (var overheard = Overheard.begin()) {
      log.info("signed with {}", Client.ONE.sign("h-leak"));
      log.info("a failure", new IllegalStateException("key " + Client.POOR.key()));
      log.info("nothing of note");

      assertThat(sandbox.canaries().leaks(overheard.lines())).hasSize(2);
    }
    sandbox.forgetLog();
  }
}
