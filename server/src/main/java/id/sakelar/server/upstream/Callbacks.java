package id.sakelar.server.upstream;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Call;
import id.sakelar.http.Door;
import id.sakelar.http.Trouble;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.CallbackStore;
import id.sakelar.server.payment.CallbackStore.Outcome;
import id.sakelar.server.payment.Case;
import id.sakelar.server.payment.CaseStore;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Evidence.Source;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Payments;
import id.sakelar.server.payment.State;
import id.sakelar.server.payment.Store.Sent;
import id.sakelar.server.upstream.CallbackReader.Reading.Forged;
import id.sakelar.server.upstream.CallbackReader.Reading.Told;
import id.sakelar.server.upstream.CallbackReader.Reading.Unreadable;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where billers call us: `POST /callbacks/` and the biller's name in the configuration.
///
/// A callback is evidence like an answer to a question of ours, and is answered 200 only after what
/// it changed is durable; a biller that hears anything else tells it again. Who does not know the
/// secret is told nothing and leaves nothing behind but a count. Thread-safe.
public final class Callbacks {
  private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

  /// How many calls one address may make in a minute, unless somebody knows better.
  public static final int PER_MINUTE = 1_200;

  private static final int LONGEST_BODY = 32 * 1024;
  private static final Answer HEARD =
      Answer.of(200, Body.of("application/json", "{\"status\":\"ok\"}"));

  /// What a reference of ours can look like; nobody else's is looked for.
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private final Payments payments;
  private final CallbackStore store;
  private final CaseStore cases;
  private final MeterRegistry registry;
  private final LoadingCache<InetAddress, Bucket> sources;

