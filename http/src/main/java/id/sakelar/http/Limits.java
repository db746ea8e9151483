package id.sakelar.http;

import java.time.Duration;
import java.util.List;

/// How much a door takes from anybody.
///
/// @param bodyBytes the longest body, however it is sent
/// @param headerBytes the request line and all headers together
/// @param headerCount how many headers
/// @param headerTime from the opening of a connection, or the first byte of a later request, to the
///   end of the headers
/// @param bodyTime from the end of the headers to the end of the body
/// @param idleTime how long a connection may rest between requests, and an answer wait to be taken
/// @param connectionCount open connections; one more closes the one that has rested longest
/// @param callCount calls being handled; one more is [Trouble#BUSY]
/// @param stopTime how long the calls in hand may take once the door is closing
public record Limits(
    int bodyBytes,
    int headerBytes,
    int headerCount,
    Duration headerTime,
    Duration bodyTime,
    Duration idleTime,
    int connectionCount,
    int callCount,
    Duration stopTime) {
  public static final Limits STANDARD =
      new Limits(
          32 * 1024,
          8 * 1024,
          100,
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          1_000,
          1_000,
          Duration.ofSeconds(20));

  public Limits {
    for (int count : new int[] {bodyBytes, headerBytes, headerCount, connectionCount, callCount}) {
      if (count < 1) {
        throw new IllegalArgumentException("a limit lets something through, not " + count);
      }
    }
    // to the library nothing means for ever
    for (Duration time : List.of(headerTime, bodyTime, idleTime)) {
      if (time.toMillis() < 1) {
        throw new IllegalArgumentException("a limit gives some time, not " + time);
      }
    }
  }
}
