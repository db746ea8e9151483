package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json;
import id.sakelar.wire.Json.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/// Spells moments, days, grouped amounts and words that may be null.
final class Spelling {
  private static final DateTimeFormatter MOMENT = strict("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
  private static final DateTimeFormatter IN_SENTENCE = strict("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter DAY = strict("uuuu-MM-dd");
  private static final DateTimeFormatter DAY_FIRST = strict("dd-MM-uuuu");
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private static final Pattern GROUPED = Pattern.compile("-?(0|[1-9][0-9]{0,2}(\\.[0-9]{3}){0,5})");
  private static final Pattern LAST_OF_THREE = Pattern.compile("(?<=[0-9])(?=([0-9]{3})+$)");

  private Spelling() {}

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  /// `2020-04-16T07:46:43.845Z`: universal time, though the document's tables promise Jakarta's.
  static String moment(Instant moment) {
    return MOMENT.format(moment.atOffset(ZoneOffset.UTC));
  }

  static Instant moment(Fields from, String name) throws Garbled {
    try {
      return LocalDateTime.parse(from.text(name), MOMENT).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException _) {
      throw Garbled.field(name, "is not a moment");
    }
  }

  static Optional<Instant> findMoment(Fields from, String name) throws Garbled {
    return from.has(name) ? Optional.of(moment(from, name)) : Optional.empty();
  }

  /// `2020-04-16 14:50:35`, as sentences have it: on the clock of Jakarta.
  static String inSentence(Instant moment) {
    return IN_SENTENCE.format(moment.atZone(JAKARTA));
  }

  /// `1997-08-01`, as questions have it.
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static LocalDate day(Fields from, String name) throws Garbled {
    return day(from, name, DAY);
  }

  /// `01-08-1997`, as answers have it.
  static String dayFirst(LocalDate day) {
    return DAY_FIRST.format(day);
  }

  static LocalDate dayFirst(Fields from, String name) throws Garbled {
    return day(from, name, DAY_FIRST);
  }

  private static LocalDate day(Fields from, String name, DateTimeFormatter spelling)
      throws Garbled {
    try {
      return LocalDate.parse(from.text(name), spelling);
    } catch (DateTimeParseException _) {
      throw Garbled.field(name, "is not a day");
    }
  }

  /// `202.696.682`: whole rupiah, a dot before every three digits.
  ///
  /// @throws IllegalArgumentException if it has sen
  static String grouped(Rupiah amount) {
    if (!amount.isWhole()) {
      throw new IllegalArgumentException("whole rupiah are grouped, not " + amount);
    }
    return LAST_OF_THREE.matcher(Long.toString(amount.toWhole())).replaceAll(".");
  }

  static Rupiah grouped(Fields from, String name) throws Garbled {
    String written = from.text(name);
    if (!GROUPED.matcher(written).matches()) {
      throw Garbled.field(name, "is not an amount in groups of three digits");
    }
    return Rupiah.of(Long.parseLong(written.replace(".", "")));
  }

  /// A word that is null where there is none.
  static Draft text(Draft to, String name, Optional<String> text) {
    return to.json(name, text.<Json>map(Text::new).orElseGet(Json.Nothing::new));
  }

  /// A moment that is null where there is none.
  static Draft moment(Draft to, String name, Optional<Instant> moment) {
    return text(to, name, moment.map(Spelling::moment));
  }

  /// A balance in whole rupiah that is null where nobody says it.
  ///
  /// @throws IllegalArgumentException if it has sen
  static Draft balance(Draft to, String name, Optional<Rupiah> balance) {
    return balance.isPresent()
        ? to.balance(name, balance.get())
        : to.json(name, new Json.Nothing());
  }
}
