package id.sakelar.server.payment;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// Runs what goes on beside a caller, and lets callers wait for it. In production these are virtual
/// threads and the time of day; the simulation runs one task at a time on a clock of its own.
/// Thread-safe.
public interface Tasks {
  /// Begins `task` at once, on a thread of its own.
  void start(String name, Runnable task);

  /// The outcome, as soon as it is there.
  ///
  /// @throws TimeoutException when `patience` is over
  /// @throws ExecutionException if it broke off
  /// @throws InterruptedException if the waiting thread is wanted elsewhere
  <T> T await(CompletableFuture<T> outcome, Duration patience)
      throws TimeoutException, ExecutionException, InterruptedException;
}
