package id.sakelar.simulation;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.Step;
import id.sakelar.server.payment.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A store around another, for a mistake to be planted in. As it is it makes none.
abstract class PlantedStore implements Store {
  private final Store store;

  PlantedStore(Store store) {
    this.store = store;
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
    return store.findPayment(id);
  }

  @Override
  public Opening open(Payment payment, Duration lease, @Nullable Rupiah dayLimit) {
    return store.open(payment, lease, dayLimit);
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
    return store.commit(step);
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
  public Payment findToTell(PaymentId id) {
    return store.findToTell(id);
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
