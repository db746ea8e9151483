package id.sakelar.simulator;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Answers that nobody understands, as they are met in the wild.
enum Garbage {
  /// The error page of some proxy.
  PAGE,

  /// A word that is no message of any dialect.
  WORD,

  /// The first half of the answer that would have been given.
  HALF;

  private static final String PAGE_TEXT =
      "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>";

  static Garbage draw(RandomGenerator random) {
    return values()[random.nextInt(values().length)];
  }

  Answer instead(Answer truth) {
    return switch (this) {
      case PAGE -> Answer.of(502, Body.of("text/html", PAGE_TEXT));
      case WORD -> Answer.of(200, Body.of("text/plain", "OK"));
      case HALF -> Answer.of(truth.status(), half(truth.body()));
    };
  }

  private static Body half(Body body) {
    return Body.of(body.mediaType(), Arrays.copyOf(body.bytes(), body.size() / 2));
  }
}
