package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.acceptance.Hostile.Turn;
import id.sakelar.acceptance.LiveSandbox.Books;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.mmbc.Sentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Hostile requests in the words of MMBC and IAK get the refusal that is written down for them, in
/// the dialect's own shape, move nothing, and learn nothing.
class MoreCorpusTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static LiveSandbox sandbox;
  private static Books books;

  @BeforeAll
  static void start() throws Exception {
    sandbox = LiveSandbox.startFresh();
    sandbox.canaries().watchFor("FAKE-LOG-LINE");
    sandbox.canaries().watchFor("CANARY-CVV");
    sandbox.canaries().watchFor("CANARY-EXP");
    sandbox.canaries().watchFor("4111111111111112");
    books = sandbox.books();
  }

  @AfterAll
  static void stop() throws Exception {
    sandbox.close();
  }

  static List<Hostile> mmbc() throws IOException {
    return Hostile.list(List.of("mmbc-card", "mmbc-esamsat"));
  }

  static List<Hostile> iak() throws IOException {
    return Hostile.list(List.of("iak"));
  }

  @ParameterizedTest
  @MethodSource("mmbc")
  void mmbc_refuses_as_written_and_moves_nothing(Hostile hostile) throws Exception {
    for (Turn turn : hostile.turns()) {
      var body = Quiet.body(sandbox, sandbox.port(), turn);
      var reason = turn.answer().substring(3).strip();
      if (!reason.isEmpty()) {
        var told = JSON.readTree(body);
        assertThat(told.get("result").asString()).isEqualTo("no");
        var said = Sentence.of(told.get("reason").asString());
        assertThat(said).as(body).contains(Sentence.valueOf(reason));
      }
    }

    assertThat(sandbox.books()).isEqualTo(books);
  }

  @ParameterizedTest
  @MethodSource("iak")
  void iak_refuses_as_written_and_moves_nothing(Hostile hostile) throws Exception {
    for (Turn turn : hostile.turns()) {
      var body = Quiet.body(sandbox, sandbox.port(), turn);
      var words = turn.answer().split(" ", -1);
      var message = ResponseCode.of(words[1]).orElseThrow().message();
      assertThat(body).as(words[2]).satisfies(it -> assertFormat(it, words[2], words[1], message));
    }

    assertThat(sandbox.books()).isEqualTo(books);
  }

  private static void assertFormat(String body, String format, String code, String message) {
    switch (format) {
      case "json" -> {
        var told = JSON.readTree(body);
        assertThat(told.propertyNames()).containsExactly("data", "meta");
        assertThat(told.get("data").propertyNames()).containsExactly("response_code", "message");
        assertThat(told.get("data").get("response_code").asString()).isEqualTo(code);
        assertThat(told.get("data").get("message").asString()).isEqualTo(message);
      }
      case "xml" ->
          assertThat(body.replaceAll("\\s*\\n\\s*", ""))
              .endsWith(
                  "<mp><response_code>%s</response_code><message>%s</message></mp>"
                      .formatted(code, message));
      case "balance" -> {
        assertThat(JSON.readTree(body).get("data").get("rc").asString()).isEqualTo(code);
        assertThat(body).doesNotContain("1000000000");
      }
      default -> assertThat(body).contains(code, message);
    }
  }

  /// Who has stolen numbers and wants to know the good ones asks after all of them.
  @Test
  void cards_are_not_tried_out_here() throws Exception {
    var refused = new ArrayList<String>();
    for (int i = 0; i < 200 && refused.isEmpty(); i++) {
      var told =
          sandbox.form(
              "/json/kartukredit/inquiry_acc",
              "username=dummy2&password=dummy456&cc_code=8&cc_accountnumber=4111111111111111"
                  + "&amount=50000");
      if (told.get("result").asString().equals("no")) {
        refused.add(told.get("reason").asString());
      }
    }

    assertThat(refused).containsExactly(Sentence.LIMIT.text());
    assertThat(sandbox.books()).isEqualTo(books);
  }

  /// From one address, and for that user: others are not kept out.
  @Test
  void who_guesses_a_password_is_locked_out_and_hears_the_same() throws Exception {
    var right = "username=poor&password=poor123";
    assertThat(list(right)).startsWith("[");
    for (int i = 0; i < 6; i++) {
      assertThat(list("username=poor&password=guess-" + i)).contains(Sentence.LOGIN.text());
    }

    assertThat(list(right)).contains(Sentence.LOGIN.text());
    assertThat(list("username=dummy&password=dummy123")).startsWith("[");
  }

  private static String list(String credentials) throws IOException {
    return sandbox.form("/json/esamsat/list_esamsat", credentials).toString();
  }
}
