package id.sakelar.server.banking;

import id.sakelar.server.banking.Transfers.Making;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of a transfer on its own thread, with everybody who waits for it. Thread-safe.
///
/// Until the transfer is about to be opened, whoever runs out of patience ends the attempt and is
/// told a certain no. From then on nobody can, and running out of patience means "pending".
final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  private enum Phase {
    PREPARING,
    OPENING,
    GIVEN_UP
  }

  private final Transfers transfers;
  private final Order order;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.PREPARING);
  private final CompletableFuture<Making> answer = new CompletableFuture<>();

  /// Starts running at once.
  Attempt(Transfers transfers, Order order) {
    this.transfers = transfers;
    this.order = order;
    Thread.ofVirtual().name("transfer").start(this::run);
  }

  Order order() {
    return order;
  }

  /// Asked once, right before the transfer is opened: whether anybody still wants it.
  boolean mayOpen() {
    return !transfers.isClosing() && phase.compareAndSet(Phase.PREPARING, Phase.OPENING);
  }

  /// The answer, or what is certain when `patience` is over.
  Making await(Duration patience) {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      phase.compareAndSet(Phase.PREPARING, Phase.GIVEN_UP);
      return phase.get() == Phase.GIVEN_UP
          ? new Making.Refused(Denial.BUSY)
          : answer.getNow(new Making.InDoubt());
    } catch (ExecutionException e) {
      return new Making.InDoubt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Making.InDoubt();
    }
  }

  private void run() {
    try {
      answer.complete(make());
    } catch (RuntimeException e) {
      LOG.error("the run of {} broke off; if it is open, recovery asks about it", order.id());
      LOG.debug("why it broke off", e);
      answer.completeExceptionally(e);
    }
  }

  /// Nobody joins what has ended: who calls after an answer was given asks anew.
  private Making make() {
    try {
      return transfers.run(this);
    } finally {
      transfers.ended(this);
    }
  }
}
