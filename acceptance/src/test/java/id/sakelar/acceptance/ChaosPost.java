package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.acceptance.ChaosTold.Told;
import id.sakelar.acceptance.ChaosTold.Verdict;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Somebody at the other end of a door, who posts questions. Thread-safe.
record ChaosPost(ChaosPorts ports, HttpClient http) {
  private static final InstantSource CLOCK = InstantSource.system();

  static ChaosPost to(ChaosPorts ports) {
    var http =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    return new ChaosPost(ports, http);
  }

  /// What an answer means.
  ///
  /// @param rc its code, or its words where it has none
  /// @param body what is always the same in answers that say the same
  record Meaning(Verdict verdict, String rc, String body) {}

  /// Asks once.
  ///
  /// @return the answer; empty if there was none
  Optional<Told> ask(
      String path,
      Map<String, String> headers,
      String body,
      Duration patience,
      Function<String, Meaning> meaning)
      throws InterruptedException {
    var asked = CLOCK.instant();
    try {
      var heard = meaning.apply(send(path, headers, body, patience));
      return Optional.of(
          new Told(asked, CLOCK.instant(), heard.verdict(), heard.rc(), heard.body()));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// The body of the answer to one question.
  String send(String path, Map<String, String> headers, String body, Duration patience)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.next() + path))
            .timeout(patience)
            .POST(BodyPublishers.ofString(body, UTF_8));
    headers.forEach(request::header);
    return http.send(request.build(), BodyHandlers.ofString(UTF_8)).body();
  }
}
