package id.sakelar.server.recovery;

import id.sakelar.server.payment.SettlementLine.Status;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How one biller writes its list of settled payments. Immutable.
///
/// @param columns what the biller calls each of ours: `date`, `reference`, `theirs`, `product`,
///   `amount` and `status`; a column that is not named here is called as we call it
/// @param dates how dates are written, a pattern of [DateTimeFormatter] with `uuuu` for the year
/// @param words what each word under `status` means, in lower case
/// @param separator between fields
public record SettlementFormat(
    Map<String, String> columns, String dates, Map<String, Status> words, char separator) {
  public SettlementFormat {
    columns = Map.copyOf(columns);
    words = Map.copyOf(words);
  }

  /// As this switch and its simulated billers write one.
  public static SettlementFormat standard() {
    return new SettlementFormat(
        Map.of(),
        "uuuu-MM-dd",
        Map.of("paid", Status.PAID, "failed", Status.FAILED, "reversed", Status.REVERSED),
        ',');
  }

  String column(String ours) {
    return columns.getOrDefault(ours, ours);
  }

  Optional<Status> status(String word) {
    return Optional.ofNullable(words.get(word.toLowerCase(Locale.ROOT)));
  }

  DateTimeFormatter dateFormat() {
    return DateTimeFormatter.ofPattern(dates, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  }
}
