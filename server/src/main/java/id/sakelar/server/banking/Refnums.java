package id.sakelar.server.banking;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// Makes reference numbers as banks know them: date and time in Jakarta, to the second, as twelve
/// digits, and four digits that one process gives again after ten thousand. Thread-safe.
public final class Refnums {
  /// Where business days begin and end.
  static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuMMddHHmmss", Locale.ROOT).withZone(JAKARTA);
  private static final int ALL = 10_000;

  private final AtomicInteger next;

  /// Numbers that begin by chance, so that processes seldom make the same one.
  public Refnums(RandomGenerator chance) {
    this.next = new AtomicInteger(chance.nextInt(ALL));
  }

  /// Sixteen digits.
  public String next(Instant now) {
    int serial = next.getAndUpdate(last -> (last + 1) % ALL);
    return TIME.format(now) + String.format(Locale.ROOT, "%04d", serial);
  }
}
