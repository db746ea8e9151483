package id.sakelar.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.InProcess;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Reversed;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Store.Notice;
import id.sakelar.server.payment.Store.Opening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Uses a store as servers, partners and billers might in a very bad week. The same seed gives the
/// same week, as far as the store gives the same answers. Waits are nothing or very long, so that
/// no clock decides what is due.
final class RandomTrade {
  static final List<String> PARTNERS = List.of("toko-ani", "warung-sri", "kios-budi");

  private static final List<Source> SOURCES = List.of(Source.values());
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
              Duration.ofMinutes(30),
              Set.of("40")),
          Duration.ofSeconds(25));

  private final SplittableRandom chance;
  private final TwoStores store;
  private final TickingClock clock;
  private final List<Payment> seen = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Notice> taken = new ArrayList<>();
  private final Set<String> happened = new TreeSet<>();

  RandomTrade(long seed, TwoStores store, TickingClock clock) {
    this.chance = new SplittableRandom(seed);
    this.store = store;
    this.clock = clock;
  }

  /// What came of it so far, each in one word: a week in which nothing happens proves nothing.
  Set<String> happened() {
    return happened;
  }

  void doSomething() {
    clock.tick(Duration.ofSeconds(chance.nextInt(1, 20)));
    switch (chance.nextInt(25)) {
      case 0, 1 -> store.keep(inquiry());
      case 2 -> store.findInquiry(id());
      case 3, 4, 5, 6 -> open();
      case 7, 8, 9, 10, 11 -> decide();
      case 12 -> again();
      case 13 -> store.findPayment(id()).ifPresent(seen::add);
      case 14 -> takeDue();
      case 15 -> taken.addAll(store.takeNotices(chance.nextInt(1, 6), wait(LONG)));
      case 16, 17 -> endNotice();
      case 18 -> store.findConfirmed(Samples.UPSTREAM, Family.MOBILE);
      case 19 -> refuse();
      case 20 -> store.hurry(id(), wait(LONG));
      case 21 -> findSent();
      case 22 -> dispatch();
      case 23 -> hearFormer();
      default -> topUp();
    }
  }

  private PaymentId id() {
    var dialect = chance.nextInt(4) == 0 ? "iak" : "digiswitch";
    return new PaymentId(partner(), dialect, "INV-" + chance.nextInt(150));
  }

  /// Now and then somebody without a deposit.
  private String partner() {
    return chance.nextInt(60) == 0 ? "stranger" : PARTNERS.get(chance.nextInt(PARTNERS.size()));
  }

  /// Our references at the biller collide now and then.
  private Inquiry inquiry() {
    var id = id();
    var reference = "S" + chance.nextInt(2_000);
    var price = Rupiah.of(chance.nextInt(1, 60) * 1_000L);
    var cost = chance.nextInt(5) == 0 ? Rupiah.ZERO : price.minus(Rupiah.of(500));
    var cashback = chance.nextInt(3) == 0 ? Rupiah.of(300) : Rupiah.ZERO;
    var inquiry = Samples.inquiry(id, Samples.quote(reference, price, cost, cashback));
    var day = References.dayOf(Samples.NOON).plusDays(chance.nextInt(2));
    boolean test = chance.nextInt(12) == 0;
    return new Inquiry(id, inquiry.quote(), day, test);
  }

  private void open() {
    var asked = inquiry();
    var inquiry = chance.nextBoolean() ? asked : store.findInquiry(asked.id()).orElse(asked);
    var limit = chance.nextBoolean() ? null : Rupiah.of(chance.nextInt(1, 40) * 50_000L);
    try {
      switch (store.open(Machine.open(inquiry, now()), wait(LONG), limit)) {
        case Opening.Opened(Payment opened) -> {
          happened.add("opened");
          seen.add(opened);
        }
        case Opening.Exists _ -> happened.add("exists");
        case Opening.Refused(Reason reason) -> happened.add(reason.name());
      }
    } catch (IllegalStateException e) {
      // both stores threw the same
      happened.add(String.valueOf(e.getMessage()));
    }
  }

  /// Upon a payment as it stands, or as it stood once.
  private void decide() {
    var payment = seenPayment();
    if (payment != null) {
      var upon = chance.nextInt(4) == 0 ? payment : store.findPayment(payment.id()).orElse(payment);
      var source =
          chance.nextBoolean() ? Source.ATTEMPT : SOURCES.get(chance.nextInt(SOURCES.size()));
      MACHINE.hear(upon, saying(), source, now(), chance.nextBoolean()).ifPresent(this::commit);
    }
  }

  private void dispatch() {
    seen.reversed().stream()
        .filter(payment -> payment.state() == State.HELD)
        .findFirst()
        .map(held -> MACHINE.dispatch(held, elsewhere(held), now()))
        .ifPresent(this::commit);
  }

  private void hearFormer() {
    var payment = seenPayment();
    if (payment != null) {
      MACHINE.hearFormer(payment, saying(), Source.CALLBACK).ifPresent(this::commit);
    }
  }

  private Quote elsewhere(Payment payment) {
    var reference = "S" + chance.nextInt(2_000);
    return payment.quote().boughtAt("other", "HP", reference, Rupiah.of(500), number());
  }

  private void refuse() {
    var refused = store.refuse(id(), Reason.CUT_OFF, wait(LONG));
    happened.add(refused.isEmpty() ? "paid already" : "refused");
  }

  private void findSent() {
    var payment = seenPayment();
    if (payment != null) {
      var quote = payment.quote();
      store
          .findSent(quote.upstream(), quote.upstreamReference())
          .ifPresent(sent -> happened.add(sent.former() ? "sent formerly" : "sent"));
    }
  }

  private @Nullable Payment seenPayment() {
    return seen.isEmpty() ? null : seen.get(chance.nextInt(seen.size()));
  }

  private void commit(Step step) {
    var waits = step.wake() == null ? null : wait(LONG);
    var paced =
        new Step(
            step.before(),
            step.after(),
            step.evidence(),
            step.source(),
            step.movement(),
            waits,
            step.tell(),
            step.trouble());
    steps.add(paced);
    var committed = store.commit(paced);
    happened.add(committed.isEmpty() ? "stale" : String.valueOf(paced.movement()));
    if (committed.isPresent() && paced.goesElsewhere()) {
      happened.add("elsewhere");
    }
    happened.add(String.valueOf(paced.trouble()));
    committed.ifPresent(seen::add);
  }

  /// The same step twice, at once or much later.
  private void again() {
    if (!steps.isEmpty()) {
      store.commit(steps.get(chance.nextInt(steps.size())));
    }
  }

  private @Nullable Bill receipt() {
    return chance.nextBoolean() ? null : new Bill.Mobile("S\u0000'RI", 1, Rupiah.of(100_000));
  }

  /// Now and then that of another payment.
  private @Nullable String number() {
    return chance.nextBoolean() ? null : "N" + chance.nextInt(200);
  }

  private Evidence saying() {
    return switch (chance.nextInt(9)) {
      case 0 -> new NotSent("refused");
      case 1, 2 -> new Success("00", "SN" + chance.nextInt(9), Rupiah.ZERO, receipt(), number());
      case 3 -> new Refused("40", Reason.NUMBER_BLOCKED);
      case 4 -> new InProcess("03", number());
      case 5 -> new Ambiguous("it said 'no'\\ \u0000 \"é\" {1,NULL}");
      case 6, 7 -> new NotFound("06", chance.nextBoolean());
      default -> new Reversed("74");
    };
  }

  /// Many at once for long, or the one that waited longest.
  private void takeDue() {
    if (chance.nextInt(4) == 0) {
      seen.addAll(store.takeDue(100_000, LONG));
    } else {
      seen.addAll(store.takeDue(1, wait(LONG)));
    }
  }

  private void endNotice() {
    if (!taken.isEmpty()) {
      var notice = taken.get(chance.nextInt(taken.size()));
      if (chance.nextBoolean()) {
        store.close(notice, chance.nextBoolean());
      } else {
        store.postpone(notice, wait(LONG));
      }
    }
  }

  private void topUp() {
    if (chance.nextInt(5) == 0) {
      var partner = PARTNERS.get(chance.nextInt(PARTNERS.size()));
      int number = chance.nextInt(400);
      // mostly the very same top-up again, now and then another under its reference
      long thousands = chance.nextInt(10) == 0 ? chance.nextInt(1, 900) : 1 + number % 900;
      topUp(partner, number, Rupiah.of(thousands * 1_000));
    }
  }

  private void topUp(String partner, int number, Rupiah amount) {
    try {
      store.topUp(partner, "BCA-" + number, amount);
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("the reference was booked for another top-up");
    }
  }

  private Duration wait(Duration most) {
    return chance.nextBoolean() ? Duration.ZERO : most;
  }

  private Instant now() {
    return clock.instant();
  }
}
