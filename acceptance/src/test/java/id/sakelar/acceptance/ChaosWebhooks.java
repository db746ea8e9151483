package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.sakelar.acceptance.ChaosTold.Told;
import id.sakelar.acceptance.ChaosTold.Verdict;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Webhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Where the partners who speak Digiswitch are told unasked. Refuses every fourth call, so that it
/// is made again. Thread-safe.
final class ChaosWebhooks implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();

  private final String secret;
  private final HttpServer server;
  private final AtomicInteger calls = new AtomicInteger();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final List<String> forged = new CopyOnWriteArrayList<>();

  /// One that was taken.
  record Heard(String reference, Told told) {}

  /// @param secret what they are signed with
  ChaosWebhooks(String secret) throws IOException {
    this.secret = secret;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  String secret() {
    return secret;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/told");
  }

  /// All that were taken, in their order.
  List<Heard> heard() {
    return new ArrayList<>(heard);
  }

  /// Those that were not signed with the secret.
  List<String> forged() {
    return List.copyOf(forged);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange call) throws IOException {
    try (call) {
      boolean refused = calls.incrementAndGet() % 4 == 0;
      var body = new String(call.getRequestBody().readAllBytes(), UTF_8);
      var signature = call.getRequestHeaders().getFirst(Webhook.SIGNATURE);
      if (signature == null || !Webhook.isSigned(Message.json(body), secret, signature)) {
        forged.add(body);
      } else if (!refused) {
        note(body);
      }
      call.sendResponseHeaders(refused ? 503 : 200, -1);
    }
  }

  private void note(String body) {
    var now = CLOCK.instant();
    var meaning = ChaosPartner.meaning(body);
    var reference = ChaosDoors.json(body).at("/data/ref_id").asString("");
    boolean isOpen = meaning.verdict() == Verdict.OPEN;
    var verdict = isOpen ? Verdict.SENSELESS : meaning.verdict();
    heard.add(new Heard(reference, new Told(now, now, verdict, meaning.rc(), body)));
  }
}
