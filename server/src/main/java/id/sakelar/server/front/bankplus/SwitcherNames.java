package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.Refnums;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Names what callers give no name. Thread-safe.
record SwitcherNames(Refnums refnums, InstantSource clock) {
  /// The caller's name for it, or a new one.
  String refnum(Optional<String> given) {
    return given.orElseGet(() -> refnums.next(now()));
  }

  Instant now() {
    return clock.instant();
  }
}
