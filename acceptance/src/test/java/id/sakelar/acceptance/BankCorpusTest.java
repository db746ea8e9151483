package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.acceptance.Hostile.Turn;
import id.sakelar.wire.bankplus.Code;
import id.sakelar.wire.bankplus.Sentence;
import id.sakelar.wire.bankplus.SwitcherSentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Hostile requests to the bank's platform and to its switcher get the refusal that is written down
/// for them, in the dialect's own shape, move nothing, and learn nothing.
class BankCorpusTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static LiveSandbox sandbox;
  private static Map<String, String> staged;

  @BeforeAll
  static void start() throws Exception {
    sandbox = LiveSandbox.startFresh();
    for (String canary : List.of("FAKE-LOG-LINE", "CANARY", "3201119999999999", "GUESSED-1")) {
      sandbox.canaries().watchFor(canary);
    }
    staged = BankStage.set(sandbox);
  }

  @AfterAll
  static void stop() throws Exception {
    sandbox.close();
  }

  static List<Hostile> platform() throws IOException {
    return Hostile.list("bankplus", staged);
  }

  static List<Hostile> switcher() throws IOException {
    return Hostile.list("switcher", staged);
  }

  @ParameterizedTest
  @MethodSource("platform")
  void the_platform_refuses_as_written_and_moves_nothing(Hostile hostile) throws Exception {
    var books = sandbox.books();
    for (Turn turn : hostile.turns()) {
      var body = Quiet.body(sandbox, sandbox.port(), turn);
      var words = turn.answer().substring(3).strip().split(" ", -1);
      if (!words[0].isEmpty()) {
        assertTold(JSON.readTree(body), words[0], words.length > 1 ? words[1] : "");
      }
    }

    assertThat(sandbox.books()).isEqualTo(books);
  }

  /// @param field that the sentence blames; empty where it blames none
  private static void assertTold(JsonNode told, String word, String field) {
    if (word.equals("00")) {
      assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("00");
      return;
    }
    var sentence = Sentence.valueOf(word);
    assertThat(told.get("message").asString()).isEqualTo(sentence.text().replace("%s", field));
    assertThat(told.get("code").asString()).isEqualTo(sentence.code().word());
    assertShape(told, sentence.code());
  }

  private static void assertShape(JsonNode told, Code code) {
    switch (code) {
      case LOGIN -> {
        assertThat(told.propertyNames()).containsExactly("code", "message", "debug");
        assertThat(told.get("debug").propertyNames()).containsExactly("from", "status");
      }
      case REFUSED -> {
        var data = told.get("data");
        assertThat(told.propertyNames()).containsExactly("code", "message", "data", "debug");
        assertThat(data.propertyNames())
            .containsExactly("code", "status", "message", "trace_code", "bank_code");
        assertThat(data.get("trace_code").asString()).matches("BLB[0-9]{17}");
      }
      case NOT_FOUND, UPDATE_NONE, DONE, PENDING ->
          assertThat(told.propertyNames()).containsExactly("code", "message", "data");
      case SESSION_NOT_FOUND, INVALID_PIN, BAD_REQUEST, FORBIDDEN, TOO_MANY_REQUESTS, INTERNAL -> {
        assertThat(told.propertyNames()).containsExactly("code", "message", "data", "debug");
        assertThat(told.get("data").propertyNames()).isEmpty();
        assertThat(told.get("debug").propertyNames())
            .containsExactly("from", "status", "name", "info");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("switcher")
  void the_switcher_refuses_as_written_and_moves_nothing(Hostile hostile) throws Exception {
    var books = sandbox.books();
    for (Turn turn : hostile.turns()) {
      var body = Quiet.body(sandbox, sandbox.switcherPort(), turn);
      var word = turn.answer().substring(3).strip();
      if (!word.isEmpty()) {
        assertOrdered(JSON.readTree(body), word);
      }
    }

    assertThat(sandbox.books()).isEqualTo(books);
  }

  private static void assertOrdered(JsonNode told, String word) {
    if (word.equals("00")) {
      assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("00");
      return;
    }
    var sentence = SwitcherSentence.valueOf(word);
    assertThat(told.get("message").asString()).isEqualTo(sentence.text());
    assertThat(told.get("code").asString()).isEqualTo(sentence.code());
    assertThat(told.propertyNames())
        .containsExactlyElementsOf(
            sentence.code().equals("0101")
                ? List.of("code", "message", "data", "debug")
                : List.of("code", "message", "debug"));
    assertThat(told.get("debug").toString()).isEqualTo("{\"from\":\"branchless_switcher\"}");
  }

  /// Who looks for accounts to steal from asks after all numbers; a third of the sandbox's 300
  /// looks a minute may find none.
  @Test
  void accounts_are_not_tried_out_here() throws Exception {
    var agent = Agent.other(sandbox);
    var books = sandbox.books();
    var told = new ArrayList<String>();
    for (int i = 0; i < 300 && !told.contains(Code.TOO_MANY_REQUESTS.word()); i++) {
      var path = i % 2 == 0 ? "bsa/checkAccount" : "bsa/transfer/intrabank/inquiry";
      var field = i % 2 == 0 ? "accountNum" : "account_number";
      var heard = agent.send(path, "", "{\"" + field + "\":\"77" + i + "\"}");
      told.add(JSON.readTree(LiveSandbox.text(heard)).get("code").asString());
    }

    assertThat(told).endsWith(Code.TOO_MANY_REQUESTS.word()).hasSizeBetween(90, 200);
    assertThat(sandbox.books()).isEqualTo(books);
  }

  /// Whoever plants a session hopes that somebody will log in under it.
  @Test
  void a_session_is_never_the_one_that_the_caller_brings() throws Exception {
    var planted = "f".repeat(80);
    var body = "{\"username\":\"BNIUS100294\",\"password\":\"T6jkl4ss\"}";
    var heard = sandbox.tell("/bankplus/users/auth", Map.of("sessionid", planted), body);
    var begun = JSON.readTree(LiveSandbox.text(heard)).get("session_id").asString();

    assertThat(begun).matches("[A-Za-z0-9]{80}").isNotEqualTo(planted);
    assertThat(sandbox.tell("/bankplus/account/balance", Map.of("sessionid", planted), "").status())
        .isEqualTo(401);
    assertThat(sandbox.tell("/bankplus/account/balance", Map.of("sessionid", begun), "").status())
        .isEqualTo(200);
  }
}
