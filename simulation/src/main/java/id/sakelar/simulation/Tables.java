package id.sakelar.simulation;

import static java.util.Objects.requireNonNull;

import id.sakelar.ledger.AccountId;
import id.sakelar.ledger.Unit;
import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.payment.Change;
import id.sakelar.server.payment.HouseAccounts;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.State;
import id.sakelar.server.payment.Step;
import id.sakelar.server.payment.Step.Movement;
import id.sakelar.server.payment.Store;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The database of a simulated switch: what [Store] promises, in maps. Every call is whole and
/// takes no time; what takes time and goes wrong is [SimStore]'s. A differential test holds it to
/// PostgreSQL. For whoever has the turn.
class Tables implements Store {
  /// What test calls seem to be paid from, as in the published test answers.
  private static final Rupiah TEST_DEPOSIT = Rupiah.of(100_000);

  private static final Set<State> WAITING = EnumSet.of(State.PENDING, State.UNKNOWN, State.REVIEW);

  /// One piece of evidence as it was kept.
  record Heard(PaymentId id, int version, Step step) {}

  private record Day(String partner, LocalDate date) {}

  private record Key(String upstream, String name) {}

  private record Wake(long at, PaymentId id) {
    static final Comparator<Wake> ORDER =
        Comparator.comparingLong(Wake::at).thenComparing(wake -> wake.id().subject());
  }

  private final LongSupplier clock;
  private final Watch watch;
  private final Books books = new Books();
  private final Map<PaymentId, Inquiry> inquiries = new HashMap<>();
  private final Map<PaymentId, Payment> payments = new HashMap<>();
  private final Map<PaymentId, Long> wakes = new HashMap<>();
  private final TreeSet<Wake> due = new TreeSet<>(Wake.ORDER);
  private final Map<Day, Long> spending = new HashMap<>();
  private final Map<Key, PaymentId> sent = new HashMap<>();
  private final Map<PaymentId, Long> hurried = new HashMap<>();
  private final Map<Key, PaymentId> numbers = new HashMap<>();
  private final Set<String> booked = new HashSet<>();
  private final List<Heard> evidence = new ArrayList<>();
  private final NoticeTable notices;
  private final RefusalTable refusals;

  /// @param clock the database's own, in microseconds since the world began
  Tables(LongSupplier clock, Watch watch, Collection<String> upstreams) {
    this.clock = clock;
    this.watch = watch;
    this.notices = new NoticeTable(clock, watch);
    this.refusals = new RefusalTable(clock);
    books.open(DepositStore.BANK);
    HouseAccounts.all(upstreams).forEach(account -> books.open(account.id()));
  }

  Books books() {
    return books;
  }

  Collection<Payment> payments() {
    return payments.values();
  }

  List<Heard> evidence() {
    return evidence;
  }

  NoticeTable notices() {
    return notices;
  }

  RefusalTable refusals() {
    return refusals;
  }

  /// What was spent on each day, as partner, day and sen.
  List<String> spending() {
    return spending.entrySet().stream()
        .map(it -> it.getKey().partner() + " " + it.getKey().date() + " " + it.getValue())
        .sorted()
        .toList();
  }

  /// What a partner has spent on a day.
  Rupiah spent(String partner, LocalDate date) {
    return new Rupiah(spending.getOrDefault(new Day(partner, date), 0L));
  }

  @Override
  public Optional<Inquiry> findInquiry(PaymentId id) {
    return Optional.ofNullable(inquiries.get(id));
  }

  @Override
  public Inquiry keep(Inquiry inquiry) {
    var stands = inquiries.get(inquiry.id());
    if (stands != null && !stands.day().isBefore(inquiry.day())) {
      return stands;
    }
    inquiries.put(inquiry.id(), inquiry);
    return inquiry;
  }

  @Override
  public Optional<Payment> findPayment(PaymentId id) {
    return Optional.ofNullable(payments.get(id));
  }

