package id.sakelar.http;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for an answer without being talked out of it.
final class Waiting {
  private Waiting() {}

  /// Waits for `answer` at most `budget`. An interrupt is kept for afterwards.
  static <T> T until(Duration budget, Future<T> answer)
      throws ExecutionException, TimeoutException {
    long end = System.nanoTime() + budget.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
