package id.sakelar.server.recovery;

import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.Store;
import id.sakelar.server.payment.Store.Notice;
import id.sakelar.server.payment.Webhook;
import java.time.Duration;
import java.util.Map;

/// Looks after what was left open: payments whose server died or whose biller has not said, and
/// partners who wait to be told. Works from the database alone, so that any server process goes on
/// where another stopped. Thread-safe.
public final class Recovery implements AutoCloseable {
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
    var duties = new Duties(store, payments, webhooks, lease);
    this.ending = new Rounds<>("recovery", duties::takeDue, duties::ask, every);
    this.telling = new Rounds<>("notices", duties::takeNotices, duties::tell, every);
  }

  /// Takes no more work, and waits a while for what is in hand.
  @Override
  public void close() {
    ending.stop();
    telling.stop();
    ending.close();
    telling.close();
  }
}
