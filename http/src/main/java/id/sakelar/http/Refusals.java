package id.sakelar.http;

/// The voice in which a dialect refuses what never reaches its handler.
@FunctionalInterface
public interface Refusals {
  /// What to say to `trouble`. Must not throw, and should be constant.
  Answer answer(Trouble trouble);

  /// The same to a request that said its body to be of `mediaType`, for dialects with more than one
  /// format.
  ///
  /// @param mediaType as it came; empty if it said nothing
  default Answer answer(Trouble trouble, String mediaType) {
    return answer(trouble);
  }
}
