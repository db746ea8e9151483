package id.sakelar.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Headers as both sides hand them out: names in any case, a repeated header as one text.
final class Headers {
  private Headers() {}

  /// An unmodifiable copy that finds a name in whatever case it is asked for.
  static SortedMap<String, String> copyOf(Map<String, String> headers) {
    SortedMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    return Collections.unmodifiableSortedMap(copy);
  }

  /// As [#copyOf], with the values of a repeated header joined by commas (RFC 9110, 5.3).
  static SortedMap<String, String> join(Map<String, List<String>> headers) {
    SortedMap<String, String> joined = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> joined.put(name, String.join(", ", values)));
    return Collections.unmodifiableSortedMap(joined);
  }
}
