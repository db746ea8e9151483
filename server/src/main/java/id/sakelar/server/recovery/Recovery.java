package id.sakelar.server.recovery;

import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Store;
import id.sakelar.server.payment.Store.Notice;
import id.sakelar.server.payment.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after what was left open: payments whose server died or whose biller has not said, and
/// partners who wait to be told. Works from the database alone, so that any server process goes on
/// where another stopped. Thread-safe.
public final class Recovery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  /// How many payments, and how many notices, are looked after at once.
  private static final int AT_ONCE = 16;

  /// How long a notice belongs to this process; longer than any webhook's budget.
  private static final Duration NOTICE_LEASE = Duration.ofMinutes(2);

  private final Store store;
  private final Payments payments;
  private final Map<String, Webhook> webhooks;
  private final Duration every;
  private final Duration lease;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final List<Thread> threads;

  /// Begins to look at once.
  ///
  /// @param webhooks by dialect
  /// @param every how long to rest when there is nothing to do
  /// @param lease how long a payment belongs to this process once it is taken: longer than its
  ///   biller needs for two answers; if this process dies, nobody asks before it is over
  public Recovery(
      Store store,
      Payments payments,
      Map<String, Webhook> webhooks,
      Duration every,
      Duration lease) {
    this.store = store;
    this.payments = payments;
    this.webhooks = Map.copyOf(webhooks);
    this.every = every;
    this.lease = lease;
    this.threads =
        List.of(
            start("recovery", () -> round(this::takePayments, this::ask)),
            start("notices", () -> round(this::takeNotices, this::tell)));
  }

  /// Takes no more work, and waits for what is in hand for at most ten seconds; the rest is done by
  /// the next process.
  @Override
  public void close() {
    stop.countDown();
    try {
      for (Thread thread : threads) {
        thread.join(Duration.ofSeconds(10));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread start(String name, Runnable work) {
    return Thread.ofVirtual().name(name).start(work);
  }

  private List<Payment> takePayments(int most) {
    return store.takeDue(most, lease);
  }

  private List<Notice> takeNotices(int most) {
    return store.takeNotices(most, NOTICE_LEASE);
  }

  /// Takes work and does each piece on a thread of its own, never more than [#AT_ONCE].
  private <T> void round(Taking<T> taking, Consumer<T> doing) {
    var free = new Semaphore(AT_ONCE);
    while (stop.getCount() > 0) {
      var taken = take(taking, free.drainPermits(), free);
      taken.forEach(piece -> Thread.ofVirtual().start(() -> doOne(piece, doing, free)));
      if (taken.isEmpty()) {
        rest();
      }
    }
    free.acquireUninterruptibly(AT_ONCE);
  }

  private <T> List<T> take(Taking<T> taking, int most, Semaphore free) {
    if (most == 0) {
      return List.of();
    }
    try {
      var taken = taking.take(most);
      free.release(most - taken.size());
      return taken;
    } catch (RuntimeException e) {
      LOG.warn("the database does not say what is left to do");
      LOG.debug("why not", e);
      free.release(most);
      return List.of();
    }
  }

  private <T> void doOne(T piece, Consumer<T> doing, Semaphore free) {
    try {
      doing.accept(piece);
    } catch (RuntimeException e) {
      LOG.error("a piece of recovery broke off; it is due again after its lease");
      LOG.debug("why it broke off", e);
    } finally {
      free.release();
    }
  }

  private void rest() {
    try {
      if (stop.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("recovery stops");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.countDown();
    }
  }

  private void ask(Payment payment) {
    var after = payments.ask(payment);
    if (after.state() != payment.state()) {
      LOG.info("{} went from {} to {}", payment.id(), payment.state(), after.state());
    }
  }

  /// A payment that has moved on since has a newer notice; the older one is dropped, so that
  /// partners hear states in their order.
  private void tell(Notice notice) {
    var payment = store.findPayment(notice.id()).orElseThrow();
    var webhook = webhooks.get(notice.id().dialect());
    if (payment.state() != notice.state() || webhook == null) {
      store.close(notice, false);
      return;
    }
    switch (webhook.deliver(payment)) {
      case DELIVERED -> store.close(notice, true);
      case NOT_WANTED -> store.close(notice, false);
      case FAILED -> tryLater(notice);
    }
  }

  private void tryLater(Notice notice) {
    var wait = Retries.after(notice.tries());
    if (wait.isPresent()) {
      store.postpone(notice, wait.get());
    } else {
      LOG.warn("{} was not told of {}: given up", notice.id(), notice.state());
      store.close(notice, false);
    }
  }

  /// Takes pieces of work.
  private interface Taking<T> {
    List<T> take(int most);
  }
}
