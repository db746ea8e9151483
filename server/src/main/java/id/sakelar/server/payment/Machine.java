package id.sakelar.server.payment;

import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.InProcess;
import id.sakelar.server.payment.Evidence.NotFound;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.server.payment.Evidence.Refused;
import id.sakelar.server.payment.Evidence.Reversed;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Payment.Ending;
import id.sakelar.server.payment.Payment.Trail;
import id.sakelar.server.payment.Step.Movement;
import id.sakelar.server.payment.Step.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The payment state machine. It decides and does nothing else: no clock, no chance, no I/O, so
/// that production and simulation run the same decisions. Immutable, and so thread-safe.
///
/// Time alone never decides success or failure; only evidence does, and whatever is in doubt keeps
/// the money in flight.
public final class Machine {
  private final BillerProfile profile;
  private final Polling polling;
  private final Duration answerWithin;

  /// A machine for payments at one biller.
  ///
  /// @param answerWithin how long after a payment is opened the partner's call is held; whoever
  ///   ends later is told by webhook
  public Machine(BillerProfile profile, Duration answerWithin) {
    this.profile = profile;
    this.polling = new Polling(profile.pace());
    this.answerWithin = answerWithin;
  }

  /// A payment whose hold and first attempt are committed together (T1 and T2).
  public static Payment open(Inquiry inquiry, Instant now) {
    return new Payment(inquiry, State.SENDING, 1, now, Trail.firstAttempt(now), null, null);
  }

  /// As [#hear(Payment, Evidence, Source, Instant, boolean)], where no other biller can be tried.
  public Optional<Step> hear(Payment payment, Evidence evidence, Source source, Instant now) {
    return hear(payment, evidence, source, now, false);
  }

  /// What `evidence` changes, or empty when it changes nothing.
  ///
  /// @param elsewhere whether another biller might be tried
  public Optional<Step> hear(
      Payment payment, Evidence evidence, Source source, Instant now, boolean elsewhere) {
    if (source == Source.OPERATOR && !isForPeople(payment, evidence)) {
      return Optional.empty();
    }
    return switch (payment.state()) {
      case HELD -> whileHeld(payment, evidence, source, now);
      case SENDING -> whileSending(payment, evidence, source, now, elsewhere);
      case PENDING, UNKNOWN, REVIEW -> whileOpen(payment, evidence, source, now);
      case SUCCEEDED -> afterSuccess(payment, evidence, source, now);
      case FAILED -> afterFailure(payment, evidence, source);
      case REFUNDED -> Optional.empty();
    };
  }

  /// People end what machines could not (T14) and take back what was paid (T15). They contradict
  /// nobody: what ended meanwhile stays as it is.
  private static boolean isForPeople(Payment payment, Evidence evidence) {
    return switch (payment.state()) {
      case REVIEW -> settles(evidence);
      case SUCCEEDED -> evidence instanceof Reversed;
      case HELD, SENDING, PENDING, UNKNOWN, FAILED, REFUNDED -> false;
    };
  }

  /// T3: nothing is on its way, and it was not sent on in time. Whatever a biller says of an
  /// attempt that was certainly not sent, or had a final no, moves nothing.
  private Optional<Step> whileHeld(Payment payment, Evidence evidence, Source source, Instant now) {
    if (source == Source.LEASE) {
      var reason = evidence instanceof Refused(_, Reason why) ? why : Reason.BILLER_UNREACHABLE;
      return Optional.of(fail(payment, evidence, reason, source, now));
    }
    return hearFormer(payment, evidence, source);
  }

  private Optional<Step> whileSending(
      Payment payment, Evidence evidence, Source source, Instant now, boolean elsewhere) {
    boolean unsent =
        evidence instanceof NotSent && source == Source.ATTEMPT && payment.trail().resends() == 0;
    if (elsewhere && (unsent || isTheBillersOwn(payment, evidence, source))) {
      return Optional.of(hold(payment, evidence, source));
    }
    if (unsent) {
      return Optional.of(fail(payment, evidence, Reason.BILLER_UNREACHABLE, source, now));
    }
    boolean counts =
        switch (source) {
          case ATTEMPT, LEASE, STATUS -> true;
          case CALLBACK -> settles(evidence) || evidence instanceof InProcess;
          case SETTLEMENT -> settles(evidence);
          case OPERATOR -> false;
        };
    return counts ? Optional.of(decide(payment, evidence, source, now)) : Optional.empty();
  }

  /// A final no that another biller need not share. After a resend the first order may still come.
  private boolean isTheBillersOwn(Payment payment, Evidence evidence, Source source) {
    return evidence instanceof Refused
        && source == Source.ATTEMPT
        && payment.trail().resends() == 0
        && profile.elsewhere().contains(evidence.code());
  }

