package id.sakelar.wire.mmbc;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/// Spells moments: `2019-07-07 13:14:15`, on the clock of Jakarta.
final class Moment {
  private static final DateTimeFormatter SPELLING =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private Moment() {}

  static LocalDateTime read(Fields from, String name) throws Garbled {
    try {
      return LocalDateTime.parse(from.text(name), SPELLING);
    } catch (DateTimeParseException _) {
      throw Garbled.field(name, "is not a date and a time");
    }
  }

  static String spell(LocalDateTime moment) {
    return moment.format(SPELLING);
  }
}
