package id.sakelar.http;

import java.util.Map;

/// What a handler says to a call. The door adds `Cache-Control`, the trace id and the length.
///
/// @param headers what else to say; the media type belongs to the body
public record Answer(int status, Map<String, String> headers, Body body) {
  public Answer {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("an answer has a final status, not " + status);
    }
    headers = Headers.copyOf(headers);
  }

  public static Answer of(int status, Body body) {
    return new Answer(status, Map.of(), body);
  }

  /// Leaves out the headers, which may hold secrets.
  @Override
  public String toString() {
    return status + ", " + body;
  }
}
