package id.sakelar.http;

import java.util.Map;
import java.util.Optional;

/// A whole answer, whatever its status says.
///
/// @param headers names in any case; the values of a repeated header are joined by commas
public record Heard(int status, Map<String, String> headers, Body body) {
  public Heard {
    headers = Headers.copyOf(headers);
  }

  public Optional<String> findHeader(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// Leaves out the headers, which may hold secrets.
  @Override
  public String toString() {
    return status + ", " + body;
  }
}
