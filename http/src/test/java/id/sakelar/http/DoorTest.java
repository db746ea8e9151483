package id.sakelar.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// A door serves well-formed calls as they came and says nothing of itself.
class DoorTest {
  static final String JSON = "application/json; charset=utf-8";

  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private Door door;

  @BeforeEach
  void open() {
    door =
        Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "trace-7")
            .serve("POST", "/pay", this::echo, Voices.CODES)
            .serve("GET", "/pay", this::echo, Voices.CODES)
            .serve("GET", "/simulator/{biller}/temper", this::echo, Voices.CODES)
            .serve("POST", "/broken", DoorTest::fail, Voices.CODES)
            .serve("POST", "/silent", DoorTest::hangUp, Voices.CODES)
            .trust(InetAddress.ofLiteral("127.0.0.1"))
            .open();
  }

  @AfterEach
  void close() {
    client.close();
    door.close();
  }

  @Test
  void a_call_arrives_as_it_was_sent() throws Exception {
    var response = send(request("/pay?a=%31").POST(BodyPublishers.ofString("{\"ref\":\"1\"}")));

    var call = calls.take();
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.path()).isEqualTo("/pay");
    assertThat(call.query()).isEqualTo("a=%31");
    assertThat(call.findHeader("SESSIONID")).contains("s-1, s-2");
    assertThat(call.remote()).isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
    assertThat(call.findCertificate()).isEmpty();
    assertThat(call.body()).isEqualTo(Body.of(JSON, "{\"ref\":\"1\"}"));
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.body()).isEqualTo("heard trace-7");
  }

  @Test
  void an_answer_says_what_it_must_and_nothing_of_the_server() throws Exception {
    var response = send(request("/pay").GET());

    var headers = response.headers().map();
    assertThat(headers.keySet())
        .containsExactlyInAnyOrder(
            "cache-control", "content-length", "content-type", "date", "x-request-id", "x-own");
    assertThat(response.headers().firstValue("cache-control")).contains("no-store");
    assertThat(response.headers().firstValue("x-request-id")).contains("trace-7");
    assertThat(response.headers().firstValue("content-type")).contains("text/plain;charset=utf-8");
  }

  @Test
  void a_trailing_slash_makes_no_difference() throws Exception {
    assertThat(send(request("/pay/").GET()).statusCode()).isEqualTo(201);
    assertThat(calls.take().path()).isEqualTo("/pay");
  }

  @Test
  void a_word_in_a_path_is_a_parameter() throws Exception {
    send(request("/simulator/digiswitch/temper").GET());

    assertThat(calls.take().parameters()).isEqualTo(Map.of("biller", "digiswitch"));
  }

  @Test
  void an_unknown_path_is_not_found() throws Exception {
    var response = send(request("/nothing").GET());

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("{\"error\":\"not found\"}");
  }

  @Test
  void a_method_that_is_not_served_is_refused_in_the_dialects_voice() throws Exception {
    for (String method : new String[] {"TRACE", "PUT", "FOO", "HEAD", "OPTIONS", "DELETE"}) {
      var response =
          new RawLine(door.port())
              .send(method + " /pay HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
              .readToEnd();

      assertThat(response).as(method).startsWith("HTTP/1.1 400 ");
      if (!method.equals("HEAD")) {
        assertThat(response).as(method).endsWith("WRONG_METHOD");
      }
    }
    assertThat(calls).isEmpty();
  }

  @Test
  void what_a_handler_throws_is_logged_under_its_trace_and_never_shown() throws Exception {
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var logger = (Logger) LoggerFactory.getLogger(Reception.class);
    logger.addAppender(log);

    var response = send(request("/broken?key=1").POST(BodyPublishers.ofString("x")));

    logger.detachAppender(log);
    assertThat(response.body()).isEqualTo("FAILED");
    assertThat(response.headers().toString()).doesNotContain("inner");
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("call trace-7 failed: POST /broken");
  }

  @Test
  void a_handler_that_hangs_up_leaves_its_caller_without_a_word() throws Exception {
    try (var line = new RawLine(door.port())) {
      line.send("POST /silent HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx");

      assertThat(line.isClosedByPeer()).isTrue();
    }
  }

  @Test
  void a_trusted_proxy_may_speak_for_somebody() throws Exception {
    send(request("/pay").header("X-Forwarded-For", "10.9.9.9, 203.0.113.5, 127.0.0.1").GET());

    assertThat(calls.take().remote()).isEqualTo(InetAddress.ofLiteral("203.0.113.5"));
  }

  @Test
  void a_port_that_is_taken_cannot_be_opened() {
    var second = Door.on("127.0.0.1", door.port(), Limits.STANDARD, () -> "trace-8");

    assertThatIllegalStateException()
        .isThrownBy(second::open)
        .withMessage("cannot open a door on 127.0.0.1:" + door.port());
  }

  @Test
  void a_method_is_served_once_on_a_path() {
    var builder = Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "trace-8");
    builder.serve("GET", "/pay", this::echo, Voices.CODES);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.serve("GET", "/pay", this::echo, Voices.CODES))
        .withMessage("GET /pay is served already");
  }

  private Answer echo(Call call) {
    calls.add(call);
    return new Answer(
        201,
        Map.of("X-Own", "1"),
        Body.of("text/plain; charset=utf-8", "heard " + Correlation.current()));
  }

  private static Answer hangUp(Call call) {
    throw new HangUp();
  }

  private static Answer fail(Call call) {
    throw new IllegalStateException("an inner matter");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path))
        .timeout(Duration.ofSeconds(10))
        .header("Content-Type", JSON)
        .header("Accept-Encoding", "gzip")
        .header("sessionid", "s-1")
        .header("sessionId", "s-2");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString(UTF_8));
  }
}
