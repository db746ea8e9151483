package id.sakelar.http;

/// The voice in which a dialect refuses what never reaches its handler.
@FunctionalInterface
public interface Refusals {
  /// What to say to `trouble`. Must not throw, and should be constant.
  Answer answer(Trouble trouble);
}
