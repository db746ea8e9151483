package id.sakelar.server.payment;

import id.sakelar.server.payment.Evidence.Source;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the [Machine] decide upon what was heard, and commits what it decides with nothing in
/// between that could lose it. When somebody else was faster, it decides again upon what stands
/// now. Thread-safe.
///
/// @param upstreams by name
/// @param clock as exact as moments are stored
record Decisions(Store store, Map<String, Upstream> upstreams, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

  /// How often somebody else may be faster; recovery goes on with what is still open then.
  private static final int MOST = 100;

  /// How a payment's biller is to be understood; as anybody, if it is not in the configuration.
  BillerProfile profile(String upstream) {
    var known = upstreams.get(upstream);
    return known == null ? BillerProfile.standard() : known.profile();
  }

  /// As with [#hear(Payment, Evidence, Source, Duration, boolean)], where no other biller can be
  /// tried.
  Payment hear(Payment payment, Evidence heard, Source source, Duration patience) {
    return hear(payment, heard, source, patience, false);
  }

  /// Commits what the evidence changes.
  ///
  /// @param patience how long after the opening the partner's own call may be answered
  /// @param elsewhere whether another biller might be tried
  Payment hear(
      Payment payment, Evidence heard, Source source, Duration patience, boolean elsewhere) {
    return decide(
        payment,
        (stands, again) -> {
          var evidence = again ? unlessOfAnother(payment, heard) : heard;
          var machine = machine(stands, patience);
          return isSameAttempt(stands, payment)
              ? machine.hear(stands, evidence, source, clock.instant(), elsewhere)
              : machine.hearFormer(stands, evidence, source);
        });
  }

  /// A biller says something of a payment that was sent to another since.
  Payment hearFormer(Payment payment, Evidence evidence, Source source) {
    return decide(
        payment,
        (stands, _) -> machine(stands, Duration.ZERO).hearFormer(stands, evidence, source));
  }

  /// A biller took money for a payment more than once.
  Payment hearTwice(Payment payment) {
    return decide(
        payment,
        (stands, _) -> {
          var cost = stands.quote().cost();
          var twice = new Evidence.Success("settled twice", "", cost, null);
          return Machine.hearTwice(stands, twice);
        });
  }

  /// Commits that what is held goes to the biller of `quote`; empty if somebody else was faster.
  Optional<Payment> dispatch(Payment held, Quote quote, Duration patience) {
    var machine = new Machine(profile(quote.upstream()), patience);
    return store.commit(machine.dispatch(held, quote, clock.instant()));
  }

  private static boolean isSameAttempt(Payment stands, Payment payment) {
    return stands.quote().upstreamReference().equals(payment.quote().upstreamReference());
  }

  /// What to do about a payment as it stands.
  private interface Decision {
    /// @param again whether an earlier decision was not committed
    Optional<Step> of(Payment stands, boolean again);
  }

  private Payment decide(Payment payment, Decision decision) {
    var stands = payment;
    for (int i = 0; i < MOST; i++) {
      var step = decision.of(stands, i > 0);
      if (step.isEmpty()) {
        return stands;
      }
      Optional<Payment> committed = store.commit(step.get());
      if (committed.isPresent()) {
        warn(step.get());
        return committed.get();
      }
      stands = store.findPayment(payment.id()).orElseThrow();
    }
    throw new IllegalStateException("a step of " + payment.id() + " is refused again and again");
  }

  private Machine machine(Payment payment, Duration patience) {
    return new Machine(profile(payment.quote().upstream()), patience);
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
}
