package id.sakelar.wire.bankplus;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Spells moments, `2020-06-04T08:38:59.387Z`: UTC, with three digits of a second's fraction.
final class SwitcherMoment {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private SwitcherMoment() {}

  static String spell(Instant moment) {
    return FORMAT.format(moment);
  }

  static Instant read(Fields from, String name) throws Garbled {
    String text = from.text(name);
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      throw Garbled.field(name, "is no moment");
    }
  }
}
