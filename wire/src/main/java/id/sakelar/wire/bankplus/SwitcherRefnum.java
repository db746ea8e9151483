package id.sakelar.wire.bankplus;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Makes up what a caller has not called by a name: `YYMMDDHHiiss` on the clock of Jakarta and four
/// digits more, 16 in all.
public final class SwitcherRefnum {
  /// How many there are for one second.
  public static final int EACH_SECOND = 10_000;

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyMMddHHmmss", Locale.ROOT).withZone(ZoneId.of("Asia/Jakarta"));

  private SwitcherRefnum() {}

  /// The reference of a moment.
  ///
  /// @param number counts on from one to the next, so that those of one second differ; what is
  ///   above [#EACH_SECOND] begins again
  public static String of(Instant moment, long number) {
    return SECOND.format(moment)
        + String.format(Locale.ROOT, "%04d", Math.floorMod(number, EACH_SECOND));
  }
}
