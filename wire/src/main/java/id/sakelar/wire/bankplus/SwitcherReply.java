package id.sakelar.wire.bankplus;

import id.sakelar.wire.Masked;
import java.util.Optional;

/// What the word `code` says: `00` and what was asked for, `68` for nobody knows yet, or anything
/// else and why not.
///
/// @param <A> what was asked for
public sealed interface SwitcherReply<A> {
  /// It was done.
  record Answered<A>(A answer) implements SwitcherReply<A> {}

  /// It may be done: `68`, an extension.
  ///
  /// @param refnum under which to check it; missing if it is not known what was asked
  record Pending<A>(Optional<String> refnum) implements SwitcherReply<A> {}

  /// It was not done and will not be.
  ///
  /// @param code `-1`, or `0101` where an account is not known
  /// @param account the one that is not known; missing if it is about something else. Printed
  ///   masked.
  record Refused<A>(String code, String message, Optional<String> account)
      implements SwitcherReply<A> {
    @Override
    public String toString() {
      return "Refused[%s, %s, %s]".formatted(code, message, account.map(Masked::lastFour));
    }
  }

  static <A> SwitcherReply<A> answered(A answer) {
    return new Answered<>(answer);
  }

  static <A> SwitcherReply<A> pending(String refnum) {
    return new Pending<>(Optional.of(refnum));
  }

  /// Nobody can say what became of whatever was asked.
  static <A> SwitcherReply<A> inDoubt() {
    return new Pending<>(Optional.empty());
  }

  static <A> SwitcherReply<A> refused(SwitcherSentence sentence) {
    return new Refused<>(sentence.code(), sentence.text(), Optional.empty());
  }

  /// Refuses because of an account that is not known.
  static <A> SwitcherReply<A> refused(SwitcherSentence sentence, String account) {
    return new Refused<>(sentence.code(), sentence.text(), Optional.of(account));
  }
}
