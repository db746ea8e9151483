package id.sakelar.simulation;

import id.sakelar.ledger.Unit;
import id.sakelar.server.payment.Asked;
import id.sakelar.server.payment.Change;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.Payments.Paying;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.State;
import id.sakelar.server.payment.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What must hold at every moment, looked at whenever something happens. The laws have numbers, and
/// a violation names its own. For whoever has the turn.
final class Checks implements Watch {
  private record Told(long at, State state) {}

  private record Day(PaymentId id, LocalDate date) {}

  /// Reasons that are over a moment later.
  private static final Set<Reason> MAY_PASS =
      EnumSet.of(
          Reason.FUNDS,
          Reason.LIMIT,
          Reason.BUSY,
          Reason.BILLER_UNREACHABLE,
          Reason.PRODUCT_CLOSED);

  private final World world;
  private final Map<PaymentId, List<Payment>> history = new HashMap<>();
  private final Map<PaymentId, Long> openedAt = new HashMap<>();
  private final Map<PaymentId, List<Told>> told = new HashMap<>();
  private final Map<PaymentId, List<String>> kinds = new HashMap<>();
  private final Map<PaymentId, List<Told>> heard = new HashMap<>();
  private final Map<Day, Quote> quoted = new HashMap<>();
  private final Map<PaymentId, Integer> sends = new HashMap<>();

  Checks(World world) {
    this.world = world;
  }

  @Override
  public void wakesAt(long micros) {
    world.wakesAt(micros);
  }

  @Override
  public void opened(Payment payment, Unit<Change> unit) {
    var before = history.put(payment.id(), new ArrayList<>(List.of(payment)));
    require(before == null, "C5", payment.id(), "is held twice");
    openedAt.put(payment.id(), world.turns().now());
    var said = quoted.get(new Day(payment.id(), payment.inquiry().day()));
    boolean asSaid = said == null || said.equals(payment.quote());
    require(asSaid, "C14", payment.id(), "is not paid on the terms of its inquiry");
    booked(payment, unit);
    world.tally().count("opened");
  }

  @Override
  public void moved(Step step, Payment after, Unit<Change> unit) {
    var id = after.id();
    var versions = history.getOrDefault(id, List.of());
    boolean newest =
        !versions.isEmpty()
            && versions.getLast().version() == step.before().version()
            && versions.getLast().state() == step.before().state();
    require(newest, "C11", id, "is overwritten by who did not know how it stands");
    lawful(step);
    versions.add(after);
    booked(after, unit);
    if (after.state() == State.FAILED && step.before().state() != State.FAILED) {
      boolean unpaid = paidFor(after) == 0 || isLiedAbout(after);
      require(unpaid, "C12", id, "failed, and the biller has paid it");
    }
    world.tally().count("edge " + step.before().state() + " " + after.state());
    var evidence = step.evidence();
    var kind = evidence == null ? "none" : evidence.evidenceClass() + " " + step.source();
    world.tally().count("evidence " + kind);
    if (after.state().isFinal() && step.before().state() != after.state()) {
      world.tally().count("ended by " + kind);
    }
    if (step.trouble() != null) {
      world.tally().count("trouble " + step.trouble());
    }
    world
        .trace()
        .note(
            "MOVED",
            id.subject(),
            after.state() + " by " + (evidence == null ? "us" : evidence.code()));
  }

  /// How often billers have paid, or will pay, what a payment is for.
  long paidFor(Payment payment) {
    var customer = payment.quote().customer();
    return world.desks().stream().mapToLong(desk -> desk.payments(customer)).sum();
  }

  /// Whether its biller is one that cannot be trusted.
  boolean isLiedAbout(Payment payment) {
    return world.desk(payment).habits().lies();
  }

  /// C6: who may move what. A clock ends only what is not on its way to anybody.
  private static void lawful(Step step) {
    var id = step.after().id();
    var from = step.before().state();
    var into = step.after().state();
    boolean held = from == State.HELD;
    boolean byClock = step.source() == Evidence.Source.LEASE;
    boolean bySilence = step.evidence() instanceof Evidence.NotSent && into != from;
    boolean ends = into.isFinal() && into != from;
    require(from == into || from.mayBecome(into), "C6", id, "goes from " + from + " to " + into);
    require(!byClock || !ends || held, "C6", id, "is ended by a clock: " + into);
    boolean unsent = held || step.source() == Evidence.Source.ATTEMPT || !ends;
    require(!bySilence || unsent, "C6", id, "is ended by a question that was not sent");
  }