  /// T6: back to where nothing is on its way.
  private Step hold(Payment payment, Evidence evidence, Source source) {
    var after = next(payment, State.HELD, payment.trail().moved(), null);
    return new Step(
        payment, after, evidence, source, Movement.NONE, profile.dispatchWithin(), false, null);
  }

  /// T2 after T6: what is held goes to the biller of `quote`, whose machine this is.
  Step dispatch(Payment held, Quote quote, Instant now) {
    var inquiry = new Inquiry(held.id(), quote, held.inquiry().day(), held.inquiry().test());
    var moved =
        new Payment(
            inquiry,
            held.state(),
            held.version(),
            held.openedAt(),
            held.trail().sentElsewhere(now),
            null,
            held.balance());
    var after = next(moved, State.SENDING, moved.trail(), null);
    return new Step(held, after, null, Source.ATTEMPT, Movement.NONE, profile.lease(), false, null);
  }

  /// A late answer of an attempt that others have taken over counts only when it settles the
  /// matter: its doubts are known already.
  private Optional<Step> whileOpen(Payment payment, Evidence evidence, Source source, Instant now) {
    boolean counts =
        switch (source) {
          case STATUS -> true;
          case ATTEMPT, LEASE, CALLBACK, SETTLEMENT, OPERATOR -> settles(evidence);
        };
    return counts ? Optional.of(decide(payment, evidence, source, now)) : Optional.empty();
  }

  private static boolean settles(Evidence evidence) {
    return evidence instanceof Success || evidence instanceof Refused;
  }

  private Step decide(Payment payment, Evidence evidence, Source source, Instant now) {
    return switch (evidence) {
      case Success success -> succeed(payment, success, source, now);
      case Refused(_, Reason reason) -> fail(payment, evidence, reason, source, now);
      case InProcess _ -> stay(payment, State.PENDING, evidence, source, now, null);
      case Ambiguous _, NotSent _ -> stay(payment, State.UNKNOWN, evidence, source, now, null);
      case NotFound notFound -> notFound(payment, notFound, source, now);
      case Reversed _ ->
          stay(payment, State.UNKNOWN, evidence, source, now, Trouble.EARLY_REVERSAL);
    };
  }

  private Step succeed(Payment payment, Success success, Source source, Instant now) {
    var ending = new Ending(success.serial(), success.code(), null, now, success.receipt());
    var trail = payment.trail().moved().named(success.number());
    var after = next(payment, State.SUCCEEDED, trail, ending);
    boolean tell = mayHaveBeenToldPending(payment, source, now);
    return new Step(payment, after, success, source, Movement.SETTLE, null, tell, null);
  }

  private Step fail(Payment payment, Evidence evidence, Reason reason, Source source, Instant now) {
    var ending = new Ending("", evidence.code(), reason, now, null);
    var after = next(payment, State.FAILED, payment.trail().moved(), ending);
    boolean tell = mayHaveBeenToldPending(payment, source, now);
    return new Step(payment, after, evidence, source, Movement.RELEASE, null, tell, null);
  }

  /// "Not found" ends a payment only by the whole rule of outcomes 7.5; anything less is noted.
  private Step notFound(Payment payment, NotFound evidence, Source source, Instant now) {
    var trail = payment.trail();
    var last = trail.lastNotFoundAt();
    boolean apart = last == null || !now.isBefore(last.plus(profile.notFoundApart()));
    var counted = trail.notFound(now, apart);
    boolean conclusive =
        profile.notFoundFinal()
            && evidence.channelProven()
            && apart
            && counted.notFounds() >= BillerProfile.NOT_FOUND_TIMES
            && !now.isBefore(trail.sentAt().plus(profile.notFoundAfter()))
            && References.dayOf(now).equals(References.dayOf(trail.sentAt()));
    if (conclusive) {
      return fail(payment, evidence, Reason.BILLER_REFUSED, source, now);
    }
    if (mayBeSentAgain(payment, now)) {
      return resend(payment, evidence, source, now);
    }
    var state = payment.state() == State.SENDING ? State.UNKNOWN : payment.state();
    return open(payment, state, counted, evidence, source, now, null);
  }

  /// T12: the biller does not know an order that it would surely know again.
  private boolean mayBeSentAgain(Payment payment, Instant now) {
    var trail = payment.trail();
    return payment.state() == State.UNKNOWN
        && now.isBefore(payment.openedAt().plus(profile.resendWithin()))
        && trail.resends() < BillerProfile.MOST_RESENDS
        && !now.isBefore(trail.sentAt().plus(profile.lease()));
  }

  private Step resend(Payment payment, Evidence evidence, Source source, Instant now) {
    var after = next(payment, State.SENDING, payment.trail().resent(now), null);
    return new Step(payment, after, evidence, source, Movement.NONE, profile.lease(), false, null);
  }

