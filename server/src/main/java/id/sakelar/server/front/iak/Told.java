package id.sakelar.server.front.iak;

import id.sakelar.money.Rupiah;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a bill tells; nothing where it does not.
final class Told {
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

  private Told() {}

  static Optional<String> told(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  /// A number of cubic metres, where it is told in digits.
  static Optional<Integer> count(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(it -> COUNT.matcher(it).matches())
        .map(Integer::valueOf);
  }

  /// An amount as a text of digits; an empty one where it is not told.
  static String digits(@Nullable Rupiah amount) {
    return amount == null ? "" : Long.toString(amount.toWhole());
  }
}
