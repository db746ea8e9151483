package id.sakelar.wire.bankplus;

import id.sakelar.wire.Codec;
import id.sakelar.wire.Message;
import java.time.YearMonth;
import java.util.Optional;

/// Asks for the counts of one month of Jakarta, which is an extension, or of all there are.
/// Immutable.
public record AnyMonth(Optional<YearMonth> month) {
  /// All there are.
  public static final AnyMonth ALL = new AnyMonth(Optional.empty());

  private static final Codec<AnyMonth> ONE =
      Questions.codec(
          from -> from.has("month") ? new AnyMonth(Optional.of(Month.read(from).month())) : ALL,
          it -> it.month().map(Month::new).orElseThrow().spelled());

  /// A question after all needs no body.
  static final Codec<AnyMonth> CODEC =
      Codec.of(
          message -> message.size() == 0 ? ALL : ONE.read(message),
          it -> it.month().isEmpty() ? Message.json("") : ONE.write(it));
}
