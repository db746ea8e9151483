package id.sakelar.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Only what certainly never left is not sent; whatever else goes wrong, the question may have
/// arrived.
class CallerTest {
  private static final Budget PATIENT = Budget.of(Duration.ofSeconds(10), Duration.ofSeconds(20));
  private static final Budget HASTY = Budget.of(Duration.ofMillis(200), Duration.ofMillis(500));
  private static final Body PAY = Body.of("application/json", "{\"ref\":\"1\"}");

  private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
  private RawHost host;

  @BeforeEach
  void open() throws IOException {
    host = new RawHost();
  }

  @AfterEach
  void close() throws IOException {
    host.close();
  }

  @Test
  void a_question_goes_out_as_it_was_put() throws Exception {
    host.behave(
        socket -> {
          heads.add(RawHost.readHead(socket));
          heads.add(new String(socket.getInputStream().readNBytes(PAY.size()), UTF_8));
          RawHost.write(
              socket,
              "HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nX-A: 1\r\nx-a: 2\r\n"
                  + "Content-Length: 2\r\n\r\nok");
        });

    var heard = ask(host.port(), PATIENT);

    assertThat(heads.take())
        .startsWith("POST /base/pay?x=1 HTTP/1.1\r\n")
        .contains("\r\nsessionid: s-1\r\n")
        .contains("\r\nContent-Type: application/json\r\n")
        .contains("\r\nContent-Length: 11\r\n")
        .doesNotContain("Upgrade");
    assertThat(heads.take()).isEqualTo("{\"ref\":\"1\"}");
    assertThat(heard.status()).isEqualTo(200);
    assertThat(heard.body()).isEqualTo(Body.of("a/b", "ok"));
    assertThat(heard.findHeader("X-a")).contains("1, 2");
  }

  @Test
  void an_error_status_is_an_answer() throws Exception {
    host.answer("HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusy");

    var heard = ask(host.port(), PATIENT);

    assertThat(heard.status()).isEqualTo(503);
    assertThat(heard.body()).isEqualTo(Body.of("", "busy"));
  }

  @Test
  void a_redirect_is_an_answer_and_not_followed() throws Exception {
    host.answer("HTTP/1.1 307 Elsewhere\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n");

    assertThat(ask(host.port(), PATIENT).status()).isEqualTo(307);
    assertThat(host.connections()).isEqualTo(1);
  }

  @Test
  void a_refused_connection_is_not_sent() throws Exception {
    try (var deaf = new DeafPort()) {
      assertThatExceptionOfType(NotSent.class)
          .isThrownBy(() -> ask(deaf.number(), PATIENT))
          .withMessage("could not reach http://127.0.0.1:" + deaf.number() + "/base");
    }
  }

  @Test
  void a_host_without_an_address_is_not_sent() {
    assertThatExceptionOfType(NotSent.class)
        .isThrownBy(() -> ask(URI.create("http://nowhere.invalid/base"), PATIENT))
        .withMessage("could not reach http://nowhere.invalid/base");
  }

