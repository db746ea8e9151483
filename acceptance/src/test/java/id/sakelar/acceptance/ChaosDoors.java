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
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The two doors of the bank, as agents and as other banks see them. Uses nothing of the product.
/// Thread-safe.
///
/// @param platform the port of the agents' door
/// @param switcher the port of the other one
record ChaosDoors(int platform, int switcher, HttpClient http) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final InstantSource CLOCK = InstantSource.system();

  /// What is said where nothing was made and the same may be asked again.
  private static final Set<String> NOT_FORMED =
      Set.of(
          "INTERNAL",
          "[96] Sistem sedang sibuk, coba beberapa saat lagi",
          "too many requests",
          "service is not available",
          "refnum provided was not found");

  static ChaosDoors at(int platform, int switcher) {
    var http =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    return new ChaosDoors(platform, switcher, http);
  }

  /// What an agent is told.
  ///
  /// @param headers such as `sessionid`
  Optional<Told> tell(String path, Map<String, String> headers, String body, Duration patience)
      throws InterruptedException {
    return ask(platform, "/bankplus/" + path, headers, body, patience);
  }

  /// What a caller of the switcher is told.
  Optional<Told> order(String path, String body, Duration patience) throws InterruptedException {
    return ask(switcher, path, Map.of(), body, patience);
  }

  private Optional<Told> ask(
      int port, String path, Map<String, String> headers, String body, Duration patience)
      throws InterruptedException {
    var asked = CLOCK.instant();
    try {
      var heard = http.send(request(port, path, headers, body, patience), BodyHandlers.ofString());
      var text = heard.body();
      var word = word(text);
      return Optional.of(new Told(asked, CLOCK.instant(), verdict(word), word, text));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static HttpRequest request(
      int port, String path, Map<String, String> headers, String body, Duration patience) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .timeout(patience)
            .POST(BodyPublishers.ofString(body, UTF_8));
    headers.forEach(request::header);
    return request.build();
  }

  /// The code, or the message where that says more; empty where there is neither.
  private static String word(String body) {
    var told = json(body);
    var code = told.path("code").asString("");
    return code.equals("-1") ? told.path("message").asString("") : code;
  }

  /// An answer as its fields, none where it is no JSON.
  static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException _) {
      return JSON.createObjectNode();
    }
  }

  /// Sessions and PINs are good, and every question can be read, so that whoever says otherwise
  /// makes no sense.
  private static Verdict verdict(String word) {
    return switch (word) {
      case "00" -> Verdict.YES;
      case "68" -> Verdict.OPEN;
      case "" -> Verdict.SENSELESS;
      default -> {
        boolean named = word.matches("[A-Z_]+|2102");
        yield NOT_FORMED.contains(word)
            ? Verdict.NOT_FORMED
            : named ? Verdict.SENSELESS : Verdict.NO;
      }
    };
  }
}
