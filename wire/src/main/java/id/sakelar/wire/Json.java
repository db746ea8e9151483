package id.sakelar.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A piece of JSON as it was written: numbers keep their spelling, so that nothing is rounded or
/// calculated before somebody has looked at it.
///
/// Prints its shape and never its content. Immutable.
public sealed interface Json {
  /// A string, without its quotes and escapes.
  record Text(String text) implements Json {
    @Override
    public String toString() {
      return "Text[" + text.length() + " chars]";
    }
  }

  /// A number as it was spelled, `1e5` included: it is for the reader of the field to refuse.
  record Numeral(String token) implements Json {
    @Override
    public String toString() {
      return "Numeral[" + token.length() + " chars]";
    }
  }

  /// `true` or `false`.
  record Truth(boolean isTrue) implements Json {}

  /// `null`.
  record Nothing() implements Json {}

  /// A list.
  record Items(List<Json> list) implements Json {
    public Items {
      list = List.copyOf(list);
    }

    @Override
    public String toString() {
      return "Items[" + list.size() + "]";
    }
  }

  /// An object. The fields keep their order; equality does not look at it.
  record Members(Map<String, Json> fields) implements Json {
    public Members {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String toString() {
      return "Members" + fields.keySet();
    }
  }
}
