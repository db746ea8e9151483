package id.sakelar.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A TLS failure is "not sent" only while it is sure that nothing of the question got through.
class CallerTlsTest {
  private static final Body PAY = Body.of("application/json", "{\"ref\":\"1\"}");
  private static final Budget PATIENT = Budget.of(Duration.ofSeconds(10), Duration.ofSeconds(20));

  @TempDir private static Path folder;

  private static SSLContext tls;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private RawHost host;

  @BeforeAll
  static void certify() throws Exception {
    tls = Certificates.context(folder);
  }

  @BeforeEach
  void open() throws IOException {
    host = serve(listener());
  }

  @AfterEach
  void close() throws IOException {
    host.close();
  }

  @Test
  void a_host_whose_certificate_is_good_is_asked() throws Exception {
    assertThat(ask("localhost", tls).body()).isEqualTo(Body.of("", "paid"));
    assertThat(heard).containsExactly("{\"ref\":\"1\"}");
  }

  @Test
  void a_host_whose_certificate_nobody_vouches_for_is_not_sent_anything() throws Exception {
    var strangers = SSLContext.getDefault();

    assertThatThrownBy(() -> ask("localhost", strangers)).isInstanceOf(NotSent.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void a_host_with_a_certificate_of_another_name_is_not_sent_anything() {
    assertThatThrownBy(() -> ask("127.0.0.1", tls)).isInstanceOf(NotSent.class);
    assertThat(heard).isEmpty();
  }

  /// With TLS 1.3 the refusal of our certificate arrives when we may have sent everything.
  @Test
  void a_host_that_refuses_our_certificate_may_have_heard() throws Exception {
    host.close();
    var listener = listener();
    listener.setNeedClientAuth(true);
    listener.setEnabledProtocols(new String[] {"TLSv1.3"});
    host = serve(listener);

    assertThatThrownBy(() -> ask("localhost", Certificates.trusting(folder)))
        .isInstanceOf(Unheard.class);
    assertThat(heard).isEmpty();
  }

  private static SSLServerSocket listener() throws IOException {
    return (SSLServerSocket)
        tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private RawHost serve(SSLServerSocket listener) {
    var server = new RawHost(listener);
    server.behave(
        socket -> {
          RawHost.readHead(socket);
          heard.add(new String(socket.getInputStream().readNBytes(PAY.size()), UTF_8));
          RawHost.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npaid");
        });
    return server;
  }

  private Heard ask(String name, SSLContext context) throws NotSent, Unheard {
    var base = URI.create("https://" + name + ":" + host.port());
    try (var caller = new Caller(base, PATIENT, context)) {
      return caller.ask("POST", "/pay", Map.of(), PAY);
    }
  }
}
