package id.sakelar.server.recovery;

import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Store;
import id.sakelar.server.payment.Store.Notice;
import id.sakelar.server.payment.Webhook;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after what was left open: payments whose server died or whose biller has not said, and
/// partners who wait to be told. Works from the database alone, so that any server process goes on
/// where another stopped. Thread-safe.
public final class Recovery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  /// How long a notice belongs to this process; longer than any webhook's budget.
  private static final Duration NOTICE_LEASE = Duration.ofMinutes(2);

  private final Store store;
  private final Payments payments;
  private final Map<String, Webhook> webhooks;
  private final Rounds<Payment> ending;
  private final Rounds<Notice> telling;

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
    this.ending = new Rounds<>("recovery", most -> store.takeDue(most, lease), this::ask, every);
    this.telling =
        new Rounds<>("notices", most -> store.takeNotices(most, NOTICE_LEASE), this::tell, every);
  }

  /// Takes no more work, and waits a while for what is in hand.
  @Override
  public void close() {
    ending.stop();
    telling.stop();
    ending.close();
    telling.close();
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
}
