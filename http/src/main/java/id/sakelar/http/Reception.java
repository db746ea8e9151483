package id.sakelar.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leads each request to its handler and the answer back. Safe for many threads.
final class Reception {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  private final List<Route> routes;
  private final Limits limits;
  private final Proxies proxies;
  private final Supplier<String> traceIds;
  private final Semaphore free;
  private volatile boolean closing;

  Reception(Collection<Route> routes, Limits limits, Proxies proxies, Supplier<String> traceIds) {
    this.routes = List.copyOf(routes);
    this.limits = limits;
    this.proxies = proxies;
    this.traceIds = traceIds;
    this.free = new Semaphore(limits.callCount());
  }

  void receive(HttpServletRequest request, HttpServletResponse response) {
    var trace = traceIds.get();
    response.setHeader(Correlation.HEADER, trace);
    ScopedValue.where(Correlation.ID, trace).run(() -> lead(request, response));
  }

  /// Takes no more calls and waits for those in hand, but not for ever.
  void close() {
    closing = true;
    try {
      if (free.tryAcquire(limits.callCount(), limits.stopTime().toNanos(), TimeUnit.NANOSECONDS)) {
        free.release(limits.callCount());
      } else {
        LOG.warn("closing with calls still in hand after {}", limits.stopTime());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void lead(HttpServletRequest request, HttpServletResponse response) {
    if (request.getHeader("Host") == null) {
      write(response, Plain.answer(400));
      return;
    }
    String path = request.getRequestURI();
    for (Route route : routes) {
      var parameters = route.findParameters(path);
      if (parameters.isPresent()) {
        new Visit(route, parameters.get(), request, response).run();
        return;
      }
    }
    write(response, Plain.answer(404));
  }

  private static void write(HttpServletResponse response, Answer answer) {
    response.setStatus(answer.status());
    response.setHeader("Cache-Control", "no-store");
    answer.headers().forEach(response::setHeader);
    byte[] bytes = answer.body().bytes();
    if (!answer.body().mediaType().isEmpty()) {
      response.setContentType(answer.body().mediaType());
    }
    response.setContentLength(bytes.length);
    try {
      response.getOutputStream().write(bytes);
      response.flushBuffer();
    } catch (IOException e) {
      LOG.debug("nobody took answer {}: {}", Correlation.current(), e.getMessage());
    }
  }

  /// One call on a path that is served.
  private final class Visit {
    private final Route route;
    private final Map<String, String> parameters;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Line line;
    private final Intake intake;

    Visit(
        Route route,
        Map<String, String> parameters,
        HttpServletRequest request,
        HttpServletResponse response) {
      this.route = route;
      this.parameters = parameters;
      this.request = request;
      this.response = response;
      this.line = Line.of(ServletContextRequest.getServletContextRequest(request));
      this.intake =
          new Intake(
              request, line.getEndPoint(), limits, route.bodyBytes().orElse(limits.bodyBytes()));
    }

    void run() {
      try {
        var handler =
            route
                .findHandler(request.getMethod())
                .orElseThrow(() -> new Refused(Trouble.WRONG_METHOD));
        var call = call(intake.read());
        enter(handler, call);
      } catch (Refused e) {
        response.setHeader("Connection", "close");
        reply(refusal(e.trouble()));
        intake.discard();
      }
    }

    private Answer refusal(Trouble trouble) {
      String mediaType = request.getContentType();
      return route.refusals().answer(trouble, mediaType == null ? "" : mediaType);
    }

    private Call call(Body body) {
      Map<String, List<String>> headers = new TreeMap<>();
      for (String name : Collections.list(request.getHeaderNames())) {
        headers.put(name, Collections.list(request.getHeaders(name)));
      }
      var joined = Headers.join(headers);
      String query = request.getQueryString();
      return new Call(
          request.getMethod(),
          Route.withoutLastSlash(request.getRequestURI()),
          parameters,
          query == null ? "" : query,
          joined,
          proxies.remote(peer(), joined.getOrDefault("X-Forwarded-For", "")),
          body,
          Tls.findName(line.getEndPoint()).orElse(null));
    }

    private InetAddress peer() {
      return InetAddress.ofLiteral(request.getRemoteAddr().replaceAll("[\\[\\]]", ""));
    }

    private void enter(Handler handler, Call call) throws Refused {
      if (!free.tryAcquire()) {
        throw new Refused(Trouble.BUSY);
      }
      try {
        if (closing) {
          throw new Refused(Trouble.BUSY);
        }
        ScopedValue.where(Correlation.BEGAN, System.nanoTime())
            .run(() -> reply(handle(handler, call)));
      } catch (HangUp _) {
        line.getEndPoint().close();
      } finally {
        free.release();
      }
    }

    private Answer handle(Handler handler, Call call) {
      try {
        return handler.handle(call);
      } catch (HangUp e) {
        throw e;
      } catch (RuntimeException | Error e) {
        LOG.error("call {} failed: {}", Correlation.current(), call);
        LOG.debug("why it failed", e);
        return refusal(Trouble.FAILED);
      }
    }

    private void reply(Answer answer) {
      line.getEndPoint().setIdleTimeout(limits.idleTime().toMillis());
      write(response, answer);
    }
  }
}
