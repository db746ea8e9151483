package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/// Asks for the counts of one month of Jakarta, `2020-01`. Immutable.
public record Month(YearMonth month) {
  private static final DateTimeFormatter SPELLING =
      DateTimeFormatter.ofPattern("uuuu-MM").withResolverStyle(ResolverStyle.STRICT);

  static Month read(Fields from) throws Garbled {
    try {
      return new Month(YearMonth.parse(from.text("month"), SPELLING));
    } catch (DateTimeParseException _) {
      throw Garbled.field("month", "is not a month");
    }
  }

  Members spelled() {
    return new Draft().text("month", SPELLING.format(month)).members();
  }
}
