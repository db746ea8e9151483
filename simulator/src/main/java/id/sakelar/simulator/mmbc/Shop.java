package id.sakelar.simulator.mmbc;

import id.sakelar.wire.mmbc.Login;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// Whom the biller knows, and what time it is there. Safe for many threads.
///
/// @param account the one partner it serves
/// @param pendingFor how long a pending payment stays undecided
record Shop(Login account, InstantSource clock, Duration pendingFor) {
  /// A partner who may not use the service, as in the document's refusal.
  static final Login UNWELCOME = new Login("xxx", "xxx123");

  /// The partner's code in the document.
  static final String KODEAGEN = "JKT-00000";

  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  Instant now() {
    return clock.instant();
  }

  LocalDateTime date() {
    return date(now());
  }

  static LocalDateTime date(Instant moment) {
    return LocalDateTime.ofInstant(moment, JAKARTA);
  }

  boolean isToday(Instant moment) {
    return LocalDate.ofInstant(moment, JAKARTA).equals(LocalDate.ofInstant(now(), JAKARTA));
  }
}
