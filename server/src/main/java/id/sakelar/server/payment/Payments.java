package id.sakelar.server.payment;

import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.Store.Opening;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Inquiries, payments and their status: runs what the [Machine] decides. Thread-safe; calls block,
/// and are meant for virtual threads.
///
/// A payment runs on a thread of its own, so that a partner who hangs up or is answered "pending"
/// stops nothing. No transaction is open while a biller is asked.
public final class Payments implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Payments.class);

  /// Longer than any known client waits before it repeats a request.
  private static final Duration REFUSED_FOR = Duration.ofMinutes(2);

  /// How often a partner's questions have a biller asked at most.
  private static final Duration HURRIED = Duration.ofSeconds(10);

  private final Store store;
  private final Catalog catalog;
  private final Inquiries inquiries;
  private final Decisions decisions;
  private final Dispatcher dispatcher;
  private final InstantSource clock;
  private final Tasks tasks;
  private final Duration answerWithin;
  private final Map<PaymentId, Attempt> running = new ConcurrentHashMap<>();
  private volatile boolean closing;

  /// Payments at these billers.
  ///
  /// @param upstreams by name
  /// @param answerWithin how long a partner's call is held before it is answered "pending"
  public Payments(
      Store store,
      Catalog catalog,
      Map<String, Upstream> upstreams,
      References references,
      InstantSource clock,
      Tasks tasks,
      Duration answerWithin) {
    this.store = store;
    this.catalog = catalog;
    this.inquiries = new Inquiries(store, catalog, Map.copyOf(upstreams), references, this::now);
    this.decisions = new Decisions(store, Map.copyOf(upstreams), this::now);
    this.dispatcher = new Dispatcher(store, inquiries, decisions, Map.copyOf(upstreams), this::now);
    this.clock = clock;
    this.tasks = tasks;
    this.answerWithin = answerWithin;
  }

  /// Asks for a bill. A repeated inquiry is answered as it was the first time that day.
  public Inquiring inquire(Asked asked) {
    return inquiries.inquire(asked);
  }

  /// The inquiry that stands under `id`, of whatever day.
  public Optional<Inquiry> findInquiry(PaymentId id) {
    return store.findInquiry(id);
  }

  /// Pays the bill inquired under the same reference today, or inquires first. Asking again tells
  /// how the payment stands; it is made once, whoever asks how often.
  public Paying pay(Asked asked) {
    return pay(asked, Until.ENDED, Duration.ZERO);
  }

  /// Pays what was inquired under `id` today, and asks for no bill. A payment that is there already
  /// is told, of whatever day.
  ///
  /// @param waited how long the caller has waited already
  public Paying payInquired(Partner partner, PaymentId id, Duration waited) {
    var begun = running.get(id);
    if (begun != null) {
      return pay(begun.asked(), Until.ENDED, waited);
    }
    var began = now().minus(waited);
    var known = store.findPayment(id);
    if (known.isPresent()) {
      return new Paying.Known(asTold(known.get()));
    }
    return store
        .findInquiry(id)
        .map(
            inquiry ->
                pay(
                    Asked.asInquired(partner, inquiry),
                    Until.ENDED,
                    Duration.between(began, now())))
        .orElse(new Paying.Refused(Reason.NOT_FOUND));
  }

  /// How long the caller of a payment waits.
  public enum Until {
    /// For how it ends.
    ENDED,
    /// For the money to be held.
    OPENED
  }

  /// As [#pay(Asked)], waiting for as much as `until` says.
  ///
  /// @param waited how long the caller has waited already: who has hung up by now has nothing begun
  ///   in its name
  public Paying pay(Asked asked, Until until, Duration waited) {
    var patience = answerWithin.minus(waited);
    if (!patience.isPositive()) {
      return tooLate(asked);
    }
    var began = now().minus(waited);
    var begun = running.get(asked.id());
    var attempt = running.computeIfAbsent(asked.id(), _ -> new Attempt(this, asked, began));
    boolean joins = attempt == begun;
    if (!attempt.asked().isLike(asked)) {
      return new Paying.Refused(Reason.REFERENCE_USED);
    }
    var awaited =
        switch (until) {
          case ENDED -> attempt.await(patience);
          case OPENED -> attempt.awaitOpening(patience);
        };
    return switch (awaited) {
      case Paying.Known(Payment payment) -> replay(asked, joins ? newest(payment) : payment);
      case Paying.InDoubt inDoubt -> unlessEnded(asked, inDoubt);
      case Paying.Refused refused -> refuse(asked, refused);
    };
  }

  /// "Pending" is not told of what another process may have told the end of.
  private Paying unlessEnded(Asked asked, Paying.InDoubt inDoubt) {
    return store
        .findPayment(asked.id())
        .filter(known -> known.state().isFinal())
        .map(known -> replay(asked, known))
        .orElse(inDoubt);
  }

  /// Who joins a run may hear what stood before it asked; meanwhile a biller may have told another
  /// process how the payment has ended, and that process its partner.
  private Payment newest(Payment payment) {
    return store.findPayment(payment.id()).orElse(payment);
  }

  private Paying tooLate(Asked asked) {
    var begun = running.get(asked.id());
    if (begun != null) {
      begun.willBeToldPending();
      return new Paying.InDoubt();
    }
    return refuse(asked, new Paying.Refused(Reason.BILLER_UNREACHABLE));
  }

  /// A no that could be a yes a moment later is remembered before it is told: a repetition of the
  /// request that was long on its way must not be granted.
  private Paying refuse(Asked asked, Paying.Refused refused) {
    if (asked.test() || !refused.reason().isRemembered()) {
      return unlessPaid(asked, refused);
    }
    return store
        .refuse(asked.id(), refused.reason(), REFUSED_FOR)
        .<Paying>map(Paying.Refused::new)
        .orElseGet(() -> unlessPaid(asked, refused));
  }

  /// A no is said only while there is no payment: another server process may have made one under
  /// the same reference meanwhile.
  private Paying unlessPaid(Asked asked, Paying.Refused refused) {
    return store.findPayment(asked.id()).map(known -> replay(asked, asTold(known))).orElse(refused);
  }

  /// How a payment stands. If it is open, its biller is soon asked again.
  public Paying status(PaymentId id) {
    // looked at first: an attempt that ends in between has left its payment to be found
    var begun = running.get(id);
    if (begun != null) {
      begun.willBeToldPending();
    }
    var known = store.findPayment(id);
    if (known.isPresent()) {
      hurry(known.get());
      return new Paying.Known(asTold(known.get()));
    }
    return begun != null ? new Paying.InDoubt() : new Paying.Refused(Reason.NOT_FOUND);
  }

  /// A payment that somebody found and is about to tell. While it is on its way, the one who sends
  /// it may be another process, which does not know that its partner hears "pending" here.
  private Payment asTold(Payment payment) {
    return switch (payment.state()) {
      case HELD, SENDING -> store.findToTell(payment.id());
      case PENDING, UNKNOWN, REVIEW, SUCCEEDED, FAILED, REFUNDED -> payment;
    };
  }

  /// Has the biller of an open payment asked soon, unless it just was.
  public void hurry(Payment payment) {
    switch (payment.state()) {
      case PENDING, UNKNOWN, REVIEW -> store.hurry(payment.id(), HURRIED);
      case HELD, SENDING, SUCCEEDED, FAILED, REFUNDED -> {}
    }
  }

  /// Commits what somebody says of the payment that a biller was sent under our reference: the
  /// biller by itself, its list of settled payments, or people.
  ///
  /// @return the payment afterwards; empty if that biller was never sent such a reference
  public Optional<Payment> hear(
      String upstream, String reference, Evidence evidence, Source source) {
    return store
        .findSent(upstream, reference)
        .map(
            sent ->
                sent.former()
                    ? decisions.hearFormer(sent.payment(), evidence, source)
                    : decisions.hear(sent.payment(), evidence, source, answerWithin));
  }

  /// The payment that a biller was sent under our reference there.
  public Optional<Store.Sent> findSent(String upstream, String reference) {
    return store.findSent(upstream, reference);
  }

  /// Notes that a biller took money for a payment more than once: the house bears the second time.
  public void hearTwice(String upstream, String reference) {
    store.findSent(upstream, reference).map(Store.Sent::payment).ifPresent(decisions::hearTwice);
  }

  /// Goes on with a payment that is due: asks its biller how it stands and commits what it says, or
  /// sends once more what the biller does not know. For recovery.
  ///
  /// @return the payment afterwards
  public Payment ask(Payment payment) {
    return dispatcher.ask(payment, answerWithin);
  }

  /// Asks the biller of a payment how it stands, beside the caller.
  public void askSoon(Payment payment) {
    tasks.start("question", () -> askUnheard(payment));
  }

  private void askUnheard(Payment payment) {
    try {
      ask(payment);
    } catch (RuntimeException e) {
      LOG.error("asking about {} broke off", payment.id());
      LOG.debug("why it broke off", e);
    }
  }

  private Paying replay(Asked asked, Payment payment) {
    return asked.isAbout(payment.inquiry())
        ? new Paying.Known(payment)
        : new Paying.Refused(Reason.REFERENCE_USED);
  }

  /// The whole of a payment, on the attempt's own thread.
  Paying run(Attempt attempt) {
    var asked = attempt.asked();
    var known = store.findPayment(asked.id());
    if (known.isPresent()) {
      return replay(asked, asTold(known.get()));
    }
    return switch (inquiries.inquireToday(asked)) {
      case Inquiring.Refused(Reason reason) -> new Paying.Refused(reason);
      case Inquiring.Quoted(Inquiry inquiry) -> open(attempt, inquiry);
    };
  }

  private Paying open(Attempt attempt, Inquiry inquiry) {
    var asked = attempt.asked();
    if (!asked.isAbout(inquiry)) {
      return new Paying.Refused(Reason.REFERENCE_USED);
    }
    var offer = catalog.findOffer(asked.product(), asked.partner().id());
    if (offer.isEmpty() || !offer.get().open()) {
      return new Paying.Refused(Reason.PRODUCT_CLOSED);
    }
    if (inquiries.isClosedNow(offer.get())) {
      return new Paying.Refused(Reason.CUT_OFF);
    }
    var most = asked.partner().limits().perPayment();
    if (most != null && !asked.test() && inquiry.quote().price().compareTo(most) > 0) {
      return new Paying.Refused(Reason.LIMIT);
    }
    return inquiries
        .admitted(asked, inquiry)
        .map(admitted -> hold(attempt, admitted))
        .orElse(new Paying.Refused(Reason.PRODUCT_CLOSED));
  }

  private Paying hold(Attempt attempt, Inquiry inquiry) {
    var asked = attempt.asked();
    if (!attempt.mayOpen()) {
      return new Paying.Refused(Reason.BILLER_UNREACHABLE);
    }
    var payment = Machine.open(inquiry, now());
    var lease = decisions.profile(inquiry.quote().upstream()).lease();
    return switch (store.open(payment, lease, asked.partner().limits().perDay())) {
      case Opening.Exists _ -> replay(asked, asTold(store.findPayment(asked.id()).orElseThrow()));
      case Opening.Refused(Reason reason) -> new Paying.Refused(reason);
      case Opening.Opened(Payment opened) -> {
        attempt.opened(opened);
        var patience = answerWithin.minus(Duration.between(attempt.began(), opened.openedAt()));
        yield new Paying.Known(dispatcher.send(asked, opened, patience));
      }
    };
  }

  /// As exact as it is stored, so that a payment read again is the payment that was answered.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// Lets no more payments be opened, and waits for those that run until their partners' patience
  /// is over; what is still open then is left to recovery.
  @Override
  public void close() {
    closing = true;
    var end = now().plus(answerWithin);
    running.values().forEach(attempt -> attempt.await(left(end)));
  }

  private Duration left(Instant end) {
    var left = Duration.between(now(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  Tasks tasks() {
    return tasks;
  }

  boolean isClosing() {
    return closing;
  }

  /// Has the partner told how the payment ended, because it was told "pending" meanwhile.
  void tell(Paying paying) {
    if (paying instanceof Paying.Known(Payment payment)
        && payment.state().isFinal()
        && !payment.inquiry().test()) {
      store.tell(payment);
    }
  }

  void ended(Attempt attempt) {
    running.remove(attempt.asked().id(), attempt);
  }

  /// What came of an inquiry.
  public sealed interface Inquiring {
    record Quoted(Inquiry inquiry) implements Inquiring {}

    /// No bill; nothing was recorded.
    record Refused(Reason reason) implements Inquiring {}
  }

  /// How a payment stands.
  public sealed interface Paying {
    /// There is a payment, and this is its newest committed state.
    record Known(Payment payment) implements Paying {}

    /// There may be a payment; it is not known yet. To be told as pending.
    record InDoubt() implements Paying {}

    /// There is no payment and there will be none of this request.
    record Refused(Reason reason) implements Paying {}
  }
}