  /// C3 and C5: floors, and one end of each hold.
  private void booked(Payment payment, Unit<Change> unit) {
    var balance = world.tables().books().balance(unit.shard());
    require(!balance.isNegative(), "C3", payment.id(), "leaves a deposit of " + balance);
    if (unit.postings().isEmpty()) {
      return;
    }
    var seen = kinds.computeIfAbsent(payment.id(), _ -> new ArrayList<>());
    boolean fits =
        switch (unit.kind()) {
          case "HOLD" -> seen.isEmpty();
          case "SETTLE", "RELEASE" -> seen.equals(List.of("HOLD"));
          case "REFUND" -> seen.equals(List.of("HOLD", "SETTLE"));
          default -> true;
        };
    require(fits, "C5", payment.id(), "is booked as " + unit.kind() + " after " + seen);
    seen.add(unit.kind());
  }

  /// C9 and C10: an order leaves after its attempt is committed, and once for each.
  void sent(Desk desk, String reference, String customer) {
    var sent = world.tables().findSent(desk.name(), reference);
    if (sent.isEmpty() || sent.get().former()) {
      throw new Violation("C9", customer, "is sent before it is committed");
    }
    var payment = sent.get().payment();
    int count = sends.merge(payment.id(), 1, Integer::sum);
    boolean allowed = count <= payment.trail().attempts();
    require(allowed, "C10", payment.id(), "is sent once more than there are attempts");
  }

  /// C8: a biller pays at most once for each payment.
  void bookedAt(Desk desk, String customer) {
    if (desk.payments(customer) > 1) {
      throw new Violation("C8", customer, "was paid more than once at " + desk.name());
    }
  }

  /// C14: an inquiry that was told is not told otherwise on the same day.
  void quoted(Inquiry inquiry) {
    var before = quoted.putIfAbsent(new Day(inquiry.id(), inquiry.day()), inquiry.quote());
    boolean same = before == null || before.equals(inquiry.quote());
    require(same, "C14", inquiry.id(), "is quoted in two ways on one day");
  }

  /// C7 and C14: what a partner is told was committed, and does not go back behind what it was told
  /// before it asked.
  void told(Asked asked, long received, Paying paying) {
    switch (paying) {
      case Paying.Known(Payment payment) -> told(payment, received);
      case Paying.InDoubt _ -> world.tally().count("told in doubt");
      case Paying.Refused(Reason reason) -> refused(asked, received, reason);
    }
  }

  private void told(Payment payment, long received) {
    var id = payment.id();
    var state = payment.state();
    world.tally().count("told " + state);
    world
        .trace()
        .note(
            "TOLD",
            id.subject(),
            state + " version " + payment.version() + " received " + received);
    require(isCommitted(payment), "C14", id, "is told as " + state + ", which it never was");
    for (Told earlier : told.getOrDefault(id, List.of())) {
      boolean overlaps = earlier.at() >= received;
      require(
          overlaps || goesOn(earlier.state(), state),
          "C7",
          id,
          state + " after " + earlier.state());
    }
    told.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Told(world.turns().now(), state));
  }

  /// All that has not ended looks the same to partners.
  private static boolean goesOn(State earlier, State later) {
    return switch (earlier) {
      case HELD, SENDING, PENDING, UNKNOWN, REVIEW -> true;
      case SUCCEEDED -> later == State.SUCCEEDED || later == State.REFUNDED;
      case FAILED -> later == State.FAILED;
      case REFUNDED -> later == State.REFUNDED;
    };
  }

  private void refused(Asked asked, long received, Reason reason) {
    var id = asked.id();
    world.tally().count("told " + reason);
    world.trace().note("TOLD", id.subject(), reason.name());
    boolean there = openedAt.getOrDefault(id, Long.MAX_VALUE) < received;
    boolean other = reason == Reason.REFERENCE_USED && asked.amount() != null;
    require(!there || other, "C7", id, "is refused for " + reason + " though it is there");
    boolean remembered = world.tables().refusals().until(id) >= received || there;
    boolean lasts = !MAY_PASS.contains(reason) || remembered;
    require(lasts, "C7", id, "is refused for " + reason + ", and nobody remembers");
  }

  /// C15: a partner hears of ends that are so, and of none that was before, unless one overtakes
  /// the other on its way.
  void heardByWebhook(Payment payment, long sent) {
    world.tally().count("webhook " + payment.state());
    require(isCommitted(payment), "C15", payment.id(), "is told as it never was");
    require(payment.state().isFinal(), "C15", payment.id(), "is told before it has ended");
    for (Told earlier : heard.getOrDefault(payment.id(), List.of())) {
      boolean goesOn = earlier.at() >= sent || goesOn(earlier.state(), payment.state());
      require(goesOn, "C15", payment.id(), payment.state() + " after " + earlier.state());
    }
    heard
        .computeIfAbsent(payment.id(), _ -> new ArrayList<>())
        .add(new Told(world.turns().now(), payment.state()));
  }

  private boolean isCommitted(Payment payment) {
    var versions = history.getOrDefault(payment.id(), List.of());
    return payment.version() <= versions.size()
        && versions.get(payment.version() - 1).equals(payment);
  }

  private static void require(boolean holds, String checker, PaymentId id, String what) {
    if (!holds) {
      throw new Violation(checker, id.subject(), what);
    }
  }
}
