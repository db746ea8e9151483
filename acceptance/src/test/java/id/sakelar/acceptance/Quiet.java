package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.acceptance.Hostile.Turn;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What the answer to a hostile request may not say: anything of what is behind the door.
final class Quiet {
  private static final Pattern INTERNALS =
      Pattern.compile(
          "(?i)exception|stack ?trace|\\.java|\\bat [a-z.]+\\(|jackson|jetty|javalin|jdbc"
              + "|postgres|psql|\\bselect\\b|\\binsert\\b|/tmp|/home|/usr|target/|null pointer"
              + "|root:|CANARY");

  /// Printed in the document, which knows of no better word for an unknown source.
  private static final String PRINTED = "Corporate Tidak Ditemukan. Exception : &";

  private Quiet() {}

  /// The body of the answer to a request at a port of the sandbox, of the status that is written
  /// down for it.
  static String body(LiveSandbox sandbox, int port, Turn turn) throws IOException {
    var answer = RawLine.ask(port, turn.bytes());
    assertThat(answer).startsWith("HTTP/1.1 " + turn.answer().substring(0, 3));
    int end = answer.indexOf("\r\n\r\n") + 4;
    assertThat(answer.substring(0, end).toLowerCase(Locale.ROOT))
        .contains("cache-control: no-store\r\n")
        .containsPattern("content-type: application/(json|xml); ?charset=utf-8\r\n")
        .doesNotContain("\r\nserver:", "\r\nset-cookie:", "\r\nlocation:");
    assertThat(answer).hasSizeLessThan(2_000);
    var said = new String(answer.getBytes(ISO_8859_1), UTF_8);
    assertThat(INTERNALS.matcher(said.replace(PRINTED, "")).results().map(MatchResult::group))
        .isEmpty();
    assertThat(sandbox.canaries().isLeaked(said)).isFalse();
    return new String(answer.substring(end).getBytes(ISO_8859_1), UTF_8);
  }
}