  @Override
  public Opening open(Payment payment, Duration lease, @Nullable Rupiah dayLimit) {
    var unit = new Change.Open(payment, lease, dayLimit).unit();
    unit.postings().forEach(posting -> known(posting.source()));
    if (payments.containsKey(payment.id())) {
      return new Opening.Exists();
    }
    var standing = refusals.standing(payment.id());
    if (standing.isPresent()) {
      return new Opening.Refused(standing.get());
    }
    if (exceeds(payment, dayLimit)) {
      return new Opening.Refused(Reason.LIMIT);
    }
    if (!covers(unit)) {
      return new Opening.Refused(Reason.FUNDS);
    }
    if (sent.putIfAbsent(order(payment.quote()), payment.id()) != null) {
      throw new IllegalStateException("another payment has this reference at the biller");
    }
    book(unit);
    spend(payment, payment.quote().price().sen());
    var opened = balanced(payment, unit);
    payments.put(payment.id(), opened);
    watch.opened(opened, unit);
    wake(payment.id(), lease);
    return new Opening.Opened(opened);
  }

  private static Key order(Quote quote) {
    return new Key(quote.upstream(), quote.upstreamReference());
  }

  @Override
  public Optional<Reason> refuse(PaymentId id, Reason reason, Duration memory) {
    return payments.containsKey(id)
        ? Optional.empty()
        : Optional.of(refusals.refuse(id, reason, memory));
  }

  @Override
  public void hurry(PaymentId id, Duration every) {
    var payment = payments.get(id);
    long now = clock.getAsLong();
    long last = hurried.getOrDefault(id, Long.MIN_VALUE / 2);
    boolean waits =
        payment != null && WAITING.contains(payment.state()) && requireNonNull(wakes.get(id)) > now;
    if (waits && last < now - every.toMillis() * 1_000) {
      wake(id, Duration.ZERO);
      hurried.put(id, now);
    }
  }

  @Override
  public Optional<Sent> findSent(String upstream, String reference) {
    var key = new Key(upstream, reference);
    return Optional.ofNullable(sent.get(key))
        .flatMap(this::findPayment)
        .map(payment -> new Sent(payment, !order(payment.quote()).equals(key)));
  }

  private void known(AccountId account) {
    if (!books.knows(account)) {
      throw new IllegalStateException("the books do not know " + account);
    }
  }

  private boolean exceeds(Payment payment, @Nullable Rupiah dayLimit) {
    if (dayLimit == null || payment.inquiry().test()) {
      return false;
    }
    var spent = spent(payment.id().partner(), payment.inquiry().day());
    return spent.plus(payment.quote().price()).compareTo(dayLimit) > 0;
  }

  /// Whether the deposit has what the unit takes from it.
  boolean covers(Unit<Change> unit) {
    long taken =
        unit.postings().stream()
            .filter(posting -> posting.source().equals(unit.shard()))
            .mapToLong(posting -> posting.amount().sen())
            .sum();
    return books.balance(unit.shard()).sen() >= taken;
  }

  /// Whether the deposit has what a payment costs, at this moment.
  boolean hasEnough(Payment payment) {
    var deposit = DepositStore.account(payment.id().partner());
    return books.balance(deposit).compareTo(payment.quote().price()) >= 0;
  }

  private void book(Unit<Change> unit) {
    booked.add(unit.subject() + " " + unit.kind());
    books.book(unit.subject(), unit.kind(), unit.postings());
  }

  private void spend(Payment payment, long sen) {
    if (!payment.inquiry().test()) {
      spending.merge(new Day(payment.id().partner(), payment.inquiry().day()), sen, Math::addExact);
    }
  }

  private Payment balanced(Payment payment, Unit<Change> unit) {
    if (payment.inquiry().test()) {
      return payment.withBalance(TEST_DEPOSIT.minus(payment.quote().price()));
    }
    var deposit = unit.shard();
    boolean touched =
        unit.postings().stream()
            .anyMatch(p -> p.source().equals(deposit) || p.target().equals(deposit));
    return touched ? payment.withBalance(books.balance(deposit)) : payment;
  }

