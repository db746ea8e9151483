package id.sakelar.server.payment;

import static java.util.Objects.requireNonNull;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Inquiries, payments and books in memory, for tests and for simulation. Written from the contract
/// of [Store] and not from its other implementation, so that the two can be compared. Leases run on
/// the clock it is given. Thread-safe.
public final class MemoryStore implements Store {
  /// One piece of evidence as it was kept.
  public record Heard(
      PaymentId id, int version, Evidence evidence, String source, String trouble) {}

  private record Refusal(Reason reason, Instant until) {}

  private record Day(String partner, LocalDate date) {}

  private record Kept(Payment payment, @Nullable Instant wake) {}

  private record TopUp(String partner, Rupiah amount) {}

  private final InstantSource clock;
  private final Map<PaymentId, Inquiry> inquiries = new HashMap<>();
  private final Map<PaymentId, Kept> payments = new HashMap<>();
  private final Map<String, Long> balances = new TreeMap<>();
  private final Map<Day, Long> spending = new HashMap<>();
  private final MemoryNotices notices;
  private final Map<String, TopUp> topUps = new HashMap<>();
  private final Map<String, PaymentId> sent = new HashMap<>();
  private final Map<String, PaymentId> formerlySent = new HashMap<>();
  private final Map<PaymentId, Refusal> refusals = new HashMap<>();
  private final Map<PaymentId, Instant> hurried = new HashMap<>();
  private final Set<PaymentId> toldPending = new HashSet<>();
  private final List<Heard> evidence = new ArrayList<>();

  public MemoryStore(InstantSource clock) {
    this.clock = clock;
    this.notices = new MemoryNotices(clock);
  }

  /// Opens a partner's deposit, empty.
  public synchronized void openDeposit(String partner) {
    balances.putIfAbsent(deposit(partner), 0L);
  }

  /// What an account holds; nothing if it was never booked on.
  public synchronized Rupiah balance(String account) {
    return new Rupiah(balances.getOrDefault(account, 0L));
  }

  /// What all accounts hold together.
  public synchronized Rupiah sum() {
    return new Rupiah(balances.values().stream().mapToLong(Long::longValue).sum());
  }

  /// False if the reference was booked before.
  public synchronized boolean topUp(String partner, String reference, Rupiah amount) {
    var topUp = new TopUp(partner, amount);
    var booked = topUps.putIfAbsent(reference, topUp);
    if (booked != null && !booked.equals(topUp)) {
      throw new IllegalArgumentException("the reference was booked for another top-up");
    }
    if (booked != null) {
      return false;
    }
    move("bank", deposit(partner), amount);
    return true;
  }

  @Override
  public synchronized Optional<Inquiry> findInquiry(PaymentId id) {
    return Optional.ofNullable(inquiries.get(id));
  }

  @Override
  public synchronized Inquiry keep(Inquiry inquiry) {
    var stands = inquiries.get(inquiry.id());
    if (stands != null && !stands.day().isBefore(inquiry.day())) {
      return stands;
    }
    inquiries.put(inquiry.id(), inquiry);
    return inquiry;
  }

  @Override
  public synchronized Optional<Payment> findPayment(PaymentId id) {
    return Optional.ofNullable(payments.get(id)).map(Kept::payment);
  }

  @Override
  public synchronized Opening open(Payment payment, Duration lease, @Nullable Rupiah dayLimit) {
    boolean test = payment.inquiry().test();
    var deposit = deposit(payment.id().partner());
    var price = payment.quote().price();
    if (!test && !balances.containsKey(deposit)) {
      throw new IllegalStateException("the books do not know " + deposit);
    }
    if (payments.containsKey(payment.id())) {
      return new Opening.Exists();
    }
    var standing = standing(payment.id());
    if (standing.isPresent()) {
      return new Opening.Refused(standing.get());
    }
    if (!test && exceeds(dayLimit, payment)) {
      return new Opening.Refused(Reason.LIMIT);
    }
    if (!test && balance(deposit).compareTo(price) < 0) {
      return new Opening.Refused(Reason.FUNDS);
    }
    if (sent.putIfAbsent(order(payment.quote()), payment.id()) != null) {
      throw new IllegalStateException("another payment has this reference at the biller");
    }
    return new Opening.Opened(hold(payment, lease));
  }

  private static String order(Quote quote) {
    return quote.upstream() + " " + quote.upstreamReference();
  }

