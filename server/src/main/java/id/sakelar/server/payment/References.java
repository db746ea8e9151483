package id.sakelar.server.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Makes our references at billers: `S`, the date in Jakarta as six digits, and thirteen characters
/// of chance (65 bits). Twenty characters of upper-case letters and digits in all, which every
/// biller's alphabet has. Thread-safe when its source of chance is.
public final class References {
  /// Where business days begin and end.
  public static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final RandomGenerator chance;

  public References(RandomGenerator chance) {
    this.chance = chance;
  }

  String next(Instant now) {
    var reference = new StringBuilder("S").append(DATE.format(dayOf(now)));
    for (int i = 0; i < 13; i++) {
      reference.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
    }
    return reference.toString();
  }

  /// The business day of a moment.
  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, JAKARTA);
  }
}
