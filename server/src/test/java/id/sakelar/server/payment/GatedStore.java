package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A store with gates before and behind it: where a test waits, moves a clock, or breaks something.
final class GatedStore implements Store {
  /// Where a gate stands.
  enum Gate {
    BEFORE_FINDING,
    BEFORE_OPENING,
    AFTER_OPENING,
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  /// What happens at every gate.
  interface Keeper {
    void at(Gate gate);
  }

  private final Store store;
  private volatile Keeper keeper = _ -> {};

  GatedStore(Store store) {
    this.store = store;
  }

  void keeper(Keeper next) {
    keeper = next;
  }

  @Override
  public Optional<Inquiry> findInquiry(PaymentId id) {
    return store.findInquiry(id);
  }

  @Override
  public Inquiry keep(Inquiry inquiry) {
    return store.keep(inquiry);
  }

  @Override
  public Optional<Payment> findPayment(PaymentId id) {
    keeper.at(Gate.BEFORE_FINDING);
    return store.findPayment(id);
  }

  @Override
  public Payment findToTell(PaymentId id) {
    return store.findToTell(id);
  }

  @Override
  public Opening open(Payment payment, Duration lease, @Nullable Rupiah dayLimit) {
    keeper.at(Gate.BEFORE_OPENING);
    var opening = store.open(payment, lease, dayLimit);
    keeper.at(Gate.AFTER_OPENING);
    return opening;
  }

  @Override
  public Optional<Reason> refuse(PaymentId id, Reason reason, Duration memory) {
    return store.refuse(id, reason, memory);
  }

  @Override
  public void hurry(PaymentId id, Duration every) {
    store.hurry(id, every);
  }

  @Override
  public Optional<Sent> findSent(String upstream, String reference) {
    return store.findSent(upstream, reference);
  }

  @Override
  public boolean isOfAnother(Payment payment, String number) {
    return store.isOfAnother(payment, number);
  }

  @Override
  public Optional<Payment> commit(Step step) {
    keeper.at(Gate.BEFORE_COMMIT);
    var committed = store.commit(step);
    keeper.at(Gate.AFTER_COMMIT);
    return committed;
  }

  @Override
  public List<Payment> takeDue(int most, Duration lease) {
    return store.takeDue(most, lease);
  }

  @Override
  public Optional<Payment> findConfirmed(String upstream, Family family) {
    return store.findConfirmed(upstream, family);
  }

  @Override
  public void tell(Payment payment) {
    store.tell(payment);
  }

  @Override
  public List<Notice> takeNotices(int most, Duration lease) {
    return store.takeNotices(most, lease);
  }

  @Override
  public void close(Notice notice, boolean delivered) {
    store.close(notice, delivered);
  }

  @Override
  public void giveUp(Notice notice) {
    store.giveUp(notice);
  }

  @Override
  public void putBack(Notice notice, Duration wait) {
    store.putBack(notice, wait);
  }

  @Override
  public void postpone(Notice notice, Duration wait) {
    store.postpone(notice, wait);
  }
}