  @Test
  void a_connection_that_is_not_taken_in_time_is_not_sent() throws Exception {
    // with its queue full, the listener leaves everybody else waiting
    try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var _ = new RawLine(full.getLocalPort());
        var _ = new RawLine(full.getLocalPort())) {
      assertThatExceptionOfType(NotSent.class).isThrownBy(() -> ask(full.getLocalPort(), HASTY));
    }
  }

  @Test
  void a_host_that_speaks_no_tls_gets_no_question() throws Exception {
    host.behave(
        socket -> {
          RawHost.write(socket, "HTTP/1.1 400 Bad Request\r\n\r\n");
          host.waitForTheEnd();
        });

    assertThatExceptionOfType(NotSent.class)
        .isThrownBy(() -> ask(URI.create("https://127.0.0.1:" + host.port()), PATIENT));
  }

  @Test
  void a_host_that_hangs_up_may_have_heard_and_is_not_asked_again() throws Exception {
    host.behave(RawHost::readHead);

    assertThatExceptionOfType(Unheard.class)
        .isThrownBy(() -> ask(host.port(), PATIENT))
        .withMessage("no whole answer from http://127.0.0.1:" + host.port() + "/base");
    assertThat(host.connections()).isEqualTo(1);
  }

  @Test
  void a_host_that_takes_the_connection_and_closes_it_may_have_heard() throws Exception {
    assertThatThrownBy(() -> ask(host.port(), PATIENT)).isInstanceOf(Unheard.class);
    assertThat(host.connections()).isEqualTo(1);
  }

  @Test
  void half_an_answer_is_unheard() throws Exception {
    host.answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");

    assertThatThrownBy(() -> ask(host.port(), PATIENT)).isInstanceOf(Unheard.class);
  }

  @Test
  void an_answer_that_is_too_long_is_unheard() throws Exception {
    host.answer("HTTP/1.1 200 OK\r\nContent-Length: 262145\r\n\r\n" + "a".repeat(262_145));

    assertThatThrownBy(() -> ask(host.port(), PATIENT)).isInstanceOf(Unheard.class);
  }

  @Test
  void garbage_is_unheard() throws Exception {
    host.answer("\0\0\0\0\r\n\r\n");

    assertThatThrownBy(() -> ask(host.port(), PATIENT)).isInstanceOf(Unheard.class);
  }

  @Test
  void silence_is_unheard() throws Exception {
    host.behave(
        socket -> {
          RawHost.readHead(socket);
          host.waitForTheEnd();
        });

    assertThatExceptionOfType(Unheard.class)
        .isThrownBy(() -> ask(host.port(), HASTY))
        .withMessage(
            "no whole answer from http://127.0.0.1:" + host.port() + "/base within PT0.5S");
  }

  @Test
  void an_answer_that_drips_is_unheard_when_the_budget_ends() throws Exception {
    var hungUp = new CountDownLatch(1);
    host.behave(
        socket -> {
          RawHost.readHead(socket);
          RawHost.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
          drip(socket, hungUp);
        });

    assertThatThrownBy(() -> ask(host.port(), HASTY)).isInstanceOf(Unheard.class);
    assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void an_interrupt_does_not_end_the_wait_and_is_not_lost() throws Exception {
    var asked = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    host.behave(
        socket -> {
          RawHost.readHead(socket);
          asked.countDown();
          interrupted.await();
          RawHost.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npaid");
        });
    var heard = new AtomicReference<Body>();
    var kept = new AtomicReference<Boolean>();
    var asker =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    heard.set(ask(host.port(), PATIENT).body());
                  } catch (IOException _) {
                    heard.set(Body.NONE);
                  }
                  kept.set(Thread.currentThread().isInterrupted());
                });

    asked.await();
    asker.interrupt();
    interrupted.countDown();

    assertThat(asker.join(Duration.ofSeconds(10))).isTrue();
    assertThat(heard.get()).isEqualTo(Body.of("", "paid"));
    assertThat(kept.get()).isTrue();
  }

  @Test
  void who_is_interrupted_already_asks_all_the_same() throws Exception {
    host.answer("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npaid");
    Thread.currentThread().interrupt();

    var heard = ask(host.port(), PATIENT);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(heard.status()).isEqualTo(200);
  }

  private static void drip(Socket socket, CountDownLatch hungUp) throws InterruptedException {
    try {
      while (true) {
        RawHost.write(socket, "a");
        hungUp.await(20, TimeUnit.MILLISECONDS);
      }
    } catch (IOException _) {
      hungUp.countDown();
    }
  }

  private static Heard ask(int port, Budget budget) throws NotSent, Unheard {
    return ask(URI.create("http://127.0.0.1:" + port + "/base/"), budget);
  }

  private static Heard ask(URI base, Budget budget) throws NotSent, Unheard {
    try (var caller = new Caller(base, budget)) {
      return caller.ask("POST", "/pay?x=1", Map.of("sessionid", "s-1"), PAY);
    }
  }
}
