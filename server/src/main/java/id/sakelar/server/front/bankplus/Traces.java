package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.Transfer;
import id.sakelar.server.payment.References;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Makes the numbers under which agents ask about what they were told: `BLB`, the moment in Jakarta
/// and five digits. Thread-safe when its source of chance is.
record Traces(InstantSource clock, RandomGenerator chance) {
  private static final int ALL = 100_000;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuMMddHHmmss", Locale.ROOT).withZone(References.JAKARTA);

  Instant now() {
    return clock.instant();
  }

  /// One that nothing is kept under.
  String fresh() {
    return code(now(), chance.nextInt(ALL));
  }

  /// The one of a transfer, the same for ever.
  static String of(Transfer transfer) {
    return code(transfer.openedAt(), transfer.number() % ALL);
  }

  private static String code(Instant moment, long digits) {
    return "BLB" + MOMENT.format(moment) + String.format(Locale.ROOT, "%05d", digits);
  }
}
