package id.sakelar.conversations;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One request, its answer, and what the answer means to the switch. Immutable.
public record Exchange(Request request, Answer answer, String meaning) {
  /// What is sent.
  ///
  /// @param headers by lower-case name, in the order of the file
  public record Request(String method, String path, Map<String, String> headers, String body) {
    public Request {
      headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
  }

  /// What comes back.
  ///
  /// @param headers by lower-case name, in the order of the file
  public record Answer(int status, Map<String, String> headers, String body) {
    public Answer {
      headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
  }
}
