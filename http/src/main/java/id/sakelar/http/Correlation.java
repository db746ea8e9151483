package id.sakelar.http;

import java.time.Duration;

/// The call at hand, for whoever works on the handler's own thread: its trace id, which is sent to
/// the caller in [#HEADER], and how long its caller has waited.
public final class Correlation {
  /// The header of each answer that carries the trace id.
  public static final String HEADER = "X-Request-Id";

  static final ScopedValue<String> ID = ScopedValue.newInstance();

  static final ScopedValue<Long> BEGAN = ScopedValue.newInstance();

  private Correlation() {}

  /// The trace id of the call that this thread is handling, `-` outside of a call.
  public static String current() {
    return ID.orElse("-");
  }

  /// How long ago the call that this thread is handling arrived, without the time its body took;
  /// nothing outside of a call.
  public static Duration waited() {
    return BEGAN.isBound() ? Duration.ofNanos(System.nanoTime() - BEGAN.get()) : Duration.ZERO;
  }
}
