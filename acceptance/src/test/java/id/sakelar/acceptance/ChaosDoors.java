package id.sakelar.acceptance;

import id.sakelar.acceptance.ChaosPost.Meaning;
import id.sakelar.acceptance.ChaosTold.Told;
import id.sakelar.acceptance.ChaosTold.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The two doors of the bank, as agents and as other banks see them. Uses nothing of the product.
/// Thread-safe.
///
/// @param platform the agents' door
/// @param switcher the other one
record ChaosDoors(ChaosPost platform, ChaosPost switcher) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// What is said where nothing was made and the same may be asked again.
  private static final Set<String> NOT_FORMED =
      Set.of(
          "INTERNAL",
          "[96] Sistem sedang sibuk, coba beberapa saat lagi",
          "too many requests",
          "service is not available",
          "refnum provided was not found");

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

  private static Optional<Told> ask(
      ChaosPost door, String path, Map<String, String> headers, String body, Duration patience)
      throws InterruptedException {
    var all = new TreeMap<>(headers);
    all.put("Content-Type", "application/json");
    return door.ask(path, all, body, patience, ChaosDoors::meaning);
  }

  private static Meaning meaning(String body) {
    var word = word(body);
    return new Meaning(verdict(word), word, body);
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
