package id.sakelar.http;

import java.util.Map;

/// Carries questions to one host and brings its answers back, each question at most once. [Caller]
/// does so over HTTP; a simulation does without sockets.
public interface Messenger {
  /// Asks once and returns the answer, whatever its status.
  ///
  /// @param path begins with a slash; may have a query
  /// @throws NotSent if the question certainly never left this machine
  /// @throws Unheard in every other case without a whole answer
  Heard ask(String method, String path, Map<String, String> headers, Body body)
      throws NotSent, Unheard;
}
