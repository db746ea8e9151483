package id.sakelar.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import io.javalin.util.JavalinLogger;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/// An open port where calls are answered, each on a virtual thread of its own.
///
/// What is bent out of shape is refused before any handler sees it: two lengths, folded or too many
/// headers, a body that is too long, too slow, encoded or cut short, a path in any spelling but the
/// served one. Safe for many threads.
public final class Door implements AutoCloseable {
  private final Javalin javalin;
  private final ServerConnector connector;
  private final Reception reception;

  private Door(Javalin javalin, Reception reception) {
    this.javalin = javalin;
    this.connector = (ServerConnector) javalin.jettyServer().server().getConnectors()[0];
    this.reception = reception;
  }

  /// A door to be opened on `host` and `port`; with port 0 on any free one.
  ///
  /// @param traceIds gives each call a name of its own; called by many threads
  public static Builder on(String host, int port, Limits limits, Supplier<String> traceIds) {
    return new Builder(host, port, limits, traceIds);
  }

  /// The port that was taken.
  public int port() {
    return connector.getLocalPort();
  }

  /// How many connections have no request in hand.
  long countResting() {
    return connector.getConnectedEndPoints().stream()
        .filter(it -> it.getConnection() instanceof Line line && line.isResting())
        .count();
  }

  /// Takes no more connections and calls, lets the calls in hand end within the time that the
  /// limits give them, and then drops everybody. A handler that is still at work by then is not
  /// interrupted; only its answer is lost.
  @Override
  public void close() {
    connector.close();
    reception.close();
    javalin.stop();
  }

  /// What a door will serve. Not for many threads.
  public static final class Builder {
    private final String host;
    private final int port;
    private final Limits limits;
    private final Supplier<String> traceIds;
    private final Set<InetAddress> proxies = new HashSet<>();
    private final Map<String, Route> routes = new LinkedHashMap<>();
    private @Nullable Tls tls;

    private Builder(String host, int port, Limits limits, Supplier<String> traceIds) {
      this.host = host;
      this.port = port;
      this.limits = limits;
      this.traceIds = traceIds;
    }

    /// Believes `X-Forwarded-For` when it comes from `proxy`.
    public Builder trust(InetAddress proxy) {
      proxies.add(proxy);
      return this;
    }

    /// Speaks TLS 1.3 or 1.2 only, and only with callers whose certificate `tls` believes; anybody
    /// else is dropped before a byte of HTTP. [Call#findCertificate] then says who calls.
    public Builder requireCertificates(Tls tls) {
      this.tls = tls;
      return this;
    }

    /// Serves `method` on `path`, with or without a slash at its end. A segment `{name}` stands for
    /// any one word; of two paths that fit, the one served first wins.
    ///
    /// @param voice refuses on this path in all methods; the first one given for a path is heard
    public Builder serve(String method, String path, Handler handler, Refusals voice) {
      routes.computeIfAbsent(path, _ -> new Route(path, voice)).serve(method, handler);
      return this;
    }

    /// Serves `POST` on a `path` whose bodies may have `bodyBytes`, whatever the door's limits say,
    /// as for pictures.
    public Builder serveLarge(String path, int bodyBytes, Handler handler, Refusals voice) {
      var route = new Route(path, voice, bodyBytes);
      route.serve("POST", handler);
      if (routes.putIfAbsent(path, route) != null) {
        throw new IllegalArgumentException(path + " is served already");
      }
      return this;
    }

    /// Opens the door.
    ///
    /// @throws IllegalStateException if the port is taken
    public Door open() {
      var reception = new Reception(routes.values(), limits, new Proxies(proxies), traceIds);
      JavalinLogger.startupInfo = false;
      var javalin = Javalin.create(config -> configure(config, reception));
      try {
        return new Door(javalin.start(), reception);
      } catch (JavalinException e) {
        throw new IllegalStateException("cannot open a door on " + host + ":" + port, e);
      }
    }

    private void configure(JavalinConfig config, Reception reception) {
      config.startup.showJavalinBanner = false;
      config.startup.showOldJavalinVersionWarning = false;
      config.startup.startupWatcherEnabled = false;
      config.jetty.threadPool = threads();
      config.jetty.modifyServer(server -> server.setErrorHandler(new Plain()));
      config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new Plain()));
      config.jetty.modifyHttpConfiguration(this::configure);
      config.jetty.addConnector(this::connector);
      config.routes.before(
          context -> {
            reception.receive(context.req(), context.res());
            context.skipRemainingHandlers();
          });
    }

    private static QueuedThreadPool threads() {
      var threads = new QueuedThreadPool(64, 4);
      threads.setName("door");
      threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
      return threads;
    }

    private void configure(HttpConfiguration http) {
      http.setHttpCompliance(HttpCompliance.STRICT);
      http.setUriCompliance(UriCompliance.RFC3986);
      http.setSendServerVersion(false);
      http.setRequestHeaderSize(limits.headerBytes());
    }

    private Connector connector(Server server, HttpConfiguration http) {
      var lines = new Lines(limits, http);
      var connector =
          tls == null
              ? new ServerConnector(server, lines)
              : new ServerConnector(server, tls.before(lines), lines);
      connector.setHost(host);
      connector.setPort(port);
      connector.setIdleTimeout(limits.idleTime().toMillis());
      connector.setAcceptQueueSize(1_024);
      return connector;
    }
  }
}
