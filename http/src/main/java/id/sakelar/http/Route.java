package id.sakelar.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// A served path, with what is done there by each method.
///
/// Paths are compared as they were sent, undecoded, so that no two spellings reach the same place.
final class Route {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private final List<String> segments;
  private final Refusals refusals;
  private final Map<String, Handler> handlers = new HashMap<>();
  private final OptionalInt bodyBytes;

  Route(String path, Refusals refusals) {
    this(path, refusals, OptionalInt.empty());
  }

  /// A route with bodies of another length than the door's.
  Route(String path, Refusals refusals, int bodyBytes) {
    this(path, refusals, OptionalInt.of(bodyBytes));
  }

  private Route(String path, Refusals refusals, OptionalInt bodyBytes) {
    this.segments = split(path);
    this.refusals = refusals;
    this.bodyBytes = bodyBytes;
  }

  /// Only before the door is open.
  void serve(String method, Handler handler) {
    if (handlers.putIfAbsent(method, handler) != null) {
      throw new IllegalArgumentException(
          method + " " + String.join("/", segments) + " is served already");
    }
  }

  /// The longest body it takes; empty if that is what the door takes.
  OptionalInt bodyBytes() {
    return bodyBytes;
  }

  Refusals refusals() {
    return refusals;
  }

  Optional<Handler> findHandler(String method) {
    return Optional.ofNullable(handlers.get(method));
  }

  /// The path's parameters, empty if this is another path.
  Optional<Map<String, String>> findParameters(String path) {
    List<String> words = split(path);
    if (words.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      if (!matches(segments.get(i), words.get(i), parameters)) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }

  private static boolean matches(String segment, String word, Map<String, String> parameters) {
    if (!segment.startsWith("{")) {
      return segment.equals(word);
    }
    parameters.put(segment.substring(1, segment.length() - 1), word);
    return WORD.matcher(word).matches() && !word.equals(".") && !word.equals("..");
  }

  private static List<String> split(String path) {
    return List.of(withoutLastSlash(path).split("/", -1));
  }

  static String withoutLastSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
