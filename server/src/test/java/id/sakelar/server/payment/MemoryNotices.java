package id.sakelar.server.payment;

import static java.util.Objects.requireNonNull;

import id.sakelar.server.payment.Store.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The notices of a [MemoryStore], which lets one thread in at a time.
final class MemoryNotices {
  private record Told(Notice notice, @Nullable Instant wake, boolean delivered) {}

  private final InstantSource clock;
  private final Map<Long, Told> notices = new TreeMap<>();

  MemoryNotices(InstantSource clock) {
    this.clock = clock;
  }

  void tell(Payment payment) {
    boolean noted =
        notices.values().stream()
            .map(Told::notice)
            .anyMatch(n -> n.id().equals(payment.id()) && n.state() == payment.state());
    if (!noted) {
      long number = notices.size() + 1L;
      var notice = new Notice(number, payment.id(), payment.state(), payment.version(), 0);
      notices.put(number, new Told(notice, clock.instant(), false));
    }
  }

  List<Notice> take(int most, Duration lease) {
    var now = clock.instant();
    var due =
        notices.values().stream()
            .filter(told -> MemoryStore.isDue(told.wake(), now))
            .filter(told -> !mustWait(told.notice(), now.plus(lease)))
            .limit(most)
            .toList();
    due.forEach(told -> put(told.notice(), told.notice().tries(), now.plus(lease), false));
    return due.stream().map(Told::notice).toList();
  }

  private boolean mustWait(Notice notice, Instant until) {
    return notices.values().stream()
        .filter(older -> older.notice().id().equals(notice.id()))
        .filter(older -> older.notice().number() < notice.number())
        .anyMatch(older -> MemoryStore.isDue(older.wake(), until));
  }

  /// Unless it is closed: it is closed now, or due after `wait`.
  void end(Notice notice, @Nullable Duration wait, boolean delivered, int tried) {
    var told = requireNonNull(notices.get(notice.number()));
    if (told.wake() != null) {
      var wake = wait == null ? null : clock.instant().plus(wait);
      put(notice, told.notice().tries() + tried, wake, delivered);
    }
  }

  private void put(Notice notice, int tries, @Nullable Instant wake, boolean delivered) {
    var tried = new Notice(notice.number(), notice.id(), notice.state(), notice.version(), tries);
    notices.put(notice.number(), new Told(tried, wake, delivered));
  }

  List<String> dump() {
    var now = clock.instant();
    return notices.values().stream()
        .map(told -> Facts.notice(told.notice(), told.wake(), told.delivered(), now))
        .toList();
  }
}
