package id.sakelar.http;

/// The trace id of the call at hand: sent to the caller in [#HEADER], and there for whoever logs on
/// the handler's own thread.
public final class Correlation {
  /// The header of each answer that carries the trace id.
  public static final String HEADER = "X-Request-Id";

  static final ScopedValue<String> ID = ScopedValue.newInstance();

  private Correlation() {}

  /// The trace id of the call that this thread is handling, `-` outside of a call.
  public static String current() {
    return ID.orElse("-");
  }
}
