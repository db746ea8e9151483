package id.sakelar.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/// Tells partners things at addresses they gave us, without being led anywhere else.
///
/// The name is resolved once, every address found must be permitted, and the connection goes to one
/// of them and no other, under the partner's name for TLS. The JDK's client cannot be told an
/// address, so the little of HTTP that is needed is written here: one POST on a connection of its
/// own, of whose answer only the status is read. Safe for many threads.
public final class WebhookCaller implements AutoCloseable {
  /// The longest body that is posted, in bytes.
  public static final int LONGEST_BODY = 16 * 1024;

  /// How much is told at one host at once.
  private static final int AT_ONCE = 2;

  /// How long one waits for its turn at a host: long enough where the host is quick.
  private static final Duration TURN = Duration.ofSeconds(1);

  private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final WebhookPolicy policy;
  private final Resolver resolver;
  private final SSLContext tls;
  private final Budget budget;

  /// Finds the addresses of a host.
  @FunctionalInterface
  public interface Resolver {
    /// Asks the system.
    Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    List<InetAddress> resolve(String host) throws UnknownHostException;
  }

  public WebhookCaller(WebhookPolicy policy, Resolver resolver, SSLContext tls, Budget budget) {
    this.policy = policy;
    this.resolver = resolver;
    this.tls = tls;
    this.budget = budget;
  }

  /// Posts `body` of at most 16 kB once and returns the status of the answer.
  ///
  /// @throws NotSent if nothing has left this machine, in particular if the host has an address
  ///   that is not permitted
  /// @throws Unheard if it may have arrived
  /// @throws Crowded if two others are told at that host, and do not come to an end within a second
  public int post(WebhookUrl url, Map<String, String> headers, Body body)
      throws NotSent, Unheard, Crowded {
    if (body.size() > LONGEST_BODY) {
      throw new IllegalArgumentException("a webhook says little, not " + body.size() + " bytes");
    }
    var turns = turns(url);
    if (!take(turns)) {
      throw new Crowded("two others are told at " + url);
    }
    try {
      return postInTurn(url, headers, body);
    } finally {
      turns.release();
    }
  }

  private Semaphore turns(WebhookUrl url) {
    return hosts.computeIfAbsent(
        url.host().toLowerCase(Locale.ROOT), _ -> new Semaphore(AT_ONCE, true));
  }

  private static boolean take(Semaphore turns) {
    try {
      return turns.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private int postInTurn(WebhookUrl url, Map<String, String> headers, Body body)
      throws NotSent, Unheard {
    var delivery = new Delivery(url, tls, budget, WebhookRequest.of(url, headers, body));
    var status = threads.submit(() -> delivery.run(permitted(url)));
    try {
      return Waiting.until(budget.total(), status);
    } catch (TimeoutException e) {
      throw delivery.abort("no answer from " + url + " within " + budget.total(), e);
    } catch (ExecutionException e) {
      throw delivery.abort("no answer from " + url, e);
    }
  }

  /// Waits for what is being told to end.
  @Override
  public void close() {
    threads.close();
  }

  private List<InetAddress> permitted(WebhookUrl url) throws IOException {
    var addresses = resolver.resolve(url.host());
    if (addresses.isEmpty() || !addresses.stream().allMatch(policy::permits)) {
      throw new IOException("the addresses of " + url.host() + " are not permitted");
    }
    return addresses;
  }
}
