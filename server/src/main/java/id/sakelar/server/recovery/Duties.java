package id.sakelar.server.recovery;

import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Store;
import id.sakelar.server.payment.Store.Notice;
import id.sakelar.server.payment.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What recovery does with one payment that was left open, and with one partner who waits to be
/// told. Has no threads and no clock: [Recovery] runs it in production, and a simulation on its own
/// time. Thread-safe.
public final class Duties {
  private static final Logger LOG = LoggerFactory.getLogger(Duties.class);

  /// How long a notice belongs to this process; longer than any webhook's budget.
  private static final Duration NOTICE_LEASE = Duration.ofMinutes(2);

  /// How long a notice waits whose host is told other things.
  private static final Duration TURN = Duration.ofSeconds(5);

  private final Store store;
  private final Payments payments;
  private final Map<String, Webhook> webhooks;
  private final Duration lease;

  /// @param webhooks by dialect
  ///
  /// @param lease how long a payment belongs to this process once it is taken
  public Duties(Store store, Payments payments, Map<String, Webhook> webhooks, Duration lease) {
    this.store = store;
    this.payments = payments;
    this.webhooks = Map.copyOf(webhooks);
    this.lease = lease;
  }

  /// Payments somebody must look at now; from then on they belong to this process for a while.
  public List<Payment> takeDue(int most) {
    return store.takeDue(most, lease);
  }

  /// Notices that are due; from then on they belong to this process for a while.
  public List<Notice> takeNotices(int most) {
    return store.takeNotices(most, NOTICE_LEASE);
  }

  /// Finds out how a payment stands, and commits what was found.
  public void ask(Payment payment) {
    var after = payments.ask(payment);
    if (after.state() != payment.state()) {
      LOG.info("{} went from {} to {}", payment.id(), payment.state(), after.state());
    }
  }

  /// Tells a partner how its payment ended, once. A payment that has moved on since has a newer
  /// notice; the older one is dropped, so that partners hear states in their order.
  public void tell(Notice notice) {
    var payment = store.findPayment(notice.id()).orElseThrow();
    var webhook = webhooks.get(notice.id().dialect());
    if (payment.state() != notice.state() || webhook == null) {
      store.close(notice, false);
      return;
    }
    switch (webhook.deliver(payment, notice.version())) {
      case DELIVERED -> store.close(notice, true);
      case NOT_WANTED -> store.close(notice, false);
      case FAILED -> tryLater(notice);
      case BUSY -> store.putBack(notice, TURN);
    }
  }

  private void tryLater(Notice notice) {
    var wait = Retries.after(notice.tries());
    if (wait.isPresent()) {
      store.postpone(notice, wait.get());
    } else {
      LOG.warn("{} was not told of {}: given up", notice.id(), notice.state());
      store.giveUp(notice);
    }
  }
}