  /// @param perMinute how many calls are taken from one address in a minute
  public Callbacks(
      Payments payments,
      CallbackStore store,
      CaseStore cases,
      MeterRegistry registry,
      int perMinute) {
    this.payments = payments;
    this.store = store;
    this.cases = cases;
    this.registry = registry;
    this.sources = Caffeine.newBuilder().maximumSize(10_000).build(_ -> bucket(perMinute));
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(perMinute)
                .refillGreedy(perMinute, Duration.ofMinutes(1))
                .build())
        .build();
  }

  /// Serves one biller.
  public void openOn(Door.Builder door, String upstream, CallbackReader reader) {
    door.serveLarge(
        "/callbacks/" + upstream,
        LONGEST_BODY,
        call -> take(upstream, reader, call),
        Callbacks::refuse);
  }

  private Answer take(String upstream, CallbackReader reader, Call call) {
    if (!sources.get(call.remote()).tryConsume(1)) {
      return answer(upstream, "limited", 429);
    }
    return switch (reader.read(call)) {
      case Forged _ -> answer(upstream, "forged", 401);
      case Unreadable _ -> {
        keep(upstream, "", new Evidence.Ambiguous("unreadable"), call, Outcome.UNREADABLE);
        yield answer(upstream, "unreadable", 400);
      }
      case Told(Callback callback) -> {
        count(upstream, hear(upstream, callback, call));
        yield HEARD;
      }
    };
  }

  private String hear(String upstream, Callback callback, Call call) {
    if (store.countRepetition(upstream, digest(call.body()))) {
      return "repeated";
    }
    var sent = findSent(upstream, callback.reference());
    var evidence = sent.map(it -> evidence(callback, it)).orElseGet(callback::claim);
    var outcome =
        sent.map(it -> callback.isProof() ? commit(upstream, callback, it) : ask(callback, it))
            .orElse(Outcome.UNKNOWN_REFERENCE);
    keep(upstream, callback.reference(), evidence, call, outcome);
    if (outcome == Outcome.UNKNOWN_REFERENCE) {
      openCase(upstream, callback.reference(), evidence);
    }
    return switch (outcome) {
      case MOVED -> "moved";
      case NOTED -> "noted";
      case UNKNOWN_REFERENCE -> "unknown";
      case UNREADABLE -> "unreadable";
    };
  }

  /// X4.
  private void openCase(String upstream, String reference, Evidence evidence) {
    var name = REFERENCE.matcher(reference).matches() ? reference : "unspeakable";
    cases.open(
        Case.Kind.UNEXPECTED_CALLBACK,
        "upstream/" + upstream + "/" + name,
        "it says " + evidence.evidenceClass() + " of what it was never sent");
  }

  private Optional<Sent> findSent(String upstream, String reference) {
    return REFERENCE.matcher(reference).matches()
        ? payments.findSent(upstream, reference)
        : Optional.empty();
  }

  private static Evidence evidence(Callback callback, Sent sent) {
    var order = Order.of(sent.payment());
    return sent.former() ? callback.aboutFormer(order) : callback.about(order);
  }

  private Outcome commit(String upstream, Callback callback, Sent sent) {
    var evidence = evidence(callback, sent);
    var after =
        payments.hear(upstream, callback.reference(), evidence, Source.CALLBACK).orElseThrow();
    boolean moved = after.version() != sent.payment().version() && canMove(evidence, after);
    if (moved) {
      askIfContradicted(after, evidence, sent);
    }
    return moved ? Outcome.MOVED : Outcome.NOTED;
  }

  /// Has the biller asked about what it says, unless it says what is known. While an attempt is on
  /// its way, its answer is waited for.
  private Outcome ask(Callback callback, Sent sent) {
    var payment = sent.payment();
    var claim = callback.claim();
    switch (payment.state()) {
      case HELD, SENDING, REFUNDED -> {}
      case PENDING, UNKNOWN, REVIEW -> payments.hurry(payment);
      case SUCCEEDED -> askIf(claim instanceof Evidence.Refused, sent);
      case FAILED -> askIf(claim instanceof Evidence.Success, sent);
    }
    return Outcome.NOTED;
  }

  private void askIf(boolean contradicts, Sent sent) {
    if (contradicts && !sent.former()) {
      payments.askSoon(sent.payment());
    }
  }

  /// Whether it can have been this that moved the payment, and not somebody else meanwhile. What is
  /// taken back before it was seen to succeed has to be heard again.
  private static boolean canMove(Evidence evidence, Payment after) {
    return switch (evidence) {
      case Evidence.Success _, Evidence.Refused _, Evidence.InProcess _ -> true;
      case Evidence.Reversed _ -> after.state() == State.REFUNDED;
      case Evidence.NotSent _, Evidence.Ambiguous _, Evidence.NotFound _ -> false;
    };
  }

  /// X2: a no after a yes. What the biller answers when it is asked is worth more to those who have
  /// to look at it than what it said by itself.
  private void askIfContradicted(Payment after, Evidence evidence, Sent sent) {
    if (!sent.former()
        && after.state() == State.SUCCEEDED
        && evidence instanceof Evidence.Refused) {
      LOG.error("the biller of {} says no after it said yes: it is asked", after.id());
      payments.askSoon(after);
    }
  }

  private void keep(
      String upstream, String reference, Evidence evidence, Call call, Outcome outcome) {
    var digest = digest(call.body());
    store.keep(new CallbackStore.Callback(upstream, reference, evidence, digest), outcome);
  }

  private static String digest(Body body) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(body.bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }

  private Answer answer(String upstream, String result, int status) {
    count(upstream, result);
    return Answer.of(status, Body.NONE);
  }

  private void count(String upstream, String result) {
    registry.counter("sakelar.callbacks", "upstream", upstream, "result", result).increment();
  }

  private static Answer refuse(Trouble trouble) {
    int status =
        switch (trouble) {
          case TOO_LARGE -> 413;
          case INCOMPLETE -> 400;
          case TIMED_OUT -> 408;
          case WRONG_METHOD -> 405;
          case ENCODED -> 415;
          case FAILED -> 500;
          case BUSY -> 503;
        };
    return Answer.of(status, Body.NONE);
  }
}
