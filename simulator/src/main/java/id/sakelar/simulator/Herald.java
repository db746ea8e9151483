package id.sakelar.simulator;

import id.sakelar.http.Body;
import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Tells a biller's client by itself how its payments ended, and tells it again until the client
/// answers 200, five times at most. Tells nobody anything before it knows where to call. Safe for
/// many threads.
public final class Herald implements AutoCloseable {
  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(3), Duration.ofSeconds(10));
  private static final int TRIES = 5;

  /// How long after the answer to a payment that is final at once.
  private static final Duration SOON = Duration.ofSeconds(1);

  private final RandomGenerator random;
  private final Set<String> announced = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private volatile @Nullable Client client;

  /// @param random draws the manner of each payment; nobody else draws from it
  public Herald(RandomGenerator random) {
    this.random = random;
  }

  /// How the end of one payment is told. All but the first is what real billers have been seen to
  /// do, or what somebody might who is not the biller.
  public enum Manner {
    /// Once, after the answer.
    ONCE,
    /// Twice in the same words.
    TWICE,
    /// Before the payment is answered.
    EARLY,
    /// First the end, then that it is pending.
    BACKWARDS,
    /// By somebody who does not know the secret, and never by the biller.
    FORGED,
    /// Under a reference that the client never sent.
    STRANGER,
    /// First the truth, then the opposite.
    CONTRADICTING,
    /// First that it failed, whatever the truth is, then that it is paid.
    LATE_YES
  }

  /// What can be told about one payment, in the words of a dialect. Asked for when it is told.
  public interface News {
    /// How the payment stands.
    Letter truth();

    Letter pending();

    Letter failed();

    Letter paid();

    /// What is true, under a reference of nobody's.
    Letter ofStranger();
  }

  /// What is posted.
  ///
  /// @param signed the headers of one who knows the secret
  /// @param forged those of one who does not
  public record Letter(Body body, Map<String, String> signed, Map<String, String> forged) {}

  private record Client(Caller caller, String path, List<Manner> manners) {}

  /// Calls at `url` from now on.
  ///
  /// @param manners drawn evenly, one for each payment
  public void callAt(URI url, List<Manner> manners) {
    var host = URI.create(url.getScheme() + "://" + url.getRawAuthority());
    client = new Client(new Caller(host, BUDGET), url.getRawPath(), List.copyOf(manners));
  }

  /// A payment was taken and is about to be answered. Only the first word about a reference counts.
  ///
  /// @param pendingFor until it is final
  public void announce(String reference, Duration pendingFor, News news) {
    var to = client;
    if (to == null || !announced.add(reference)) {
      return;
    }
    var manner = draw(to.manners());
    if (manner == Manner.EARLY && pendingFor.isZero()) {
      post(to, news.truth(), true, TRIES);
    } else {
      later(pendingFor.plus(SOON), () -> tell(to, manner, news));
    }
  }

  private Manner draw(List<Manner> manners) {
    synchronized (random) {
      return manners.get(random.nextInt(manners.size()));
    }
  }

  private void tell(Client to, Manner manner, News news) {
    switch (manner) {
      case ONCE, EARLY -> post(to, news.truth(), true, TRIES);
      case TWICE -> {
        var truth = news.truth();
        post(to, truth, true, TRIES);
        post(to, truth, true, TRIES);
      }
      case BACKWARDS -> {
        post(to, news.truth(), true, TRIES);
        post(to, news.pending(), true, TRIES);
      }
      case FORGED -> post(to, news.truth(), false, 1);
      case STRANGER -> post(to, news.ofStranger(), true, TRIES);
      case CONTRADICTING -> {
        post(to, news.truth(), true, TRIES);
        post(to, news.failed(), true, TRIES);
      }
      case LATE_YES -> {
        post(to, news.failed(), true, TRIES);
        post(to, news.paid(), true, TRIES);
      }
    }
  }

  private void post(Client to, Letter letter, boolean signed, int tries) {
    if (!isTaken(to, letter, signed) && tries > 1) {
      later(Duration.ofSeconds(1L << (TRIES - tries)), () -> post(to, letter, signed, tries - 1));
    }
  }

  private static boolean isTaken(Client to, Letter letter, boolean signed) {
    try {
      var headers = signed ? letter.signed() : letter.forged();
      return to.caller().ask("POST", to.path(), headers, letter.body()).status() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  private void later(Duration wait, Runnable errand) {
    if (!clock.isShutdown()) {
      var _ =
          clock.schedule(
              () -> Thread.ofVirtual().start(errand), wait.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// Tells nothing more.
  @Override
  public void close() {
    clock.shutdownNow();
    var to = client;
    if (to != null) {
      to.caller().close();
    }
  }
}
