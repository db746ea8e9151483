package id.sakelar.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is bent out of shape never reaches a handler, and is refused in few words.
class DoorHostileTest {
  private static final String POST = "POST /pay HTTP/1.1\r\nHost: a\r\n";

  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private Door door;

  @BeforeEach
  void open() {
    door =
        Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "trace-7")
            .serve("POST", "/pay", this::ok, Voices.CODES)
            .serve("GET", "/json/{name}", this::ok, Voices.CODES)
            .serveLarge("/picture", 40_000, this::ok, Voices.CODES)
            .open();
  }

  @AfterEach
  void close() {
    door.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        POST + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        POST + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
        POST + "Content-Length: -3\r\n\r\nabc",
        POST + "X-Folded: a\r\n b\r\nContent-Length: 0\r\n\r\n",
        POST + "X-Nul: a\0b\r\nContent-Length: 0\r\n\r\n",
        POST + "X-Return: a\rb\r\nContent-Length: 0\r\n\r\n",
        POST + "X-Space : a\r\nContent-Length: 0\r\n\r\n",
        POST + "no colon\r\nContent-Length: 0\r\n\r\n",
        POST + "Host: b\r\nContent-Length: 0\r\n\r\n",
        "POST /pay HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
        "POST /pay HTTP/1.0\r\nContent-Length: 0\r\n\r\n",
        "POST http://a/pay HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
        "POST http://b/pay HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
        "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\r\n\r\n",
        "GET /json/%zz HTTP/1.1\r\nHost: a\r\n\r\n"
      })
  void a_request_that_two_servers_could_read_in_two_ways_is_refused(String request)
      throws Exception {
    try (var line = new RawLine(door.port())) {
      var response = line.send(request).readToEnd();

      assertThat(response).matches("(?s)HTTP/1.1 (400|505) .*");
      assertThat(response).contains("Cache-Control: no-store");
      assertThat(response).endsWith("{\"error\":\"bad request\"}");
      assertThat(response).doesNotContainIgnoringCase("jetty").doesNotContain("Server:");
    }
    assertThat(calls).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/json/../pay",
        "/json/%2e%2e/pay",
        "/json/%c0%af",
        "/json/./a",
        "//pay",
        "/json//a",
        "/pay;jsessionid=1",
        "/json/a;b",
        "/json/a%41",
        "/%70ay",
        "/pay//",
        "/PAY",
        "/json/..",
        "/json/."
      })
  void a_path_is_served_in_one_spelling_only(String path) throws Exception {
    var response = get(path);

    assertThat(response).matches("(?s)HTTP/1.1 40[04] .*");
    assertThat(response).contains("{\"error\":\"");
    assertThat(calls).isEmpty();
  }

  @Test
  void too_many_headers_are_refused() throws Exception {
    var headers = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      headers.append("X-").append(i).append(": 1\r\n");
    }

    var response = send(POST + headers + "Content-Length: 0\r\n\r\n");

    assertThat(response).startsWith("HTTP/1.1 431 ");
    assertThat(response).endsWith("{\"error\":\"too many headers\"}");
    assertThat(calls).isEmpty();
  }

  @Test
  void headers_that_are_too_long_are_refused() throws Exception {
    var response = send(POST + "X-Long: " + "a".repeat(8 * 1024) + "\r\nContent-Length: 0\r\n\r\n");

    assertThat(response).startsWith("HTTP/1.1 431 ");
    assertThat(calls).isEmpty();
  }

  @Test
  void a_body_that_announces_too_much_is_too_large() throws Exception {
    var response = send(POST + "Content-Length: 10000000\r\n\r\n" + "a".repeat(10_000_000));

    assertThat(response).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\nTOO_LARGE");
    assertThat(calls).isEmpty();
  }

  @Test
  void a_body_that_grows_too_much_is_too_large() throws Exception {
    String chunk = "4000\r\n" + "a".repeat(0x4000) + "\r\n";

    var response =
        send(POST + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(3) + "0\r\n\r\n");

    assertThat(response).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\nTOO_LARGE");
    assertThat(calls).isEmpty();
  }

  @Test
  void a_body_may_be_as_long_as_the_limit() throws Exception {
    var response =
        send(POST + "Connection: close\r\nContent-Length: 32768\r\n\r\n" + "a".repeat(32 * 1024));

    assertThat(response).startsWith("HTTP/1.1 200 ");
    assertThat(calls.take().body().size()).isEqualTo(32 * 1024);
  }

  @Test
  void a_path_for_pictures_takes_more_and_not_any_amount() throws Exception {
    var picture = "POST /picture HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ";

    var taken = send(picture + "40000\r\n\r\n" + "a".repeat(40_000));
    var refused = send(picture + "40001\r\n\r\n" + "a".repeat(40_001));

    assertThat(taken).startsWith("HTTP/1.1 200 ");
    assertThat(refused).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\nTOO_LARGE");
    assertThat(calls).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FFFFFFFFFFFFFFFF\r\nabc", "-1\r\nabc", "3;\r\nabcd\r\n", "z\r\nabc"})
  void a_body_in_bad_chunks_is_refused(String chunks) throws Exception {
    var response = send(POST + "Transfer-Encoding: chunked\r\n\r\n" + chunks);

    assertThat(response).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\nINCOMPLETE");
    assertThat(calls).isEmpty();
  }

  @Test
  void a_body_that_ends_too_early_is_incomplete() throws Exception {
    try (var line = new RawLine(door.port())) {
      var response = line.send(POST + "Content-Length: 10\r\n\r\nabc").fallSilent().readToEnd();

      assertThat(response).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\nINCOMPLETE");
    }
    assertThat(calls).isEmpty();
  }

  @Test
  void a_compressed_body_is_refused_unread() throws Exception {
    var response = send(POST + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc");

    assertThat(response).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\nENCODED");
    assertThat(calls).isEmpty();
  }

  @Test
  void two_requests_in_one_packet_are_both_handled_once() throws Exception {
    String first = POST + "Content-Length: 1\r\n\r\n1";
    String second = POST + "Connection: close\r\nContent-Length: 1\r\n\r\n2";

    var response = send(first + second);

    assertThat(response.split("HTTP/1.1 200 OK", -1)).hasSize(3);
    assertThat(calls)
        .extracting(call -> new String(call.body().bytes(), UTF_8))
        .containsExactly("1", "2");
  }

  @Test
  void who_is_not_a_trusted_proxy_speaks_for_himself() throws Exception {
    send(POST + "X-Forwarded-For: 10.0.0.1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

    assertThat(calls.take().remote().getHostAddress()).isEqualTo("127.0.0.1");
  }

  private Answer ok(Call call) {
    calls.add(call);
    return Answer.of(200, Body.NONE);
  }

  private String get(String path) throws IOException {
    return send("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  }

  private String send(String bytes) throws IOException {
    try (var line = new RawLine(door.port())) {
      return line.send(bytes).readToEnd();
    }
  }
}