  private Step stay(
      Payment payment,
      State asked,
      Evidence evidence,
      Source source,
      Instant now,
      @Nullable Trouble trouble) {
    var state = payment.state() == State.REVIEW ? State.REVIEW : asked;
    boolean first = payment.state() == State.SENDING;
    var trail = first ? payment.trail().moved() : payment.trail().polled();
    var named = evidence instanceof InProcess(_, var number) ? trail.named(number) : trail;
    return open(payment, state, named, evidence, source, now, trouble);
  }

  private Step open(
      Payment payment,
      State state,
      Trail trail,
      Evidence evidence,
      Source source,
      Instant now,
      @Nullable Trouble trouble) {
    boolean overdue = !now.isBefore(trail.sentAt().plus(profile.reviewAfter()));
    var become = overdue && payment.state() != State.SENDING ? State.REVIEW : state;
    var wake = polling.next(become, trail.polls(), Duration.between(trail.sentAt(), now));
    var after = next(payment, become, trail, null);
    return new Step(
        payment, after, evidence, source, Movement.NONE, jitter(payment, wake), false, trouble);
  }

  private Optional<Step> afterSuccess(
      Payment payment, Evidence evidence, Source source, Instant now) {
    return switch (evidence) {
      case Reversed(String code) -> {
        var ending = new Ending(serial(payment), code, Reason.BILLER_REFUSED, now, null);
        var after = next(payment, State.REFUNDED, payment.trail(), ending);
        yield Optional.of(
            new Step(payment, after, evidence, source, Movement.REFUND, null, true, null));
      }
      case Refused _ -> Optional.of(note(payment, evidence, source, Trouble.CONTRADICTION));
      case NotSent _, Success _, InProcess _, Ambiguous _, NotFound _ -> Optional.empty();
    };
  }

  /// X1: the customer is not charged again; what the biller takes is the house's loss, once.
  private static Optional<Step> afterFailure(Payment payment, Evidence evidence, Source source) {
    if (!(evidence instanceof Success) || payment.trail().lateSuccess()) {
      return Optional.empty();
    }
    var after = next(payment, State.FAILED, payment.trail().succeededLate(), payment.ending());
    return Optional.of(
        new Step(
            payment, after, evidence, source, Movement.LOSS, null, false, Trouble.LATE_SUCCESS));
  }

  /// A biller says yes to an attempt that was given up for another (X3): whatever becomes of the
  /// payment, somebody must ask for that money back.
  Optional<Step> hearFormer(Payment payment, Evidence evidence, Source source) {
    return evidence instanceof Success && source != Source.OPERATOR
        ? Optional.of(note(payment, evidence, source, Trouble.DUPLICATE_EFFECT))
        : Optional.empty();
  }

  /// X3: what a biller took for a payment once too often is the house's loss, once.
  static Optional<Step> hearTwice(Payment payment, Success twice) {
    if (!payment.state().isFinal() || payment.trail().lateSuccess()) {
      return Optional.empty();
    }
    var after = next(payment, payment.state(), payment.trail().succeededLate(), payment.ending());
    return Optional.of(
        new Step(
            payment,
            after,
            twice,
            Source.SETTLEMENT,
            Movement.LOSS,
            null,
            false,
            Trouble.DUPLICATE_EFFECT));
  }

  private Step note(Payment payment, Evidence evidence, Source source, Trouble trouble) {
    var after = next(payment, payment.state(), payment.trail(), payment.ending());
    var wake = payment.state().isFinal() ? null : profile.lease();
    return new Step(payment, after, evidence, source, Movement.NONE, wake, false, trouble);
  }

  private static Payment next(Payment payment, State state, Trail trail, @Nullable Ending ending) {
    return new Payment(
        payment.inquiry(),
        state,
        payment.version() + 1,
        payment.openedAt(),
        trail,
        ending,
        payment.balance());
  }

  private static String serial(Payment payment) {
    var ending = payment.ending();
    return ending == null ? "" : ending.serial();
  }

  /// The partner's own call has answered "pending", or is about to. When somebody else than the
  /// attempt hears the end first, nobody knows what becomes of that call.
  private boolean mayHaveBeenToldPending(Payment payment, Source source, Instant now) {
    boolean dispatching = payment.state() == State.SENDING || payment.state() == State.HELD;
    boolean unasked = source == Source.CALLBACK || source == Source.SETTLEMENT;
    return !dispatching
        || unasked
        || !now.isBefore(payment.openedAt().plus(answerWithin).minusSeconds(1));
  }

  /// Up to a fifth earlier or later, so that payments that began together do not ask together;
  /// derived from the payment, so that the same history gives the same times.
  private static Duration jitter(Payment payment, Duration wait) {
    int spread = Math.floorMod(31 * payment.id().hashCode() + payment.version(), 41) - 20;
    return wait.plus(wait.multipliedBy(spread).dividedBy(100));
  }
}
