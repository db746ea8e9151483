package id.sakelar.simulation;

import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One server process of the simulated switch: it is built anew whenever it starts, on the database
/// that everybody shares, and forgets everything when it dies. For whoever has the turn.
final class Host implements Tasks, InstantSource {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final World world;
  private final int number;
  private final TreeMap<Long, CompletableFuture<?>> connections = new TreeMap<>();
  private long opened;
  private @Nullable Workings workings;
  private long pausedUntil;
  private Duration skew = Duration.ZERO;

  Host(World world, int number) {
    this.world = world;
    this.number = number;
  }

  long pausedUntil() {
    return pausedUntil;
  }

  void pause(long until) {
    pausedUntil = Math.max(pausedUntil, until);
  }

  void jump(Duration on) {
    skew = on;
  }

  @Override
  public Instant instant() {
    return world.turns().instant().plus(skew);
  }

  boolean isUp() {
    return workings != null;
  }

  /// Builds the process as the server does, and begins to recover what was left open.
  void boot() {
    if (workings == null) {
      workings = new Workings(world, this);
      start("recovery", () -> new Caretaker(world, this, workings()).run());
    }
  }

  private Workings workings() {
    var running = workings;
    if (running == null) {
      throw new Over();
    }
    return running;
  }

  /// All that runs here ends where it stands, and is forgotten.
  void die() {
    if (workings != null) {
      workings = null;
      world.turns().kill(this);
      connections.values().forEach(connection -> connection.complete(null));
      connections.clear();
    }
  }

  /// Dies now, if chance wants it, and comes back after a while.
  void mayDie(Effect effect, String when, SplittableRandom chance) {
    world.turns().endIfDoomed();
    if (world.weather().strikes(Fault.CRASH, chance)) {
      world.tally().count("crash " + when + " " + effect);
      world.trace().note("CRASH", toString(), when + " " + effect);
      long back = chance.nextLong(1_000_000, 30_000_000);
      world.turns().start(null, "restart", back, this::boot);
      die();
      world.turns().endIfDoomed();
    }
  }

  /// Stops in order: the payments in hand may end.
  void stop(Runnable afterwards) {
    if (workings != null) {
      start(
          "stop",
          () -> {
            workings().payments().close();
            world.turns().start(null, "stopped", 0, afterwards);
          });
    }
  }

  /// Answers a question of a partner on a thread of its own.
  ///
  /// @return empty when the process died, or was not there
  <T> CompletableFuture<@Nullable T> serve(Supplier<T> answering) {
    var connection = new CompletableFuture<@Nullable T>();
    if (workings == null) {
      connection.complete(null);
      return connection;
    }
    long mine = opened++;
    connections.put(mine, connection);
    start(
        "question",
        () -> {
          connection.complete(answer(answering).orElse(null));
          connections.remove(mine);
        });
    return connection;
  }

  /// A front answers with an error when the core throws.
  private static <T> Optional<T> answer(Supplier<T> answering) {
    try {
      return Optional.of(answering.get());
    } catch (IllegalStateException _) {
      return Optional.empty();
    }
  }

  Payments payments() {
    return workings().payments();
  }

  /// When recovery looks again, if nothing is due before: a step of its rounds.
  static long nextLook(long now) {
    long step = LOOK_EVERY.toMillis() * 1_000;
    return (now / step + 1) * step;
  }

  void wakesAt(long micros) {
    var running = workings;
    if (running != null) {
      running.alarm().ring(nextLook(Math.max(micros - 1, world.turns().now())));
    }
  }

  @Override
  public void start(String name, Runnable task) {
    world.turns().start(this, name, 0, task);
  }

  @Override
  public <T> T await(CompletableFuture<T> outcome, Duration patience)
      throws TimeoutException, ExecutionException, InterruptedException {
    return world.turns().await(outcome, patience);
  }

  @Override
  public String toString() {
    return "host " + number;
  }
}
