package id.sakelar.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A partner is told under his own name, at an address that was looked up once and found harmless.
class WebhookCallerTest {
  private static final WebhookPolicy STRICT = new WebhookPolicy(Set.of(), false);
  private static final WebhookPolicy SANDBOX = new WebhookPolicy(Set.of(), true);
  private static final Budget HASTY =
      new Budget(Duration.ofMillis(200), Duration.ofMillis(500), 100);
  private static final Budget PATIENT =
      new Budget(Duration.ofSeconds(10), Duration.ofSeconds(20), 100);
  private static final Body PAID = Body.of("application/json", "{\"status\":\"paid\"}");

  @TempDir private static Path folder;

  private static SSLContext tls;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> lookups = new LinkedBlockingQueue<>();
  private RawHost host;
  private SSLContext ours;

  @BeforeAll
  static void certify() throws Exception {
    tls = Certificates.context(folder);
  }

  @BeforeEach
  void open() throws IOException {
    host = new RawHost();
    ours = tls;
  }

  @AfterEach
  void close() throws IOException {
    host.close();
  }

  @Test
  void a_partner_is_told_once_under_his_own_name() throws Exception {
    serveTls();
    host.behave(
        socket -> {
          heard.add(RawHost.readHead(socket));
          heard.add(new String(socket.getInputStream().readNBytes(PAID.size()), UTF_8));
          var session = (ExtendedSSLSession) ((SSLSocket) socket).getSession();
          heard.add(session.getRequestedServerNames().toString());
          RawHost.write(socket, "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
        });

    int status = post("https://hook.example:" + host.port() + "/n?k=1", SANDBOX, PATIENT);

    assertThat(status).isEqualTo(202);
    assertThat(heard.take())
        .isEqualTo(
            "POST /n?k=1 HTTP/1.1\r\n"
                + "Connection: close\r\n"
                + "Content-Length: 17\r\n"
                + "Content-Type: application/json\r\n"
                + ("Host: hook.example:" + host.port() + "\r\n")
                + "X-Signature: abc\r\n\r\n");
    assertThat(heard.take()).isEqualTo("{\"status\":\"paid\"}");
    assertThat(heard.take()).contains("value=hook.example");
    assertThat(lookups).containsExactly("hook.example");
  }

  @Test
  void a_certificate_for_another_name_gets_nothing() throws Exception {
    serveTls();
    host.behave(socket -> heard.add(RawHost.readHead(socket)));

    assertThatThrownBy(() -> post("https://other.example:" + host.port() + "/", SANDBOX, PATIENT))
        .isInstanceOf(NotSent.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void a_certificate_nobody_vouches_for_gets_nothing() throws Exception {
    serveTls();
    host.behave(socket -> heard.add(RawHost.readHead(socket)));
    ours = SSLContext.getDefault();

    assertThatThrownBy(() -> post("https://hook.example:" + host.port() + "/", SANDBOX, PATIENT))
        .isInstanceOf(NotSent.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void an_address_that_is_not_permitted_is_not_connected_to() {
    assertThatExceptionOfType(NotSent.class)
        .isThrownBy(() -> post("https://hook.example/", STRICT, PATIENT))
        .withMessage("no answer from https://hook.example:443")
        .withStackTraceContaining("the addresses of hook.example are not permitted");
    assertThat(host.connections()).isZero();
  }

  @Test
  void one_bad_address_among_good_ones_is_enough() {
    var addresses = List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("10.0.0.1"));

    assertThatExceptionOfType(NotSent.class)
        .isThrownBy(() -> post("https://hook.example/", STRICT, PATIENT, _ -> addresses))
        .withStackTraceContaining("the addresses of hook.example are not permitted");
  }

  @Test
  void a_name_without_an_address_is_not_sent() {
    WebhookCaller.Resolver nowhere =
        name -> {
          throw new UnknownHostException(name);
        };

    assertThatThrownBy(() -> post("https://hook.example/", STRICT, PATIENT, nowhere))
        .isInstanceOf(NotSent.class);
    assertThatThrownBy(() -> post("https://hook.example/", STRICT, PATIENT, _ -> List.of()))
        .isInstanceOf(NotSent.class);
  }

  @Test
  void a_second_address_is_tried_when_the_first_takes_no_connection() throws Exception {
    host.answer("HTTP/1.1 200 OK\r\n\r\n");
    var addresses = List.of(InetAddress.ofLiteral("127.0.0.2"), InetAddress.ofLiteral("127.0.0.1"));

    int status = post("http://hook.example:" + host.port() + "/", SANDBOX, PATIENT, _ -> addresses);

    assertThat(status).isEqualTo(200);
  }

  @Test
  void a_refused_connection_is_not_sent() throws Exception {
    try (var deaf = new DeafPort()) {
      var url = "http://hook.example:" + deaf.number() + "/";

      assertThatThrownBy(() -> post(url, SANDBOX, PATIENT)).isInstanceOf(NotSent.class);
    }
  }

  @Test
  void a_redirect_is_a_status_like_any_other() throws Exception {
    host.answer("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n\r\n");

    assertThat(plain(PATIENT)).isEqualTo(302);
    assertThat(host.connections()).isEqualTo(1);
  }

  @Test
  void who_hangs_up_may_have_heard() throws Exception {
    host.behave(RawHost::readHead);

    assertThatThrownBy(() -> plain(PATIENT)).isInstanceOf(Unheard.class);
  }

  @Test
  void garbage_may_have_been_heard() throws Exception {
    for (String garbage :
        List.of("SSH-2.0-x\r\n", "HTTP/1.1 2000 OK\r\n", "a".repeat(101), "\r\n")) {
      host.answer(garbage);

      assertThatThrownBy(() -> plain(PATIENT)).isInstanceOf(Unheard.class);
    }
  }

  @Test
  void silence_ends_with_the_budget() throws Exception {
    host.behave(
        socket -> {
          RawHost.readHead(socket);
          host.waitForTheEnd();
        });

    assertThatExceptionOfType(Unheard.class)
        .isThrownBy(() -> plain(HASTY))
        .withMessage("no answer from http://hook.example:" + host.port() + " within PT0.5S");
  }

  @Test
  void silence_before_the_secret_handshake_is_not_sent() throws Exception {
    host.behave(_ -> host.waitForTheEnd());

    assertThatThrownBy(() -> post("https://hook.example:" + host.port() + "/", SANDBOX, HASTY))
        .isInstanceOf(NotSent.class);
  }

  @Test
  void a_header_that_could_be_two_is_refused() {
    assertThatThrownBy(
            () ->
                WebhookRequest.of(
                    (WebhookUrl) STRICT.check("https://hook.example/"),
                    Map.of("X-A", "1\r\nX-B: 2"),
                    PAID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a header: X-A");
  }

  private void serveTls() throws IOException {
    host.close();
    host =
        new RawHost(
            tls.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  @Test
  void a_host_hears_two_at_once_and_no_third() throws Exception {
    var inHand = new CountDownLatch(2);
    var answer = new CountDownLatch(1);
    host.behave(
        socket -> {
          heard.add(RawHost.readHead(socket));
          inHand.countDown();
          answer.await();
          RawHost.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
    var statuses = new LinkedBlockingQueue<Integer>();

    try (var caller =
        new WebhookCaller(
            SANDBOX, _ -> List.of(InetAddress.ofLiteral("127.0.0.1")), ours, PATIENT)) {
      var url = (WebhookUrl) SANDBOX.check("http://hook.example:" + host.port() + "/");
      var first = telling(caller, url, statuses);
      var second = telling(caller, url, statuses);
      assertThat(inHand.await(30, TimeUnit.SECONDS)).isTrue();
      assertThatThrownBy(() -> caller.post(url, Map.of(), PAID))
          .isInstanceOf(Crowded.class)
          .hasMessage("two others are told at http://hook.example:" + host.port());
      answer.countDown();
      first.join();
      second.join();
      assertThat(caller.post(url, Map.of(), PAID)).isEqualTo(200);
    }

    assertThat(statuses).containsExactly(200, 200);
    assertThat(heard).hasSize(3);
  }

  private static Thread telling(
      WebhookCaller caller, WebhookUrl url, BlockingQueue<Integer> statuses) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                statuses.add(caller.post(url, Map.of(), PAID));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private int plain(Budget budget) throws IOException {
    return post("http://hook.example:" + host.port() + "/", SANDBOX, budget);
  }

  private int post(String url, WebhookPolicy policy, Budget budget) throws IOException {
    return post(
        url,
        policy,
        budget,
        name -> {
          lookups.add(name);
          return List.of(InetAddress.ofLiteral("127.0.0.1"));
        });
  }

  private int post(String url, WebhookPolicy policy, Budget budget, WebhookCaller.Resolver resolver)
      throws IOException {
    try (var caller = new WebhookCaller(policy, resolver, ours, budget)) {
      return caller.post((WebhookUrl) policy.check(url), Map.of("X-Signature", "abc"), PAID);
    }
  }
}
