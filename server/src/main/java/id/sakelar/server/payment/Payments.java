package id.sakelar.server.payment;

import id.sakelar.server.catalog.Catalog;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Biller.Order;
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

  private final Store store;
  private final Catalog catalog;
  private final Map<String, Upstream> upstreams;
  private final Inquiries inquiries;
  private final InstantSource clock;
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
      Duration answerWithin) {
    this.store = store;
    this.catalog = catalog;
    this.upstreams = Map.copyOf(upstreams);
    this.inquiries = new Inquiries(store, catalog, this.upstreams, references, this::now);
    this.clock = clock;
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
      return new Paying.Known(known.get());
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
    var attempt = running.computeIfAbsent(asked.id(), _ -> new Attempt(this, asked, began));
    if (!attempt.asked().isLike(asked)) {
      return new Paying.Refused(Reason.REFERENCE_USED);
    }
    var awaited =
        switch (until) {
          case ENDED -> attempt.await(patience);
          case OPENED -> attempt.awaitOpening(patience);
        };
    return switch (awaited) {
      case Paying.Known(Payment payment) -> replay(asked, payment);
      case Paying.InDoubt inDoubt -> inDoubt;
      case Paying.Refused refused -> unlessPaid(asked, refused);
    };
  }

  private Paying tooLate(Asked asked) {
    var begun = running.get(asked.id());
    if (begun != null) {
      begun.willBeToldPending();
      return new Paying.InDoubt();
    }
    return unlessPaid(asked, new Paying.Refused(Reason.BILLER_UNREACHABLE));
  }

  /// A no is said only while there is no payment: another server process may have made one under
  /// the same reference meanwhile.
  private Paying unlessPaid(Asked asked, Paying.Refused refused) {
    return store.findPayment(asked.id()).map(known -> replay(asked, known)).orElse(refused);
  }

  /// How a payment stands.
  public Paying status(PaymentId id) {
    // looked at first: an attempt that ends in between has left its payment to be found
    var begun = running.get(id);
    if (begun != null) {
      begun.willBeToldPending();
    }
    var known = store.findPayment(id);
    if (known.isPresent()) {
      return new Paying.Known(known.get());
    }
    return begun != null ? new Paying.InDoubt() : new Paying.Refused(Reason.NOT_FOUND);
  }

  /// Asks the payment's biller how it stands and commits what it says. For recovery.
  ///
  /// @return the payment afterwards
  public Payment ask(Payment payment) {
    if (payment.state() == State.SENDING) {
      return hear(payment, new Evidence.Ambiguous("lease over"), Source.LEASE, answerWithin);
    }
    var upstream = upstreams.get(payment.quote().upstream());
    if (upstream == null) {
      var evidence = new Evidence.Ambiguous("no such upstream");
      return hear(payment, evidence, Source.STATUS, answerWithin);
    }
    var evidence = upstream.biller().status(order(payment));
    if (evidence instanceof Evidence.NotFound(String code, _)) {
      boolean proven =
          upstream.profile().notFoundFinal() && isProven(upstream, payment.quote().bill().family());
      evidence = new Evidence.NotFound(code, proven);
    }
    return hear(payment, evidence, Source.STATUS, answerWithin);
  }

  /// Whether the biller's status channel still knows the newest payment of such a bill that it has
  /// confirmed: without that, "not found" says more about the channel than about the payment.
  private boolean isProven(Upstream upstream, Family family) {
    return store
        .findConfirmed(upstream.name(), family)
        .map(control -> upstream.biller().status(order(control)) instanceof Evidence.Success)
        .orElse(false);
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
      return replay(asked, known.get());
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
    var upstream = upstreams.get(inquiry.quote().upstream());
    var offer = catalog.findOffer(asked.product(), asked.partner().id());
    if (upstream == null || offer.isEmpty() || !offer.get().open()) {
      return new Paying.Refused(Reason.PRODUCT_CLOSED);
    }
    if (inquiries.isClosedNow(offer.get())) {
      return new Paying.Refused(Reason.CUT_OFF);
    }
    var most = asked.partner().limits().perPayment();
    if (most != null && !asked.test() && inquiry.quote().price().compareTo(most) > 0) {
      return new Paying.Refused(Reason.LIMIT);
    }
    if (!attempt.mayOpen()) {
      return new Paying.Refused(Reason.BILLER_UNREACHABLE);
    }
    var payment = Machine.open(inquiry, now());
    var lease = upstream.profile().lease();
    return switch (store.open(payment, lease, asked.partner().limits().perDay())) {
      case Opening.Exists _ -> replay(asked, store.findPayment(asked.id()).orElseThrow());
      case Opening.Refused(Reason reason) -> new Paying.Refused(reason);
      case Opening.Opened(Payment opened) -> {
        attempt.opened(opened);
        yield new Paying.Known(send(attempt, upstream, opened));
      }
    };
  }

  /// Sends the order once, unless committing it took so long that the answer might come after the
  /// lease: by then others ask about it.
  private Payment send(Attempt attempt, Upstream upstream, Payment payment) {
    var profile = upstream.profile();
    var latest = payment.openedAt().plus(profile.lease()).minus(profile.readBudget());
    var evidence =
        now().isAfter(latest)
            ? new Evidence.NotSent("opened too late")
            : upstream.biller().pay(order(payment));
    var waited = Duration.between(attempt.began(), payment.openedAt());
    return hear(payment, evidence, Source.ATTEMPT, answerWithin.minus(waited));
  }

  private static Order order(Payment payment) {
    var told = payment.trail().number();
    var number = told == null ? payment.quote().upstreamNumber() : told;
    return new Order(payment.quote(), payment.openedAt(), number, payment.inquiry().test());
  }

  /// Commits what the evidence changes, with nothing in between that could lose it. When somebody
  /// else was faster, decides again upon what stands now.
  ///
  /// @param patience how long after the opening the partner's own call may be answered
  private Payment hear(Payment payment, Evidence heard, Source source, Duration patience) {
    var evidence = heard;
    var machine = new Machine(profile(payment), patience);
    var stands = payment;
    while (true) {
      var step = machine.hear(stands, evidence, source, now());
      if (step.isEmpty()) {
        return stands;
      }
      Optional<Payment> committed = store.commit(step.get());
      if (committed.isPresent()) {
        warn(step.get());
        return committed.get();
      }
      stands = store.findPayment(payment.id()).orElseThrow();
      evidence = unlessOfAnother(payment, heard);
    }
  }

  /// A biller that tells two orders the same payment of its own has made one of them only, or takes
  /// one for a repetition of the other: nobody knows which was paid.
  private Evidence unlessOfAnother(Payment payment, Evidence heard) {
    var number =
        switch (heard) {
          case Evidence.Success it -> it.number();
          case Evidence.InProcess it -> it.number();
          case Evidence.NotSent _,
              Evidence.Refused _,
              Evidence.Ambiguous _,
              Evidence.NotFound _,
              Evidence.Reversed _ ->
              null;
        };
    return number != null && store.isOfAnother(payment, number)
        ? new Evidence.Ambiguous("the payment of another order")
        : heard;
  }

  /// Contradictions wait in the evidence until people look; this says that they should.
  private static void warn(Step step) {
    var trouble = step.trouble();
    if (trouble != null) {
      LOG.error(
          "{} is {}, and people must look: {}", step.after().id(), step.after().state(), trouble);
    }
  }

  private BillerProfile profile(Payment payment) {
    var upstream = upstreams.get(payment.quote().upstream());
    return upstream == null ? BillerProfile.standard() : upstream.profile();
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
