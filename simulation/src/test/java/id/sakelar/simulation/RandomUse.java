package id.sakelar.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.Posting;
import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.BillerProfile;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.Machine;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Payment.Trail;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.References;
import id.sakelar.server.payment.State;
import id.sakelar.server.payment.Step;
import id.sakelar.server.payment.Step.Movement;
import id.sakelar.server.payment.Store;
import id.sakelar.server.payment.Store.Notice;
import id.sakelar.server.payment.Store.Opening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Does to two stores at once what servers might do in a very bad week, and fails where one says
/// something else than the other. Waits are nothing or very long, so that no clock decides what is
/// due. For one thread.
final class RandomUse {
  static final List<String> PARTNERS = List.of("kios-budi", "toko-ani", "warung-sri");
  static final List<String> UPSTREAMS = List.of("paper", "stone");

  private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
  private static final Duration LONG = Duration.ofDays(300);
  private static final Machine MACHINE =
      new Machine(
          new BillerProfile(
              Duration.ofSeconds(1),
              Duration.ofSeconds(2),
              1,
              true,
              Duration.ofMinutes(15),
              Duration.ofSeconds(1),
              Duration.ofMinutes(40),
              Duration.ofSeconds(15),
              Duration.ofHours(1),
              Set.of("58")),
          Duration.ofSeconds(25));

  private final SplittableRandom chance;
  private final Tables tables;
  private final RealDatabase real;
  private final List<Payment> seen = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Notice> taken = new ArrayList<>();
  private final Map<Long, Notice> really = new HashMap<>();
  private final TreeSet<String> happened = new TreeSet<>();
  private long now;

  RandomUse(long seed, RealDatabase real) {
    this.chance = new SplittableRandom(seed);
    this.real = real;
    this.tables = new Tables(() -> now, Watch.NOBODY, UPSTREAMS);
    PARTNERS.forEach(partner -> tables.books().open(DepositStore.account(partner)));
  }

  /// What came of it so far, each in one word: a week in which nothing happens proves nothing.
  Set<String> happened() {
    return happened;
  }

  Tables tables() {
    return tables;
  }

  void doSomething(int number) {
    now += chance.nextLong(1, 20) * 1_000_000;
    switch (chance.nextInt(22)) {
      case 0, 1 -> both(keeping(inquiry()));
      case 2 -> both(finding(id()));
      case 3, 4, 5, 6 -> open();
      case 7, 8, 9, 10, 11 -> decide();
      case 12 -> again();
      case 13 -> refuse();
      case 14 -> hurry();
      case 15 -> takeDue();
      case 16 -> takeNotices();
      case 17, 18 -> endNotice();
      case 19 -> look();
      case 20 -> goElsewhere();
      default -> topUp(number);
    }
  }

  private static Function<Store, Inquiry> keeping(Inquiry inquiry) {
    return store -> store.keep(inquiry);
  }

  private static Function<Store, Object> finding(PaymentId id) {
    return store -> List.of(store.findInquiry(id), store.findPayment(id));
  }

  /// Asks both stores; what is thrown is an answer too.
  private <T> @Nullable T both(Function<Store, T> call) {
    var expected = answer(tables, call);
    assertThat(answer(real.store(), call)).isEqualTo(expected);
    happened.add(expected instanceof String word ? word : "answered");
    @SuppressWarnings("unchecked") // anything but a message is what the call gave back
    var value = expected instanceof String ? null : (T) expected;
    return value;
  }

