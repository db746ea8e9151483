package id.sakelar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A door that requires certificates opens to those who have one and knows them by name.
class DoorTlsTest {
  @TempDir private static Path ours;
  @TempDir private static Path theirs;

  private static Authority authority;
  private static Authority others;

  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private Door door;

  @BeforeAll
  static void certify() throws Exception {
    authority =
        new Authority(ours)
            .certify("switcher", "CN=switcher")
            .certify("bank-two", "CN=bank-two, OU=CN, O=\"Bank, CN=Dua\", C=ID")
            .certify("two-faced", "CN=two-faced, CN=bank-two");
    others = new Authority(theirs).certify("bank-two", "CN=bank-two");
  }

  @BeforeEach
  void open() throws Exception {
    door = open(Tls.open(authority.keyStore("switcher"), authority.trustStore(), "changeit"));
  }

  private Door open(Tls tls) {
    return Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "trace-7")
        .serve("POST", "/transfer", this::hear, Voices.CODES)
        .requireCertificates(tls)
        .open();
  }

  private Answer hear(Call call) {
    calls.add(call);
    return Answer.of(200, Body.of("text/plain", "booked"));
  }

  @AfterEach
  void close() {
    door.close();
  }

  /// Asks on a connection of its own.
  private String ask(SSLContext tls, String... protocols) throws Exception {
    var parameters = new SSLParameters();
    parameters.setProtocols(protocols.length == 0 ? null : protocols);
    var uri = URI.create("https://127.0.0.1:" + door.port() + "/transfer");
    try (var client = HttpClient.newBuilder().sslContext(tls).sslParameters(parameters).build()) {
      var request =
          HttpRequest.newBuilder(uri)
              .timeout(Duration.ofSeconds(20))
              .POST(BodyPublishers.ofString("{}"))
              .build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void a_caller_is_known_by_the_name_in_its_certificate(String protocol) throws Exception {
    var caller = authority.caller("bank-two");

    assertThat(ask(caller, protocol)).isEqualTo("booked");
    assertThat(calls.take().findCertificate()).contains("bank-two");
    // the second time the session is resumed, and no certificate is shown again
    assertThat(ask(caller, protocol)).isEqualTo("booked");
    assertThat(calls.take().findCertificate()).contains("bank-two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void a_caller_without_a_certificate_is_not_let_in(String protocol) throws Exception {
    var nobody = authority.nobody();

    assertThatThrownBy(() -> ask(nobody, protocol)).isInstanceOf(IOException.class);
    assertThat(calls).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void a_certificate_that_nobody_we_believe_vouches_for_opens_nothing(String protocol)
      throws Exception {
    var stranger = authority.stranger(others, "bank-two");

    assertThatThrownBy(() -> ask(stranger, protocol)).isInstanceOf(IOException.class);
    assertThat(calls).isEmpty();
  }

  @Test
  void a_certificate_with_two_names_names_nobody() throws Exception {
    assertThat(ask(authority.caller("two-faced"))).isEqualTo("booked");
    assertThat(calls.take().findCertificate()).isEmpty();
  }

  @Test
  void plain_http_is_not_spoken() throws Exception {
    try (var line = new RawLine(door.port())) {
      line.send("POST /transfer HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");

      assertThat(line.readToEnd()).doesNotContain("HTTP");
    }
    assertThat(calls).isEmpty();
  }

  @Test
  void whoever_connects_and_says_nothing_is_dropped_in_time() throws Exception {
    door.close();
    var hasty =
        new Limits(
            1_024,
            1_024,
            10,
            Duration.ofMillis(100),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            10,
            10,
            Duration.ofSeconds(1));
    var tls = Tls.open(authority.keyStore("switcher"), authority.trustStore(), "changeit");
    door =
        Door.on("127.0.0.1", 0, hasty, () -> "trace-7")
            .serve("POST", "/transfer", this::hear, Voices.CODES)
            .requireCertificates(tls)
            .open();

    try (var line = new RawLine(door.port())) {
      assertThat(line.readToEnd()).doesNotContain("HTTP");
    }
  }

  @Test
  void those_who_vouch_may_be_named_in_a_file_of_text() throws Exception {
    door.close();
    door = open(Tls.open(authority.keyStore("switcher"), authority.pem(), "changeit"));

    assertThat(ask(authority.caller("bank-two"))).isEqualTo("booked");
    var stranger = authority.stranger(others, "bank-two");
    assertThatThrownBy(() -> ask(stranger)).isInstanceOf(IOException.class);
  }

  @Test
  void files_that_are_not_what_they_should_be_are_refused_by_name() throws Exception {
    Path keys = authority.keyStore("switcher");
    Path trusted = authority.trustStore();
    Path empty = Files.writeString(ours.resolve("empty.p12"), "");
    Path text = Files.writeString(ours.resolve("text.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");

    assertRefused(keys, trusted, "guess", keys + " does not open as PKCS#12 with its password");
    assertRefused(
        empty, trusted, "changeit", empty + " does not open as PKCS#12 with its password");
    assertRefused(trusted, trusted, "changeit", trusted + " holds no key");
    assertRefused(keys, keys, "changeit", keys + " vouches for nobody");
    assertRefused(keys, text, "changeit", text + " holds something else than certificates");
  }

  private static void assertRefused(Path keys, Path trusted, String password, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tls.open(keys, trusted, password))
        .withMessage(message);
  }
}
