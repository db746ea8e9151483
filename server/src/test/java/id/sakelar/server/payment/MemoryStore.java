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

  private record Day(String partner, LocalDate date) {}

  private record Kept(Payment payment, @Nullable Instant wake) {}

  private record TopUp(String partner, Rupiah amount) {}

  private record Told(Notice notice, @Nullable Instant wake, boolean delivered) {}

  private final InstantSource clock;
  private final Map<PaymentId, Inquiry> inquiries = new HashMap<>();
  private final Map<PaymentId, Kept> payments = new HashMap<>();
  private final Map<String, Long> balances = new TreeMap<>();
  private final Map<Day, Long> spending = new HashMap<>();
  private final Map<Long, Told> notices = new TreeMap<>();
  private final Map<String, TopUp> topUps = new HashMap<>();
  private final Set<String> upstreamReferences = new HashSet<>();
  private final List<Heard> evidence = new ArrayList<>();

  public MemoryStore(InstantSource clock) {
    this.clock = clock;
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
    if (stands != null && stands.day().equals(inquiry.day())) {
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
    if (!test && exceeds(dayLimit, payment)) {
      return new Opening.Refused(Reason.LIMIT);
    }
    if (!test && balance(deposit).compareTo(price) < 0) {
      return new Opening.Refused(Reason.FUNDS);
    }
    var quote = payment.quote();
    if (!upstreamReferences.add(quote.upstream() + " " + quote.upstreamReference())) {
      throw new IllegalStateException("another payment has this reference at the biller");
    }
    return new Opening.Opened(hold(payment, lease));
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
    var after = touched ? step.after().withBalance(balanceAfter(step.after())) : step.after();
    payments.put(after.id(), new Kept(after, wake));
    note(step);
    return Optional.of(after);
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
    evidence.add(
        new Heard(
            step.after().id(),
            step.after().version(),
            step.evidence(),
            step.source().name(),
            step.trouble() == null ? "" : step.trouble().name()));
    if (step.tell() && !step.after().inquiry().test()) {
      long number = notices.size() + 1L;
      var notice = new Notice(number, step.after().id(), step.after().state(), 0);
      notices.put(number, new Told(notice, clock.instant(), false));
    }
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

  private static boolean isDue(@Nullable Instant wake, Instant now) {
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
    boolean noted =
        notices.values().stream()
            .map(Told::notice)
            .anyMatch(n -> n.id().equals(payment.id()) && n.state() == payment.state());
    if (!noted) {
      long number = notices.size() + 1L;
      var notice = new Notice(number, payment.id(), payment.state(), 0);
      notices.put(number, new Told(notice, clock.instant(), false));
    }
  }

  @Override
  public synchronized List<Notice> takeNotices(int most, Duration lease) {
    var now = clock.instant();
    var due =
        notices.values().stream().filter(told -> isDue(told.wake(), now)).limit(most).toList();
    due.forEach(told -> put(told.notice(), told.notice().tries(), now.plus(lease), false));
    return due.stream().map(Told::notice).toList();
  }

  @Override
  public synchronized void close(Notice notice, boolean delivered) {
    var told = requireNonNull(notices.get(notice.number()));
    if (told.wake() != null) {
      put(notice, told.notice().tries() + 1, null, delivered);
    }
  }

  @Override
  public synchronized void postpone(Notice notice, Duration wait) {
    var told = requireNonNull(notices.get(notice.number()));
    if (told.wake() != null) {
      put(notice, told.notice().tries() + 1, clock.instant().plus(wait), false);
    }
  }

  private void put(Notice notice, int tries, @Nullable Instant wake, boolean delivered) {
    var tried = new Notice(notice.number(), notice.id(), notice.state(), tries);
    notices.put(notice.number(), new Told(tried, wake, delivered));
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
    evidence.forEach(heard -> facts.add(Facts.evidence(heard)));
    facts.removeIf(fact -> fact.startsWith("balance") && fact.endsWith(" 0"));
    facts.sort(null);
    notices
        .values()
        .forEach(
            told -> facts.add(Facts.notice(told.notice(), told.wake(), told.delivered(), now)));
    return facts;
  }
}
