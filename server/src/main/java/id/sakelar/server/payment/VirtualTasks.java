package id.sakelar.server.payment;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Tasks on virtual threads. Thread-safe.
public final class VirtualTasks implements Tasks {
  @Override
  public void start(String name, Runnable task) {
    Thread.ofVirtual().name(name).start(task);
  }

  @Override
  public <T> T await(CompletableFuture<T> outcome, Duration patience)
      throws TimeoutException, ExecutionException, InterruptedException {
    return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
