package id.sakelar.server.partner;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Runs hashes of passwords and PINs, few at once, because each takes its time and 19 MiB, and on
/// threads of their own: a hash on the carrier of virtual threads keeps all of those waiting.
/// Thread-safe.
final class Hashing {
  static final int AT_ONCE = 2;

  private final Executor threads;

  /// @param name what its threads are called, and a number
  Hashing(String name) {
    this.threads =
        Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
  }

  /// Waits for its turn and runs it.
  <T> T run(Supplier<T> hash) {
    return CompletableFuture.supplyAsync(hash, threads).join();
  }
}
