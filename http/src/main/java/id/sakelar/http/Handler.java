package id.sakelar.http;

/// Answers the calls on one path. Runs on a virtual thread of its own for each call and may block
/// as long as it likes; it is not interrupted, not even when the caller has gone away.
@FunctionalInterface
public interface Handler {
  /// Whatever this throws is logged with the trace id and becomes [Trouble#FAILED], except a
  /// [HangUp].
  Answer handle(Call call);
}