  @Override
  public Optional<Payment> commit(Step step) {
    var unit = new Change.Move(step).unit();
    if (isStale(step)
        || isNumberOfAnother(step.after())
        || isBooked(unit)
        || !goesUnderNewReference(step)) {
      return Optional.empty();
    }
    book(unit);
    if (step.movement() == Movement.RELEASE || step.movement() == Movement.REFUND) {
      spend(step.after(), -step.after().quote().price().sen());
    }
    var after = balanced(step.after(), unit);
    payments.put(after.id(), after);
    name(step.before(), after);
    if (step.evidence() != null) {
      evidence.add(new Heard(after.id(), after.version(), step));
    }
    notices.moved(step);
    watch.moved(step, after, unit);
    wake(after.id(), step.wake());
    return Optional.of(after);
  }

  /// Whether the payment is not any more what was decided upon.
  boolean isStale(Step step) {
    var stands = payments.get(step.before().id());
    return stands == null || stands.version() != step.before().version();
  }

  private boolean isNumberOfAnother(Payment payment) {
    var number = payment.trail().number();
    return number != null && isOfAnother(payment, number);
  }

  /// Of `SETTLE` and `RELEASE` a payment sees one, and everything only once.
  private boolean isBooked(Unit<Change> unit) {
    if (unit.postings().isEmpty()) {
      return false;
    }
    return switch (unit.kind()) {
      case "SETTLE", "RELEASE" ->
          booked.contains(unit.subject() + " SETTLE")
              || booked.contains(unit.subject() + " RELEASE");
      default -> booked.contains(unit.subject() + " " + unit.kind());
    };
  }

  /// Whether the payment stays where it is, or goes to a biller under a reference that is new
  /// there.
  private boolean goesUnderNewReference(Step step) {
    var into = order(step.after().quote());
    return order(step.before().quote()).equals(into)
        || sent.putIfAbsent(into, step.after().id()) == null;
  }

  private void name(Payment before, Payment after) {
    var former = before.trail().number();
    if (former != null) {
      numbers.remove(new Key(before.quote().upstream(), former), before.id());
    }
    var number = after.trail().number();
    if (number != null) {
      numbers.put(new Key(after.quote().upstream(), number), after.id());
    }
  }

  @Override
  public boolean isOfAnother(Payment payment, String number) {
    var owner = numbers.get(new Key(payment.quote().upstream(), number));
    return owner != null && !owner.equals(payment.id());
  }

  private void wake(PaymentId id, @Nullable Duration wait) {
    var before = wakes.remove(id);
    if (before != null) {
      due.remove(new Wake(before, id));
    }
    if (wait != null) {
      // the database counts waits in milliseconds
      long at = clock.getAsLong() + wait.toMillis() * 1_000;
      wakes.put(id, at);
      due.add(new Wake(at, id));
      watch.wakesAt(at);
    }
  }

  @Override
  public List<Payment> takeDue(int most, Duration lease) {
    long now = clock.getAsLong();
    var taken =
        due.stream()
            .takeWhile(wake -> wake.at() <= now)
            .limit(most)
            .map(wake -> requireNonNull(payments.get(wake.id())))
            .toList();
    taken.forEach(payment -> wake(payment.id(), lease));
    return taken;
  }

  /// When the next thing is due that somebody has to look after.
  long nextWake() {
    long first = due.isEmpty() ? Long.MAX_VALUE : due.first().at();
    return Math.min(first, notices.nextWake());
  }

  @Override
  public Optional<Payment> findConfirmed(String upstream, Family family) {
    return Confirmed.find(payments.values(), upstream, family);
  }

  @Override
  public Payment findToTell(PaymentId id) {
    var payment = requireNonNull(payments.get(id));
    notices.willTell(payment);
    return payment;
  }

  @Override
  public void tell(Payment payment) {
    notices.addIfAbsent(payment);
  }

  @Override
  public List<Notice> takeNotices(int most, Duration lease) {
    return notices.take(most, lease);
  }

  @Override
  public void close(Notice notice, boolean delivered) {
    notices.close(notice, delivered);
  }

  @Override
  public void giveUp(Notice notice) {
    notices.close(notice, false);
  }

  @Override
  public void postpone(Notice notice, Duration wait) {
    notices.postpone(notice, wait, 1);
  }

  @Override
  public void putBack(Notice notice, Duration wait) {
    notices.postpone(notice, wait, 0);
  }
}
