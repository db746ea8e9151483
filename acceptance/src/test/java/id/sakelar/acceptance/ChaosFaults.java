package id.sakelar.acceptance;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The faults that one line is to have, each upon the next thing that matters there. Thread-safe.
final class ChaosFaults {
  private final Queue<ChaosFault> armed = new ConcurrentLinkedQueue<>();
  private final Map<ChaosFault, Integer> happened = new EnumMap<>(ChaosFault.class);

  /// Has the next order or commit meet this fault.
  void arm(ChaosFault fault) {
    armed.add(fault);
  }

  /// What the order or commit that has just come is to meet.
  Optional<ChaosFault> next() {
    var fault = Optional.ofNullable(armed.poll());
    fault.ifPresent(this::note);
    return fault;
  }

  /// How often each has happened.
  synchronized Map<ChaosFault, Integer> happened() {
    return new EnumMap<>(happened);
  }

  private synchronized void note(ChaosFault fault) {
    happened.merge(fault, 1, Integer::sum);
  }
}
