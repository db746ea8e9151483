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

  /// What `evidence` changes, or empty when it changes nothing.
  public Optional<Step> hear(Payment payment, Evidence evidence, Source source, Instant now) {
    return switch (payment.state()) {
      case HELD -> Optional.empty();
      case SENDING -> Optional.of(whileSending(payment, evidence, source, now));
      case PENDING, UNKNOWN, REVIEW -> whileOpen(payment, evidence, source, now);
      case SUCCEEDED -> afterSuccess(payment, evidence, source, now);
      case FAILED -> afterFailure(payment, evidence, source);
      case REFUNDED -> Optional.empty();
    };
  }

  private Step whileSending(Payment payment, Evidence evidence, Source source, Instant now) {
    if (evidence instanceof NotSent && source == Source.ATTEMPT && isOnlyAttempt(payment)) {
      return fail(payment, evidence, Reason.BILLER_UNREACHABLE, source, now);
    }
    return decide(payment, evidence, source, now);
  }

  /// A late answer of an attempt that others have taken over counts only when it settles the
  /// matter: its doubts are known already.
  private Optional<Step> whileOpen(Payment payment, Evidence evidence, Source source, Instant now) {
    boolean settles = evidence instanceof Success || evidence instanceof Refused;
    return source == Source.STATUS || settles
        ? Optional.of(decide(payment, evidence, source, now))
        : Optional.empty();
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
    boolean tell = mayHaveBeenToldPending(payment, now);
    return new Step(payment, after, success, source, Movement.SETTLE, null, tell, null);
  }

  private Step fail(Payment payment, Evidence evidence, Reason reason, Source source, Instant now) {
    var ending = new Ending("", evidence.code(), reason, now, null);
    var after = next(payment, State.FAILED, payment.trail().moved(), ending);
    boolean tell = mayHaveBeenToldPending(payment, now);
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
    var state = payment.state() == State.SENDING ? State.UNKNOWN : payment.state();
    return open(payment, state, counted, evidence, source, now, null);
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

  private Optional<Step> afterFailure(Payment payment, Evidence evidence, Source source) {
    return evidence instanceof Success
        ? Optional.of(note(payment, evidence, source, Trouble.LATE_SUCCESS))
        : Optional.empty();
  }

  private static Step note(Payment payment, Evidence evidence, Source source, Trouble trouble) {
    var after = next(payment, payment.state(), payment.trail(), payment.ending());
    return new Step(payment, after, evidence, source, Movement.NONE, null, false, trouble);
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

  private static boolean isOnlyAttempt(Payment payment) {
    return payment.trail().attempts() == 1;
  }

  private static String serial(Payment payment) {
    var ending = payment.ending();
    return ending == null ? "" : ending.serial();
  }

  /// The partner's own call has answered "pending", or is about to.
  private boolean mayHaveBeenToldPending(Payment payment, Instant now) {
    return payment.state() != State.SENDING
        || !now.isBefore(payment.openedAt().plus(answerWithin).minusSeconds(1));
  }

  /// Up to a fifth earlier or later, so that payments that began together do not ask together;
  /// derived from the payment, so that the same history gives the same times.
  private static Duration jitter(Payment payment, Duration wait) {
    int spread = Math.floorMod(31 * payment.id().hashCode() + payment.version(), 41) - 20;
    return wait.plus(wait.multipliedBy(spread).dividedBy(100));
  }
}
