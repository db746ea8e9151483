package id.sakelar.server.payment;

import id.sakelar.server.payment.Payments.Paying;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of a payment on its own thread, with everybody who waits for it. Thread-safe.
///
/// Until the money is about to be held, whoever runs out of patience ends the attempt and is told a
/// certain no. From then on nobody can, and running out of patience means "pending".
final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  private enum Phase {
    ASKING,
    OPENING,
    GIVEN_UP
  }

  private final Payments payments;
  private final Asked asked;
  private final Instant began;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.ASKING);
  private final CompletableFuture<Paying> opening = new CompletableFuture<>();
  private final CompletableFuture<Paying> answer = new CompletableFuture<>();
  private volatile boolean toldPending;

  /// Starts running at once.
  Attempt(Payments payments, Asked asked, Instant now) {
    this.payments = payments;
    this.asked = asked;
    this.began = now;
    payments.tasks().start("payment", this::run);
  }

  Asked asked() {
    return asked;
  }

  /// When the first of those who wait began to.
  Instant began() {
    return began;
  }

  /// Somebody is about to be told that the payment is pending.
  void willBeToldPending() {
    toldPending = true;
  }

  /// Asked once, right before the money is held: whether anybody still wants it.
  boolean mayOpen() {
    return !payments.isClosing() && phase.compareAndSet(Phase.ASKING, Phase.OPENING);
  }

  /// The money is held; who only wanted to know that may go.
  void opened(Payment payment) {
    opening.complete(new Paying.Known(payment));
  }

  /// The answer, or what is certain when `patience` is over.
  Paying await(Duration patience) {
    return await(answer, patience);
  }

  /// The answer, or the payment as soon as it is open, or what is certain when `patience` is over.
  Paying awaitOpening(Duration patience) {
    willBeToldPending();
    return await(opening, patience);
  }

  private Paying await(CompletableFuture<Paying> what, Duration patience) {
    try {
      return payments.tasks().await(what, patience);
    } catch (TimeoutException e) {
      return phase.compareAndSet(Phase.ASKING, Phase.GIVEN_UP)
          ? new Paying.Refused(Reason.BILLER_UNREACHABLE)
          : whenOpening();
    } catch (ExecutionException e) {
      return new Paying.InDoubt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Paying.InDoubt();
    }
  }

  private Paying whenOpening() {
    if (phase.get() == Phase.GIVEN_UP) {
      return new Paying.Refused(Reason.BILLER_UNREACHABLE);
    }
    willBeToldPending();
    // whoever answers from now on sees the mark; whoever did before has left the answer
    return answer.getNow(new Paying.InDoubt());
  }

  private void run() {
    try {
      var paying = pay();
      answer.complete(paying);
      opening.complete(paying);
      if (toldPending) {
        payments.tell(paying);
      }
    } catch (RuntimeException e) {
      LOG.error("the run of {} broke off; if it is open, recovery asks about it", asked.id());
      LOG.debug("why it broke off", e);
      answer.completeExceptionally(e);
      opening.completeExceptionally(e);
    }
  }

  /// Nobody joins what has ended: who calls after an answer was given asks anew.
  private Paying pay() {
    try {
      return payments.run(this);
    } finally {
      payments.ended(this);
    }
  }
}
