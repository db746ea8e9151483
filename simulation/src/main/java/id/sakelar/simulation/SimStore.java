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
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The database as one process sees it: calls take time, and some fail before or after they did
/// what they were for. The process may die around each of them. For whoever has the turn.
final class SimStore implements Store {
  private final World world;
  private final Host host;
  private final Store tables;

  SimStore(World world, Host host, Store tables) {
    this.world = world;
    this.host = host;
    this.tables = tables;
  }

  @Override
  public Optional<Inquiry> findInquiry(PaymentId id) {
    return call(Effect.READ, id, () -> tables.findInquiry(id));
  }

  @Override
  public Inquiry keep(Inquiry inquiry) {
    return call(Effect.KEEP_INQUIRY, inquiry.id(), () -> tables.keep(inquiry));
  }

  @Override
  public Optional<Payment> findPayment(PaymentId id) {
    return call(Effect.READ, id, () -> tables.findPayment(id));
  }

  @Override
  public Opening open(Payment payment, Duration lease, @Nullable Rupiah dayLimit) {
    var chance = chance(payment.id());
    if (world.weather().strikes(Fault.STORE_BUSY, chance)) {
      return new Opening.Refused(Reason.BUSY);
    }
    return call(
        Effect.OPEN, chance, payment.id().subject(), () -> tables.open(payment, lease, dayLimit));
  }

  @Override
  public Optional<Reason> refuse(PaymentId id, Reason reason, Duration memory) {
    return call(Effect.REFUSE, id, () -> tables.refuse(id, reason, memory));
  }

  @Override
  public void hurry(PaymentId id, Duration every) {
    change(Effect.NOTE, id, () -> tables.hurry(id, every));
  }

  @Override
  public Optional<Sent> findSent(String upstream, String reference) {
    return call(Effect.READ, () -> tables.findSent(upstream, reference));
  }

  @Override
  public boolean isOfAnother(Payment payment, String number) {
    return call(Effect.READ, payment.id(), () -> tables.isOfAnother(payment, number));
  }

  @Override
  public Optional<Payment> commit(Step step) {
    return call(Effect.COMMIT, step.after().id(), () -> tables.commit(step));
  }

  @Override
  public List<Payment> takeDue(int most, Duration lease) {
    return call(Effect.TAKE_DUE, () -> tables.takeDue(most, lease));
  }

  @Override
  public Optional<Payment> findConfirmed(String upstream, Family family) {
    return call(Effect.READ, () -> tables.findConfirmed(upstream, family));
  }

  @Override
  public Payment findToTell(PaymentId id) {
    return call(Effect.NOTE, id, () -> tables.findToTell(id));
  }

  @Override
  public void tell(Payment payment) {
    change(Effect.NOTE, payment.id(), () -> tables.tell(payment));
  }

  @Override
  public List<Notice> takeNotices(int most, Duration lease) {
    return call(Effect.TAKE_DUE, () -> tables.takeNotices(most, lease));
  }

  @Override
  public void close(Notice notice, boolean delivered) {
    change(Effect.NOTE, notice.id(), () -> tables.close(notice, delivered));
  }

  @Override
  public void giveUp(Notice notice) {
    change(Effect.NOTE, notice.id(), () -> tables.giveUp(notice));
  }

  @Override
  public void putBack(Notice notice, Duration wait) {
    change(Effect.NOTE, notice.id(), () -> tables.putBack(notice, wait));
  }

  @Override
  public void postpone(Notice notice, Duration wait) {
    change(Effect.NOTE, notice.id(), () -> tables.postpone(notice, wait));
  }

  private void change(Effect effect, PaymentId id, Runnable transaction) {
    call(
        effect,
        id,
        () -> {
          transaction.run();
          return true;
        });
  }

  private <T> T call(Effect effect, Supplier<T> transaction) {
    return call(effect, world.weather().chance("store of " + host), host.toString(), transaction);
  }

  private <T> T call(Effect effect, PaymentId id, Supplier<T> transaction) {
    return call(effect, chance(id), id.subject(), transaction);
  }

  private SplittableRandom chance(PaymentId id) {
    return world.weather().chance("store " + id.subject());
  }

  private <T> T call(
      Effect effect, SplittableRandom chance, String about, Supplier<T> transaction) {
    host.mayDie(effect, "before", chance);
    world.turns().sleep(latency(chance));
    if (world.weather().isOutage(world.turns().now())) {
      throw failed(effect, about, "is away");
    }
    if (world.weather().strikes(Fault.STORE_ABORTS, chance)) {
      throw failed(effect, about, "rolled back");
    }
    T result = transaction.get();
    world.trace().note(effect.name(), about, "done at " + host);
    host.mayDie(effect, "after", chance);
    world.turns().sleep(latency(chance));
    if (world.weather().strikes(Fault.STORE_BREAKS, chance)) {
      throw failed(effect, about, "broke after the commit");
    }
    return result;
  }

  private IllegalStateException failed(Effect effect, String about, String how) {
    world.trace().note(effect.name(), about, how);
    world.tally().count("store " + how);
    return new IllegalStateException("the database " + how);
  }

  private long latency(SplittableRandom chance) {
    return world.weather().strikes(Fault.STORE_SLOW, chance)
        ? Chances.skewed(chance, 100_000, 20_000_000)
        : chance.nextLong(100, 3_000);
  }
}