  private Optional<Reason> standing(PaymentId id) {
    return Optional.ofNullable(refusals.get(id))
        .filter(refusal -> refusal.until().isAfter(clock.instant()))
        .map(Refusal::reason);
  }

  @Override
  public synchronized Optional<Reason> refuse(PaymentId id, Reason reason, Duration memory) {
    if (payments.containsKey(id)) {
      return Optional.empty();
    }
    var standing = standing(id);
    if (standing.isEmpty()) {
      refusals.put(id, new Refusal(reason, clock.instant().plus(memory)));
    }
    return standing.or(() -> Optional.of(reason));
  }

  @Override
  public synchronized void hurry(PaymentId id, Duration every) {
    var kept = payments.get(id);
    var now = clock.instant();
    var last = hurried.get(id);
    if (kept != null
        && Set.of(State.PENDING, State.UNKNOWN, State.REVIEW).contains(kept.payment().state())
        && requireNonNull(kept.wake()).isAfter(now)
        && (last == null || last.isBefore(now.minus(every)))) {
      payments.put(id, new Kept(kept.payment(), now));
      hurried.put(id, now);
    }
  }

  @Override
  public synchronized Optional<Sent> findSent(String upstream, String reference) {
    var order = upstream + " " + reference;
    return findSent(sent, order, false).or(() -> findSent(formerlySent, order, true));
  }

  private Optional<Sent> findSent(Map<String, PaymentId> orders, String order, boolean former) {
    return Optional.ofNullable(orders.get(order))
        .map(id -> new Sent(requireNonNull(payments.get(id)).payment(), former));
  }

  private boolean exceeds(@Nullable Rupiah dayLimit, Payment payment) {
    long spent = spending.getOrDefault(day(payment), 0L) + payment.quote().price().sen();
    return dayLimit != null && spent > dayLimit.sen();
  }

  private Payment hold(Payment payment, Duration lease) {
    if (!payment.inquiry().test()) {
      move(deposit(payment.id().partner()), "in-flight", payment.quote().price());
      spending.merge(day(payment), payment.quote().price().sen(), Long::sum);
    }
    var opened = payment.withBalance(balanceAfter(payment));
    payments.put(payment.id(), new Kept(opened, clock.instant().plus(lease)));
    return opened;
  }

  @Override
  public synchronized Optional<Payment> commit(Step step) {
    var kept = payments.get(step.before().id());
    if (kept == null || kept.payment().version() != step.before().version()) {
      return Optional.empty();
    }
    var number = step.after().trail().number();
    if (number != null && isOfAnother(step.after(), number)) {
      return Optional.empty();
    }
    if (step.goesElsewhere() && !goElsewhere(step)) {
      return Optional.empty();
    }
    boolean test = step.after().inquiry().test();
    if (!test) {
      book(step);
    }
    var wake = step.wake() == null ? null : clock.instant().plus(requireNonNull(step.wake()));
    boolean touched =
        test
            || step.movement() == Step.Movement.RELEASE
            || step.movement() == Step.Movement.REFUND
            || (step.movement() == Step.Movement.SETTLE
                && step.after().quote().cashback().isPositive());
    var moved = touched ? step.after().withBalance(balanceAfter(step.after())) : step.after();
    payments.put(moved.id(), new Kept(moved, wake));
    note(step);
    return Optional.of(moved);
  }

  private boolean goElsewhere(Step step) {
    var from = order(step.before().quote());
    var to = order(step.after().quote());
    if (sent.containsKey(to) || formerlySent.containsKey(from)) {
      return false;
    }
    formerlySent.put(from, step.before().id());
    sent.remove(from);
    sent.put(to, step.after().id());
    return true;
  }

  @Override
  public synchronized boolean isOfAnother(Payment payment, String number) {
    return payments.values().stream()
        .map(Kept::payment)
        .anyMatch(
            other ->
                number.equals(other.trail().number())
                    && other.quote().upstream().equals(payment.quote().upstream())
                    && !other.id().equals(payment.id()));
  }

  private void note(Step step) {
    if (step.evidence() != null) {
      evidence.add(
          new Heard(
              step.after().id(),
              step.after().version(),
              step.evidence(),
              step.source().name(),
              step.trouble() == null ? "" : step.trouble().name()));
    }
    boolean noted = step.ends() && toldPending.contains(step.after().id());
    if ((step.tell() || noted) && !step.after().inquiry().test()) {
      tell(step.after());
    }
  }

