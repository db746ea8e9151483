package id.sakelar.http;

import java.time.Duration;

/// How long and how much to listen to somebody.
///
/// @param connect until the connection stands, TLS included
/// @param total from the question to the last byte of the answer; longer than `connect`
/// @param answerBytes the longest answer that is read
public record Budget(Duration connect, Duration total, int answerBytes) {
  /// For a partner who is told something and has nothing to say but a status.
  public static final Budget WEBHOOK =
      new Budget(Duration.ofSeconds(5), Duration.ofSeconds(10), 4 * 1024);

  private static final int ANSWER_BYTES = 256 * 1024;

  public Budget {
    if (connect.compareTo(total) >= 0) {
      throw new IllegalArgumentException(
          "connecting takes less than the whole, not " + connect + " of " + total);
    }
  }

  /// For a biller, who may answer with as much as 256 kB.
  public static Budget of(Duration connect, Duration total) {
    return new Budget(connect, total, ANSWER_BYTES);
  }
}
