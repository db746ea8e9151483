package id.sakelar.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Lets many simulated threads run one at a time, in the order of a virtual clock. Whoever has the
/// turn keeps it until it waits for something; then the clock jumps to whoever is due next, and
/// among those due at the same moment to the first that said so. So the whole run is decided by
/// what the threads do, and by nothing else.
final class Turns {
  /// More than any world needs: one that has so many turns goes in circles.
  private static final long MOST_TURNS = 20_000_000;

  private record Due(long at, long number, Fiber fiber, int turn) {
    static final Comparator<Due> ORDER =
        Comparator.comparingLong(Due::at).thenComparingLong(Due::number);
  }

  private final Instant begin;
  private final Trace trace;
  private final PriorityQueue<Due> queue = new PriorityQueue<>(Due.ORDER);
  private final Set<Fiber> living = new LinkedHashSet<>();
  private final Semaphore stopped = new Semaphore(0);
  private long now;
  private long number;
  private long end;
  private long count;
  private @Nullable Fiber running;
  private @Nullable Throwable broken;

  Turns(Instant begin, Trace trace) {
    this.begin = begin;
    this.trace = trace;
  }

  /// The moment of the virtual clock.
  Instant instant() {
    return begin.plusNanos(now * 1_000);
  }

  /// Microseconds since the world began.
  long now() {
    return now;
  }

  long count() {
    return count;
  }

  /// Begins a thread `delay` microseconds from now.
  void start(@Nullable Host host, String name, long delay, Runnable task) {
    var fiber = new Fiber[1];
    fiber[0] = new Fiber(name, host, () -> live(fiber[0], task));
    living.add(fiber[0]);
    due(fiber[0], now + delay);
  }

  private void live(Fiber self, Runnable task) {
    try {
      endIfDoomed(self);
      task.run();
    } catch (Over _) {
      // its process died, or the world ended
    } catch (RuntimeException | Error e) {
      broken = broken == null ? e : broken;
      end = now;
      queue.clear();
    }
    living.remove(self);
    // whatever it is still due for is off
    self.countTurn();
    pass(choose());
  }

  /// Waits; for whoever has the turn.
  void sleep(long micros) {
    var self = self();
    due(self, now + micros);
    giveWay(self);
  }

  /// The thread that has the turn, waiting for a date or a call, whichever comes first.
  ///
  /// @return wakes it from now on, in a turn of its own
  Alarm alarm() {
    var self = self();
    int turn = self.turns();
    return at -> queue.add(new Due(Math.max(at, now), number++, self, turn));
  }

  /// Waits for an alarm to ring.
  void awaitAlarm() {
    giveWay(self());
  }

  /// The outcome, as soon as it is there. See [id.sakelar.server.payment.Tasks].
  <T> T await(CompletableFuture<T> outcome, Duration patience)
      throws TimeoutException, ExecutionException, InterruptedException {
    if (!outcome.isDone()) {
      var alarm = alarm();
      alarm.ring(now + Math.max(0, patience.toNanos() / 1_000));
      var _ = outcome.whenComplete((_, _) -> alarm.ring(now));
      awaitAlarm();
    }
    if (!outcome.isDone()) {
      throw new TimeoutException();
    }
    return outcome.get();
  }

  /// Dooms all threads of a process: each ends where it stands.
  void kill(Host host) {
    for (Fiber fiber : List.copyOf(living)) {
      if (fiber.host() == host) {
        doom(fiber);
      }
    }
  }

  private void doom(Fiber fiber) {
    fiber.doom();
    due(fiber, now);
  }

  /// Ends the thread that has the turn, if its process is dead.
  void endIfDoomed() {
    endIfDoomed(self());
  }

  private static void endIfDoomed(Fiber self) {
    if (self.isDoomed()) {
      throw new Over();
    }
  }

  /// Runs everybody until `micros`, or until nobody waits for anything. For the world's own thread.
  void runUntil(long micros) {
    end = micros;
    var first = choose();
    if (first != null) {
      first.take();
      stopped.acquireUninterruptibly();
    }
    var problem = broken;
    if (problem instanceof RuntimeException e) {
      throw e;
    }
    if (problem instanceof Error e) {
      throw e;
    }
  }

  /// Ends all threads there are.
  void endAll() {
    broken = null;
    while (!living.isEmpty()) {
      new ArrayList<>(living).forEach(this::doom);
      runUntil(now);
    }
  }

  private Fiber self() {
    var self = running;
    if (self == null) {
      throw new IllegalStateException("nobody has the turn");
    }
    return self;
  }

  private void due(Fiber fiber, long at) {
    queue.add(new Due(at, number++, fiber, fiber.turns()));
  }

  private void giveWay(Fiber self) {
    var next = choose();
    if (next != self) {
      pass(next);
      self.awaitTurn();
    }
    endIfDoomed(self);
  }

  private void pass(@Nullable Fiber next) {
    if (next == null) {
      stopped.release();
    } else {
      next.take();
    }
  }

  /// Whose turn it is next; null when nobody is due before the end.
  private @Nullable Fiber choose() {
    for (Due due = queue.peek(); due != null && due.at() <= end; due = queue.peek()) {
      queue.remove();
      var fiber = due.fiber();
      if (due.turn() != fiber.turns()) {
        continue;
      }
      now = Math.max(now, due.at());
      if (isPaused(fiber)) {
        continue;
      }
      return turn(fiber);
    }
    running = null;
    return null;
  }

  private @Nullable Fiber turn(Fiber fiber) {
    if (++count > MOST_TURNS) {
      broken = new IllegalStateException("the world goes in circles");
      queue.clear();
      running = null;
      return null;
    }
    fiber.countTurn();
    running = fiber;
    trace.turn(now);
    return fiber;
  }

  /// Nothing runs in a process that is paused, and everything goes on afterwards.
  private boolean isPaused(Fiber fiber) {
    var host = fiber.host();
    if (host == null || host.pausedUntil() <= now || fiber.isDoomed()) {
      return false;
    }
    due(fiber, host.pausedUntil());
    return true;
  }

  /// Wakes a waiting thread.
  @FunctionalInterface
  interface Alarm {
    /// Not later than `at`, in microseconds since the world began.
    void ring(long at);
  }
}
