package id.sakelar.wire.digiswitch;

import java.util.Optional;

/// What stands in `data`: what was asked for, or a bare refusal.
///
/// @param <T> what was asked for
public sealed interface Reply<T> {
  /// What was asked for.
  record Answered<T>(T answer) implements Reply<T> {}

  /// A refusal that says nothing about what it refuses.
  record Refused<T>(String rc, String message, Optional<String> status) implements Reply<T> {
    /// A refusal for the reason of `code`.
    public static <T> Refused<T> of(ResponseCode code) {
      return new Refused<>(code.rc(), code.message(), Optional.of(code.status().word()));
    }
  }

  static <T> Reply<T> answered(T answer) {
    return new Answered<>(answer);
  }
}
