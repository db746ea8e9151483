package id.sakelar.simulation;

import static java.util.Objects.requireNonNull;

import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.State;
import id.sakelar.server.payment.Step;
import id.sakelar.server.payment.Store.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What partners are to be told, in the simulated database. For whoever has the turn.
final class NoticeTable {
  /// A notice as it is kept.
  ///
  /// @param wake when it is due, in microseconds; null when it is closed
  record Told(Notice notice, @Nullable Long wake, boolean delivered) {}

  private final LongSupplier clock;
  private final Watch watch;
  private final TreeMap<Long, Told> open = new TreeMap<>();
  private final TreeMap<Long, Told> closed = new TreeMap<>();
  private final Set<PaymentId> toldPending = new HashSet<>();

  NoticeTable(LongSupplier clock, Watch watch) {
    this.clock = clock;
    this.watch = watch;
  }

  /// The partner of a payment is about to be told how it stands.
  void willTell(Payment payment) {
    if (payment.state() == State.HELD || payment.state() == State.SENDING) {
      toldPending.add(payment.id());
    }
  }

  /// A payment has moved.
  void moved(Step step) {
    var after = step.after();
    boolean noted = step.ends() && toldPending.contains(after.id());
    if ((step.tell() || noted) && !after.inquiry().test()) {
      addIfAbsent(after);
    }
  }

  void addIfAbsent(Payment payment) {
    if (all().stream().noneMatch(told -> isAbout(told.notice(), payment.id(), payment.state()))) {
      long number = open.size() + closed.size() + 1L;
      var notice = new Notice(number, payment.id(), payment.state(), payment.version(), 0);
      put(notice, clock.getAsLong());
    }
  }

  private static boolean isAbout(Notice notice, PaymentId id, State state) {
    return notice.id().equals(id) && notice.state() == state;
  }

  Collection<Told> all() {
    var all = new TreeMap<Long, Told>(open);
    all.putAll(closed);
    return all.values();
  }

  List<Notice> take(int most, Duration lease) {
    long now = clock.getAsLong();
    var taken = new ArrayList<Notice>();
    long until = now + lease.toMillis() * 1_000;
    for (Told told : open.values()) {
      boolean due = requireNonNull(told.wake()) <= now;
      if (taken.size() < most && due && !mustWait(told.notice(), until)) {
        taken.add(told.notice());
      }
    }
    taken.forEach(notice -> put(notice, until));
    return taken;
  }

  /// An older one of the same payment may be on its way.
  private boolean mustWait(Notice notice, long until) {
    return open.headMap(notice.number()).values().stream()
        .filter(older -> older.notice().id().equals(notice.id()))
        .anyMatch(older -> requireNonNull(older.wake()) <= until);
  }

  private void put(Notice notice, long wake) {
    open.put(notice.number(), new Told(notice, wake, false));
    watch.wakesAt(wake);
  }

  void close(Notice notice, boolean delivered) {
    var told = open.remove(notice.number());
    if (told != null) {
      closed.put(notice.number(), new Told(tried(told, 1), null, delivered));
    }
  }

  /// @param tries how many more it was
  void postpone(Notice notice, Duration wait, int tries) {
    var told = open.get(notice.number());
    if (told != null) {
      put(tried(told, tries), clock.getAsLong() + wait.toMillis() * 1_000);
    }
  }

  private static Notice tried(Told told, int more) {
    var notice = told.notice();
    int tries = notice.tries() + more;
    return new Notice(notice.number(), notice.id(), notice.state(), notice.version(), tries);
  }

  long nextWake() {
    return open.values().stream()
        .mapToLong(told -> requireNonNull(told.wake()))
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
