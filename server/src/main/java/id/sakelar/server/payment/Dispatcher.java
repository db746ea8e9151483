package id.sakelar.server.payment;

import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Evidence.Source;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Speaks with billers about payments: sends each order until one has it, and asks how it stands.
/// No transaction is open meanwhile. Thread-safe; calls block.
///
/// @param upstreams by name
/// @param clock as exact as moments are stored
record Dispatcher(
    Store store,
    Inquiries inquiries,
    Decisions decisions,
    Map<String, Upstream> upstreams,
    InstantSource clock) {

  /// Sends the order to one biller after the other, until one has it or there is none left.
  ///
  /// @param patience how long after the opening the partner's own call may be answered
  Payment send(Asked asked, Payment opened, Duration patience) {
    var ways = new Ways(inquiries, asked, opened);
    var payment = opened;
    while (true) {
      var upstream = upstreams.get(payment.quote().upstream());
      if (upstream == null) {
        return payment;
      }
      boolean elsewhere = mayGoElsewhere(payment) && ways.isAnyLeft();
      payment = send(upstream, payment, patience, elsewhere);
      if (payment.state() != State.HELD) {
        return payment;
      }
      payment = dispatch(payment, ways, patience);
      if (payment.state() != State.SENDING) {
        return payment;
      }
    }
  }

  private boolean mayGoElsewhere(Payment payment) {
    return payment.trail().attempts() < BillerProfile.MOST_ATTEMPTS && isInTime(payment);
  }

  /// Whether a payment may still be sent, to whomever.
  private boolean isInTime(Payment payment) {
    var within = decisions.profile(payment.quote().upstream()).dispatchWithin();
    return clock.instant().isBefore(payment.openedAt().plus(within));
  }

  /// Finds another biller for what is held and commits that it goes there; if there is none, or it
  /// was not found in time, the payment has failed.
  ///
  /// @return SENDING only if this is who has to send it
  private Payment dispatch(Payment held, Ways ways, Duration patience) {
    var quote = isInTime(held) ? ways.next().filter(_ -> isInTime(held)) : Optional.<Quote>empty();
    if (quote.isPresent()) {
      var dispatched = decisions.dispatch(held, quote.get(), patience);
      if (dispatched.isPresent()) {
        return dispatched.get();
      }
    }
    return decisions.hear(held, new Evidence.NotSent("no other biller"), Source.LEASE, patience);
  }

  /// Sends the order once, unless committing it took so long that the answer might come after the
  /// lease: by then others ask about it.
  private Payment send(Upstream upstream, Payment payment, Duration patience, boolean elsewhere) {
    var profile = upstream.profile();
    var latest = payment.trail().sentAt().plus(profile.lease()).minus(profile.readBudget());
    var evidence =
        clock.instant().isAfter(latest)
            ? new Evidence.NotSent("opened too late")
            : upstream.biller().pay(Order.of(payment));
    return decisions.hear(payment, evidence, Source.ATTEMPT, patience, elsewhere);
  }

  /// Goes on with a payment that is due: asks its biller how it stands and commits what it says, or
  /// sends once more what the biller does not know. For recovery.
  ///
  /// @param patience as with [#send(Asked, Payment, Duration)]
  /// @return the payment afterwards
  Payment ask(Payment payment, Duration patience) {
    return switch (payment.state()) {
      case HELD ->
          decisions.hear(payment, new Evidence.NotSent("not sent in time"), Source.LEASE, patience);
      case SENDING ->
          decisions.hear(payment, new Evidence.Ambiguous("lease over"), Source.LEASE, patience);
      case PENDING, UNKNOWN, REVIEW, SUCCEEDED, FAILED, REFUNDED -> {
        var after = askBiller(payment, patience);
        boolean mine = after.version() == payment.version() + 1;
        yield mine && after.state() == State.SENDING ? resend(after, patience) : after;
      }
    };
  }

  private Payment resend(Payment payment, Duration patience) {
    var upstream = upstreams.get(payment.quote().upstream());
    return upstream == null ? payment : send(upstream, payment, patience, false);
  }

  private Payment askBiller(Payment payment, Duration patience) {
    var upstream = upstreams.get(payment.quote().upstream());
    if (upstream == null) {
      var evidence = new Evidence.Ambiguous("no such upstream");
      return decisions.hear(payment, evidence, Source.STATUS, patience);
    }
    var evidence = upstream.biller().status(Order.of(payment));
    if (evidence instanceof Evidence.NotFound(String code, _)) {
      boolean proven =
          upstream.profile().notFoundFinal() && isProven(upstream, payment.quote().bill().family());
      evidence = new Evidence.NotFound(code, proven);
    }
    return decisions.hear(payment, evidence, Source.STATUS, patience);
  }

  /// Whether the biller's status channel still knows the newest payment of such a bill that it has
  /// confirmed: without that, "not found" says more about the channel than about the payment.
  private boolean isProven(Upstream upstream, Family family) {
    return store
        .findConfirmed(upstream.name(), family)
        .map(control -> upstream.biller().status(Order.of(control)) instanceof Evidence.Success)
        .orElse(false);
  }
}
