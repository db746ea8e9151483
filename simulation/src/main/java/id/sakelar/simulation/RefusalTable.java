package id.sakelar.simulation;

import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What was refused and is remembered, in the simulated database. For whoever has the turn.
final class RefusalTable {
  private record Refusal(Reason reason, long until) {}

  private final LongSupplier clock;
  private final Map<PaymentId, Refusal> refusals = new HashMap<>();

  RefusalTable(LongSupplier clock) {
    this.clock = clock;
  }

  /// A no that stands goes on to stand as it is.
  Reason refuse(PaymentId id, Reason reason, Duration memory) {
    var standing = standing(id);
    if (standing.isEmpty()) {
      refusals.put(id, new Refusal(reason, clock.getAsLong() + memory.toMillis() * 1_000));
    }
    return standing.orElse(reason);
  }

  Optional<Reason> standing(PaymentId id) {
    return Optional.ofNullable(refusals.get(id))
        .filter(refusal -> refusal.until() > clock.getAsLong())
        .map(Refusal::reason);
  }

  /// Until when a no stands; the beginning of time if there was none.
  long until(PaymentId id) {
    var refusal = refusals.get(id);
    return refusal == null ? Long.MIN_VALUE : refusal.until();
  }
}
