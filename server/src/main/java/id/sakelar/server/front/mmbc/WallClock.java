package id.sakelar.server.front.mmbc;

import id.sakelar.server.payment.References;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// The clock on a wall in Jakarta: it shows no less than seconds. Thread-safe.
record WallClock(InstantSource source) {
  Instant instant() {
    return source.instant();
  }

  LocalDateTime now() {
    return at(instant());
  }

  LocalDate today() {
    return References.dayOf(instant());
  }

  /// What it showed, or will show, at that moment.
  LocalDateTime at(Instant moment) {
    return LocalDateTime.ofInstant(moment, References.JAKARTA);
  }
}
