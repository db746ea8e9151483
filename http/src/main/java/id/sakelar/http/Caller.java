package id.sakelar.http;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/// Asks questions of one host, each once: it follows no redirect, goes through no proxy and repeats
/// nothing that carries a body.
///
/// Safe for many threads. The thread that asks cannot be interrupted out of waiting, because after
/// the first byte has left only the answer or the end of the budget says something; an interrupt is
/// kept for afterwards.
public final class Caller implements Messenger, AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client;
  private final String base;
  private final Budget budget;

  /// @param base scheme, host and port, and whatever path all questions have in common
  ///
  /// @throws IllegalStateException if this machine has no TLS
  public Caller(URI base, Budget budget) {
    this(base, budget, systemTls());
  }

  Caller(URI base, Budget budget, SSLContext tls) {
    this.base = base.toString().replaceFirst("/$", "");
    this.budget = budget;
    this.client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .sslContext(tls)
            .connectTimeout(budget.connect())
            .executor(threads)
            .build();
  }

  /// Asks once and returns the answer, whatever its status.
  ///
  /// @param path begins with a slash; may have a query
  /// @throws NotSent if the question certainly never left this machine: the host has no address,
  ///   refused the connection, did not take it in time, or TLS failed before the body was touched
  /// @throws Unheard in every other case without a whole answer
  @Override
  public Heard ask(String method, String path, Map<String, String> headers, Body body)
      throws NotSent, Unheard {
    var sending = new Sending(body);
    var answer =
        client.sendAsync(
            request(method, path, headers, sending),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), budget.answerBytes()));
    try {
      return heard(Waiting.until(budget.total(), answer));
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new Unheard("no whole answer from " + base + " within " + budget.total(), e);
    } catch (ExecutionException e) {
      throw evidence(Objects.requireNonNullElse(e.getCause(), e), sending);
    }
  }

  /// Waits for what is asked to end, and drops the connections.
  @Override
  public void close() {
    client.close();
    threads.close();
  }

  private static SSLContext systemTls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this machine has no TLS", e);
    }
  }

  private HttpRequest request(
      String method, String path, Map<String, String> headers, Sending sending) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with a slash, not \"" + path + "\"");
    }
    var request = HttpRequest.newBuilder(URI.create(base + path)).method(method, sending);
    headers.forEach(request::setHeader);
    if (!sending.mediaType().isEmpty()) {
      request.setHeader("Content-Type", sending.mediaType());
    }
    return request.build();
  }

  private static Heard heard(HttpResponse<byte[]> response) {
    var headers = Headers.join(response.headers().map());
    var mediaType = headers.getOrDefault("Content-Type", "");
    return new Heard(response.statusCode(), headers, Body.of(mediaType, response.body()));
  }

  private Unheard evidence(Throwable cause, Sending sending) throws NotSent {
    boolean unsent =
        switch (cause) {
          case ConnectException _, HttpConnectTimeoutException _ -> true;
          case SSLException _ -> sending.isCertainlyUntouched();
          default -> false;
        };
    if (unsent) {
      throw new NotSent("could not reach " + base, cause);
    }
    return new Unheard("no whole answer from " + base, cause);
  }
}
