package id.sakelar.simulation;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One simulated thread. It runs only while it has the turn; all of them together are one thread as
/// far as memory is concerned.
final class Fiber {
  private final Thread thread;
  private final @Nullable Host host;
  private volatile boolean hasTurn;
  private boolean started;
  private boolean doomed;
  private int turns;

  /// @param host whose process it belongs to; null for what is outside the switch
  Fiber(String name, @Nullable Host host, Runnable body) {
    this.host = host;
    this.thread = Thread.ofVirtual().name(name).unstarted(body);
  }

  @Nullable Host host() {
    return host;
  }

  /// How many turns it has had: a date for an earlier turn than the next one is off.
  int turns() {
    return turns;
  }

  void countTurn() {
    turns++;
  }

  /// Whether its process has died: it ends as soon as it has the turn.
  boolean isDoomed() {
    return doomed;
  }

  void doom() {
    doomed = true;
  }

  /// Has the turn from now on. Whoever calls this does not, and touches nothing any more.
  void take() {
    if (started) {
      hasTurn = true;
      LockSupport.unpark(thread);
    } else {
      started = true;
      thread.start();
    }
  }

  /// Waits for the turn; for the fiber's own thread.
  void awaitTurn() {
    while (!hasTurn) {
      LockSupport.park(this);
    }
    hasTurn = false;
  }
}