  private static <T> Object answer(Store store, Function<Store, T> call) {
    try {
      return call.apply(store);
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private PaymentId id() {
    var dialect = chance.nextInt(4) == 0 ? "iak" : "digiswitch";
    boolean stranger = chance.nextInt(60) == 0;
    var partner = stranger ? "stranger" : PARTNERS.get(chance.nextInt(PARTNERS.size()));
    return new PaymentId(partner, dialect, "INV-" + chance.nextInt(150));
  }

  /// Our references at the biller collide now and then.
  private Inquiry inquiry() {
    var day = References.dayOf(NOON).plusDays(chance.nextInt(2));
    return new Inquiry(id(), quote(), day, chance.nextInt(12) == 0);
  }

  private Quote quote() {
    var price = Rupiah.of(chance.nextInt(1, 60) * 1_000L);
    return new Quote(
        "halo",
        "0811000111",
        new Bill.Mobile("SRI", 1, Rupiah.of(100_000)),
        UPSTREAMS.get(chance.nextInt(2)),
        "HALO",
        "S" + chance.nextInt(4_000),
        Rupiah.of(2_500),
        Rupiah.of(102_500),
        price,
        null,
        chance.nextInt(3) == 0 ? Rupiah.of(300) : Rupiah.ZERO,
        chance.nextInt(5) == 0 ? Rupiah.ZERO : price.minus(Rupiah.of(500)),
        null);
  }

  private Instant moment() {
    return NOON.plusNanos(now * 1_000);
  }

  private Duration wait(Duration most) {
    return chance.nextBoolean() ? Duration.ZERO : most;
  }

  private void open() {
    var asked = inquiry();
    var inquiry = chance.nextBoolean() ? asked : tables.findInquiry(asked.id()).orElse(asked);
    var limit = chance.nextBoolean() ? null : Rupiah.of(chance.nextInt(1, 40) * 50_000L);
    var payment = Machine.open(inquiry, moment());
    var lease = wait(LONG);
    var opening = both(store -> store.open(payment, lease, limit));
    if (opening != null) {
      note(opening);
    }
  }

  private void note(Opening opening) {
    switch (opening) {
      case Opening.Opened(Payment opened) -> {
        happened.add("opened");
        seen.add(opened);
      }
      case Opening.Exists _ -> happened.add("exists");
      case Opening.Refused(Reason reason) -> happened.add(reason.name());
    }
  }

  /// Upon a payment as it stands, or as it stood once.
  private void decide() {
    if (!seen.isEmpty()) {
      var payment = seen.get(chance.nextInt(seen.size()));
      var upon = chance.nextInt(4) == 0 ? payment : tables.findPayment(payment.id()).orElseThrow();
      var sources = Source.values();
      var source = sources[chance.nextInt(sources.length)];
      MACHINE
          .hear(upon, saying(), source, moment(), chance.nextBoolean())
          .ifPresent(step -> commit(paced(step)));
    }
  }

  private Step paced(Step step) {
    return new Step(
        step.before(),
        step.after(),
        step.evidence(),
        step.source(),
        step.movement(),
        step.wake() == null ? null : wait(LONG),
        step.tell(),
        step.trouble());
  }

  private void commit(Step step) {
    steps.add(step);
    var committed = both(store -> store.commit(step));
    if (committed != null) {
      happened.add(committed.isEmpty() ? "stale" : step.movement().name());
      committed.ifPresent(seen::add);
    }
  }

  /// The same step twice, at once or much later.
  private void again() {
    if (!steps.isEmpty()) {
      commit(steps.get(chance.nextInt(steps.size())));
    }
  }

  /// What is held is sent to another biller.
  private void goElsewhere() {
    var held =
        tables.payments().stream()
            .filter(payment -> payment.state() == State.HELD)
            .min(Comparator.comparing(payment -> payment.id().subject()));
    if (held.isPresent()) {
      var before = held.get();
      var old = before.inquiry();
      var elsewhere = quoteLike(before.quote());
      var trail = new Trail(before.trail().attempts() + 1, moment(), 0, 0, null, null);
      var after =
          new Payment(
              new Inquiry(old.id(), elsewhere, old.day(), old.test()),
              State.SENDING,
              before.version() + 1,
              before.openedAt(),
              trail,
              null,
              before.balance());
      happened.add("elsewhere");
      commit(new Step(before, after, null, Source.ATTEMPT, Movement.NONE, wait(LONG), false, null));
    }
  }

  /// The same bill for the same price, bought elsewhere.
  private Quote quoteLike(Quote quote) {
    return new Quote(
        quote.product(),
        quote.customer(),
        quote.bill(),
        quote.upstream().equals("paper") ? "stone" : "paper",
        "HALO",
        "S" + chance.nextInt(4_000),
        quote.admin(),
        quote.sellingPrice(),
        quote.price(),
        null,
        quote.cashback(),
        quote.cost(),
        null);
  }

  private Evidence saying() {
    var number = chance.nextBoolean() ? null : "N" + chance.nextInt(200);
    var receipt = chance.nextBoolean() ? null : new Bill.Mobile("S'RI", 1, Rupiah.of(100_000));
    return switch (chance.nextInt(9)) {
      case 0 -> new Evidence.NotSent("refused");
      case 1, 2 ->
          new Evidence.Success("00", "SN" + chance.nextInt(9), Rupiah.ZERO, receipt, number);
      case 3 -> new Evidence.Refused("58", Reason.NUMBER_BLOCKED);
      case 4 -> new Evidence.InProcess("03", number);
      case 5 -> new Evidence.Ambiguous("it said 'no'\\ \"é\" {1,NULL}");
      case 6, 7 -> new Evidence.NotFound("06", chance.nextBoolean());
      default -> new Evidence.Reversed("74");
    };
  }

  private void refuse() {
    var id = id();
    var memory = wait(LONG);
    both(store -> store.refuse(id, Reason.FUNDS, memory));
  }

  private void hurry() {
    var id = id();
    var every = wait(LONG);
    both(
        store -> {
          store.hurry(id, every);
          return List.of();
        });
  }

  /// Many at once for long, or the one that waited longest.
  private void takeDue() {
    boolean all = chance.nextInt(4) == 0;
    var lease = all ? LONG : wait(LONG);
    both(store -> byId(store.takeDue(all ? 100_000 : 1, lease)));
  }

  private static List<Payment> byId(List<Payment> payments) {
    return payments.stream().sorted(Comparator.comparing(p -> p.id().subject())).toList();
  }

  /// Each store numbers its own.
  private void takeNotices() {
    int most = chance.nextInt(1, 6);
    var lease = wait(LONG);
    var expected = tables.takeNotices(most, lease);
    var actual = real.store().takeNotices(most, lease);
    assertThat(actual.stream().map(RandomUse::unnumbered))
        .isEqualTo(expected.stream().map(RandomUse::unnumbered).toList());
    for (int i = 0; i < actual.size(); i++) {
      really.put(expected.get(i).number(), actual.get(i));
    }
    taken.addAll(expected);
  }

  private static Notice unnumbered(Notice notice) {
    return new Notice(0, notice.id(), notice.state(), notice.version(), notice.tries());
  }

  private void endNotice() {
    if (!taken.isEmpty()) {
      var notice = taken.get(chance.nextInt(taken.size()));
      var same = really.getOrDefault(notice.number(), notice);
      if (chance.nextBoolean()) {
        boolean delivered = chance.nextBoolean();
        tables.close(notice, delivered);
        real.store().close(same, delivered);
      } else {
        var wait = wait(LONG);
        tables.postpone(notice, wait);
        real.store().postpone(same, wait);
      }
    }
  }

  private void look() {
    var upstream = UPSTREAMS.get(chance.nextInt(2));
    var reference = "S" + chance.nextInt(4_000);
    both(store -> store.findSent(upstream, reference));
    both(store -> store.findConfirmed(upstream, Family.MOBILE));
    if (!seen.isEmpty()) {
      var payment = seen.get(chance.nextInt(seen.size()));
      var number = "N" + chance.nextInt(200);
      both(store -> store.isOfAnother(payment, number));
      if (payment.state().isFinal()) {
        tables.tell(payment);
        real.store().tell(payment);
      }
    }
  }

  private void topUp(int number) {
    if (chance.nextInt(5) == 0) {
      var partner = PARTNERS.get(chance.nextInt(PARTNERS.size()));
      var amount = Rupiah.of(chance.nextInt(1, 900) * 1_000L);
      var postings = List.of(new Posting(DepositStore.BANK, DepositStore.account(partner), amount));
      tables.books().book("topup/T-" + number, "TOPUP", postings);
      real.topUp(partner, "T-" + number, amount);
    }
  }
}
