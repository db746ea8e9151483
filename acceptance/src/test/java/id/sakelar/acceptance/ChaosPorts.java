package id.sakelar.acceptance;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// One door that several servers keep: whoever asks, asks another one the next time, so that nobody
/// stays with a dead one. Thread-safe.
///
/// @param ports of the same door at each server
record ChaosPorts(List<Integer> ports, AtomicInteger turns) {
  ChaosPorts {
    ports = List.copyOf(ports);
  }

  static ChaosPorts of(List<Integer> ports) {
    return new ChaosPorts(ports, new AtomicInteger());
  }

  int next() {
    return ports.get(Math.floorMod(turns.getAndIncrement(), ports.size()));
  }
}
