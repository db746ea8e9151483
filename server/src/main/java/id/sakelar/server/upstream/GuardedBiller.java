package id.sakelar.server.upstream;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Biller;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.InFlight;
import id.sakelar.server.payment.Reason;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A biller that is left alone while it is in trouble, and never gets too much at once. Thread-safe
/// when the biller is.
///
/// Only what proves that the biller itself is in trouble counts as a failure: a call that could not
/// be sent, and HTTP 5xx. Silence, slowness and refusals do not, and neither does an answer in
/// doubt: a payment that was sent somewhere is not a reason to send the next one elsewhere.
///
/// What is not let through is not sent, and said to be so: a payment may go to another biller, and
/// a status question has learnt nothing.
public final class GuardedBiller implements Biller {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedBiller.class);
  private static final String OPEN = "breaker open";
  private static final String FULL = "too many at once";

  /// Slow calls do not count: no call is longer than this.
  private static final Duration SLOW = Duration.ofDays(1);

  private final String name;
  private final Biller biller;
  private final Guard guard;
  private final InFlight inFlight;
  private final CircuitBreaker breaker;
  private final Bulkhead calls;
  private final Bulkhead questions;
  private final AtomicBoolean full = new AtomicBoolean();

  /// Guards `biller`, known by its configured name.
  public GuardedBiller(
      String name, Biller biller, Guard guard, InFlight inFlight, InstantSource clock) {
    this.name = name;
    this.biller = biller;
    this.guard = guard;
    this.inFlight = inFlight;
    this.breaker = breaker(name, guard, clock.withZone(ZoneOffset.UTC));
    this.calls = bulkhead(name, guard.atOnce());
    this.questions = bulkhead(name, guard.questionsAtOnce());
    breaker
        .getEventPublisher()
        .onStateTransition(
            it -> LOG.warn("the breaker of {}: {}", name, it.getStateTransition().getToState()));
  }

  private static CircuitBreaker breaker(String name, Guard guard, Clock clock) {
    return CircuitBreaker.of(
        name,
        CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(guard.calls())
            .minimumNumberOfCalls((guard.calls() + 1) / 2)
            .failureRateThreshold(guard.failures())
            .slowCallDurationThreshold(SLOW)
            .waitDurationInOpenState(guard.rest())
            .permittedNumberOfCallsInHalfOpenState(guard.probes())
            .recordResult(Boolean.FALSE::equals)
            .clock(clock)
            .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
            .build());
  }

  private static Bulkhead bulkhead(String name, int most) {
    return Bulkhead.of(
        name,
        BulkheadConfig.custom().maxConcurrentCalls(most).maxWaitDuration(Duration.ZERO).build());
  }

  @Override
  public Found inquire(Question question) {
    return guarded(
        calls,
        () -> biller.inquire(question),
        found -> !(found instanceof Found.NoBill(_, var failure)) || failure == null,
        _ -> new Found.NoBill(Reason.BILLER_UNREACHABLE));
  }

  @Override
  public Evidence pay(Order order) {
    return guarded(calls, () -> biller.pay(order), GuardedBiller::isWell, Evidence.NotSent::new);
  }

  @Override
  public Evidence status(Order order) {
    return guarded(
        questions, () -> biller.status(order), GuardedBiller::isWell, Evidence.Ambiguous::new);
  }

  /// Asked rarely and in no hurry, so that nothing counts and nothing is in its way.
  @Override
  public Optional<Rupiah> balance() {
    return biller.balance();
  }

  @Override
  public boolean admits(Rupiah price) {
    var most = guard.mostInFlight();
    if (most == null) {
      return true;
    }
    boolean admitted = inFlight.admit(name, price, most);
    if (full.compareAndSet(admitted, !admitted)) {
      LOG.warn(
          "{} {} new payments: {} is its limit in flight",
          name,
          admitted ? "takes" : "takes no",
          most);
    }
    return admitted;
  }

  private static boolean isWell(Evidence evidence) {
    return switch (evidence) {
      case Evidence.NotSent(var code) -> !isFailure(code);
      case Evidence.Ambiguous(var code) -> !isFailure(code);
      case Evidence.Success _,
          Evidence.Refused _,
          Evidence.InProcess _,
          Evidence.NotFound _,
          Evidence.Reversed _ ->
          true;
    };
  }

  private static boolean isFailure(String code) {
    return Found.NoBill.unheard(code).failure() != null;
  }

  /// @param isWell whether an answer shows the biller at work
  /// @param instead what to answer if the call is not made, by the reason
  private <T> T guarded(
      Bulkhead bulkhead,
      Supplier<T> call,
      Predicate<T> isWell,
      Function<String, ? extends T> instead) {
    if (!bulkhead.tryAcquirePermission()) {
      return instead.apply(FULL);
    }
    try {
      return breaker.tryAcquirePermission() ? counted(call, isWell) : instead.apply(OPEN);
    } finally {
      bulkhead.onComplete();
    }
  }

  private <T> T counted(Supplier<T> call, Predicate<T> isWell) {
    boolean answered = false;
    try {
      var answer = call.get();
      answered = true;
      breaker.onResult(0, TimeUnit.MILLISECONDS, isWell.test(answer));
      return answer;
    } finally {
      if (!answered) {
        breaker.releasePermission();
      }
    }
  }

  /// Shows how it stands among the figures of `registry`, under its name.
  public void measureIn(MeterRegistry registry) {
    Gauge.builder("sakelar.upstream.breaker", breaker, it -> isShut(it) ? 1 : 0)
        .description("1 while the biller is left alone, 0 otherwise")
        .tag("upstream", name)
        .register(registry);
    gauge(registry, "calls", calls);
    gauge(registry, "questions", questions);
    Gauge.builder("sakelar.upstream.in.flight", inFlight, it -> it.at(name).sen() / 100.0)
        .description("The prices of the open payments at the biller")
        .baseUnit("rupiah")
        .tag("upstream", name)
        .register(registry);
  }

  private void gauge(MeterRegistry registry, String kind, Bulkhead bulkhead) {
    Gauge.builder("sakelar.upstream.under.way", bulkhead, GuardedBiller::underWay)
        .description("Calls to the biller that wait for its answer")
        .tag("upstream", name)
        .tag("kind", kind)
        .register(registry);
  }

  private static boolean isShut(CircuitBreaker breaker) {
    return breaker.getState() == CircuitBreaker.State.OPEN;
  }

  /// How it stands now.
  public Standing standing() {
    return new Standing(
        name,
        breaker.getState().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        underWay(calls),
        underWay(questions),
        inFlight.at(name),
        guard.mostInFlight());
  }

  private static int underWay(Bulkhead bulkhead) {
    return bulkhead.getBulkheadConfig().getMaxConcurrentCalls()
        - bulkhead.getMetrics().getAvailableConcurrentCalls();
  }

  /// How a biller stands at one moment, in this process. Immutable.
  ///
  /// @param breaker `closed` while all is well, `open` while it is left alone, `half-open` while it
  ///   is tried again
  /// @param calls how many inquiries and payments are under way
  /// @param questions how many status questions are under way
  /// @param inFlight the prices of its open payments, of all processes
  /// @param mostInFlight above this it gets no new payments; null for no limit
  public record Standing(
      String name,
      String breaker,
      int calls,
      int questions,
      Rupiah inFlight,
      @Nullable Rupiah mostInFlight) {
    /// Whether it gets new payments.
    public boolean isOpen() {
      return !breaker.equals("open")
          && (mostInFlight == null || inFlight.compareTo(mostInFlight) <= 0);
    }
  }
}
