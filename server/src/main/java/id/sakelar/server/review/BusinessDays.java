package id.sakelar.server.review;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;

/// Days from Monday to Friday in Jakarta; holidays are not known and count.
final class BusinessDays {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private BusinessDays() {}

  /// The same time of day, so many business days before `moment`.
  static Instant before(Instant moment, int days) {
    var day = moment.atZone(JAKARTA);
    int left = days;
    while (left > 0) {
      if (isBusiness(day.getDayOfWeek())) {
        left--;
      }
      day = day.minusDays(1);
    }
    return day.toInstant();
  }

  private static boolean isBusiness(DayOfWeek day) {
    return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
  }
}
