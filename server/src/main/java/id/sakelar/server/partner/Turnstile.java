package id.sakelar.server.partner;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Lets few checks of passwords run at once and few wait. Who brings the same guess as one under
/// way hears what becomes of that one. Thread-safe.
final class Turnstile {
  static final int WAITING = 32;

  private final Hashing hashing;
  private final Semaphore places = new Semaphore(Hashing.AT_ONCE + WAITING);

  private final ConcurrentMap<String, CompletableFuture<Check>> underWay =
      new ConcurrentHashMap<>();

  Turnstile(Hashing hashing) {
    this.hashing = hashing;
  }

  /// What a check has shown.
  sealed interface Check {
    /// The password is right: this verifier says so.
    record Right(Secret verifier) implements Check {}

    record Wrong() implements Check {}

    /// Nothing: there was no place to wait.
    record Turned() implements Check {}
  }

  /// Waits for its turn and checks.
  ///
  /// @param guess names the guess; the same name is the same guess
  Check pass(String guess, Supplier<Check> check) {
    var mine = new CompletableFuture<Check>();
    var first = underWay.putIfAbsent(guess, mine);
    if (first != null) {
      return first.join();
    }
    try {
      mine.complete(inTurn(check));
      return mine.join();
    } finally {
      underWay.remove(guess, mine);
      // if it broke off, nobody may wait for it for ever
      mine.complete(new Check.Turned());
    }
  }

  private Check inTurn(Supplier<Check> check) {
    if (!places.tryAcquire()) {
      return new Check.Turned();
    }
    try {
      return hashing.run(check);
    } finally {
      places.release();
    }
  }
}