  @Override
  public synchronized Payment findToTell(PaymentId id) {
    var payment = findPayment(id).orElseThrow(() -> new IllegalStateException("there is no " + id));
    if (payment.state() == State.HELD || payment.state() == State.SENDING) {
      toldPending.add(id);
    }
    return payment;
  }

  private void book(Step step) {
    var quote = step.after().quote();
    var deposit = deposit(step.after().id().partner());
    var upstream = "upstream:" + quote.upstream();
    switch (step.movement()) {
      case NONE -> {}
      case SETTLE -> {
        move("in-flight", "sales", quote.price());
        move("sales", upstream, quote.cost());
        move("sales", deposit, quote.cashback());
      }
      case RELEASE -> {
        move("in-flight", deposit, quote.price());
        spending.merge(day(step.after()), -quote.price().sen(), Long::sum);
      }
      case REFUND -> {
        move(upstream, "sales", quote.cost());
        move("sales", deposit, quote.price().minus(quote.cashback()));
        spending.merge(day(step.after()), -quote.price().sen(), Long::sum);
      }
      case LOSS -> move("house-loss", upstream, quote.cost());
    }
  }

  private void move(String source, String target, Rupiah amount) {
    balances.merge(source, -amount.sen(), Math::addExact);
    balances.merge(target, amount.sen(), Math::addExact);
  }

  private Rupiah balanceAfter(Payment payment) {
    return payment.inquiry().test()
        ? Rupiah.of(100_000).minus(payment.quote().price())
        : balance(deposit(payment.id().partner()));
  }

  @Override
  public synchronized List<Payment> takeDue(int most, Duration lease) {
    var now = clock.instant();
    var due =
        payments.values().stream()
            .filter(kept -> isDue(kept.wake(), now))
            .sorted(Comparator.comparing(kept -> requireNonNull(kept.wake())))
            .limit(most)
            .map(Kept::payment)
            .toList();
    due.forEach(payment -> payments.put(payment.id(), new Kept(payment, now.plus(lease))));
    return due;
  }

  static boolean isDue(@Nullable Instant wake, Instant now) {
    return wake != null && !wake.isAfter(now);
  }

  @Override
  public synchronized Optional<Payment> findConfirmed(String upstream, Family family) {
    return payments.values().stream()
        .map(Kept::payment)
        .filter(payment -> payment.quote().upstream().equals(upstream))
        .filter(payment -> payment.state() == State.SUCCEEDED && !payment.inquiry().test())
        .sorted(
            Comparator.<Payment, Instant>comparing(payment -> requireNonNull(payment.ending()).at())
                .reversed())
        .limit(20)
        .filter(payment -> payment.quote().bill().family() == family)
        .findFirst();
  }

  @Override
  public synchronized void tell(Payment payment) {
    notices.tell(payment);
  }

  @Override
  public synchronized List<Notice> takeNotices(int most, Duration lease) {
    return notices.take(most, lease);
  }

  @Override
  public synchronized void close(Notice notice, boolean delivered) {
    notices.end(notice, null, delivered, 1);
  }

  @Override
  public synchronized void giveUp(Notice notice) {
    notices.end(notice, null, false, 1);
  }

  @Override
  public synchronized void postpone(Notice notice, Duration wait) {
    notices.end(notice, wait, false, 1);
  }

  @Override
  public synchronized void putBack(Notice notice, Duration wait) {
    notices.end(notice, wait, false, 0);
  }

  private static String deposit(String partner) {
    return "deposit:" + partner;
  }

  private static Day day(Payment payment) {
    return new Day(payment.id().partner(), payment.inquiry().day());
  }

  /// Everything in it, one fact a line, in an order that depends on the facts alone.
  public synchronized List<String> dump() {
    var facts = new ArrayList<String>();
    var now = clock.instant();
    payments.values().forEach(kept -> facts.add(Facts.payment(kept.payment(), kept.wake(), now)));
    balances.forEach((account, sen) -> facts.add("balance " + account + " " + sen));
    spending.forEach((day, sen) -> facts.add(Facts.spending(day.partner(), day.date(), sen)));
    refusals.forEach((id, r) -> facts.add(Facts.refusal(id, r.reason(), r.until(), now)));
    evidence.forEach(heard -> facts.add(Facts.evidence(heard)));
    facts.removeIf(fact -> fact.startsWith("balance") && fact.endsWith(" 0"));
    facts.sort(null);
    facts.addAll(notices.dump());
    return facts;
  }
}
