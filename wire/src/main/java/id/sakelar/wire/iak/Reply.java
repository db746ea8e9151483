package id.sakelar.wire.iak;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Json.Members;
import java.util.function.Function;
import java.util.function.Predicate;

/// What was asked for, or a bare refusal.
///
/// @param <T> what was asked for
public sealed interface Reply<T> {
  /// What was asked for. It may be bad news all the same: its verdict says so.
  record Answered<T>(T answer) implements Reply<T> {}

  /// A code and a message, and nothing about what was asked.
  record Refused<T>(Verdict verdict) implements Reply<T> {
    /// A refusal for the reason of `code`.
    public static <T> Refused<T> of(ResponseCode code) {
      return new Refused<>(Verdict.of(code));
    }
  }

  static <T> Reply<T> answered(T answer) {
    return new Answered<>(answer);
  }

  /// A codec of replies: what `isAnswer` does not know is a refusal.
  static <T> Codec<Reply<T>> codec(
      Codec<Members> outer,
      Predicate<Fields> isAnswer,
      Fields.Reader<T> reader,
      Function<T, Members> writer) {
    return Codec.of(
        message -> {
          var from = new Fields(outer.read(message));
          return isAnswer.test(from)
              ? new Answered<>(reader.read(from))
              : new Refused<>(Verdict.read(from));
        },
        reply -> outer.write(spelled(reply, writer)));
  }

  private static <T> Members spelled(Reply<T> reply, Function<T, Members> writer) {
    return switch (reply) {
      case Answered<T>(T answer) -> writer.apply(answer);
      case Refused<T>(Verdict verdict) -> verdict.write(new Draft()).members();
    };
  }
}
