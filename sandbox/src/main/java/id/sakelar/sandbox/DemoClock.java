package id.sakelar.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands where it is set, so that what is put in today happened when the document
/// says. Thread-safe.
final class DemoClock implements InstantSource {
  private final AtomicReference<Instant> now;

  DemoClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  void set(Instant moment) {
    now.set(moment);
  }
}
