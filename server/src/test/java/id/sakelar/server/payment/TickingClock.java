package id.sakelar.server.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that moves when it is told to. Thread-safe.
public final class TickingClock implements InstantSource {
  private final AtomicReference<Instant> now;

  public TickingClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  public void tick(Duration on) {
    now.updateAndGet(moment -> moment.plus(on));
  }
}
