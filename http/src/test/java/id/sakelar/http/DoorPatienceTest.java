package id.sakelar.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Nobody who is slow, silent or gone keeps a door from its work.
class DoorPatienceTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(250);
  private static final String POST = "POST /pay HTTP/1.1\r\nHost: a\r\n";
  private static final String EMPTY = POST + "Content-Length: 0\r\n\r\n";
  private static final String SLOW = "POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n";

  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);
  private final CountDownLatch left = new CountDownLatch(1);
  private final List<RawLine> lines = new ArrayList<>();
  private Door door = open(Limits.STANDARD);

  @AfterEach
  void close() throws IOException {
    leave.countDown();
    for (RawLine line : lines) {
      line.close();
    }
    door.close();
  }

  @Test
  void a_connection_that_never_speaks_is_closed() throws Exception {
    reopen(limits(SHORT, LONG, LONG));

    assertThat(line().isClosedByPeer()).isTrue();
  }

  @Test
  void headers_that_drip_do_not_stretch_their_time() throws Exception {
    reopen(limits(SHORT, LONG, LONG));
    var line = line().send(POST);

    assertThatThrownBy(() -> drip(line, "X-Drip: a\r\n")).isInstanceOf(IOException.class);
    assertThat(calls).isEmpty();
  }

  @Test
  void a_later_request_has_no_more_time_for_its_headers_than_the_first() throws Exception {
    reopen(limits(SHORT, LONG, LONG));
    var line = line();
    line.send(EMPTY).readUntil("\r\n\r\n");

    line.send("POST ");

    assertThat(line.isClosedByPeer()).isTrue();
    assertThat(calls).hasSize(1);
  }

  @Test
  void a_body_that_stays_away_is_timed_out() throws Exception {
    reopen(limits(LONG, SHORT, LONG));

    var response = line().send(POST + "Content-Length: 10\r\n\r\nabc").readToEnd();

    assertThat(response).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\nTIMED_OUT");
    assertThat(calls).isEmpty();
  }

  @Test
  void a_body_that_drips_is_timed_out() throws Exception {
    reopen(limits(LONG, SHORT, LONG));
    var line = line().send(POST + "Transfer-Encoding: chunked\r\n\r\n");

    assertThatThrownBy(() -> drip(line, "1\r\na\r\n")).isInstanceOf(IOException.class);
    assertThat(calls).isEmpty();
  }

  @Test
  void who_waits_to_be_asked_for_his_body_and_sends_none_is_timed_out() throws Exception {
    reopen(limits(LONG, SHORT, LONG));

    var response =
        line().send(POST + "Expect: 100-continue\r\nContent-Length: 10\r\n\r\n").readToEnd();

    assertThat(response).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400 ");
    assertThat(response).endsWith("\r\n\r\nTIMED_OUT");
  }

  @Test
  void a_connection_that_rests_too_long_is_closed() throws Exception {
    reopen(limits(LONG, LONG, SHORT));
    var line = line();
    line.send(EMPTY).readUntil("\r\n\r\n");

    assertThat(line.isClosedByPeer()).isTrue();
  }

  @Test
  void a_handler_may_take_longer_than_a_connection_may_rest() throws Exception {
    reopen(limits(LONG, SHORT, SHORT));
    var line = line().send(SLOW);
    entered.await();
    var other = line();
    other.send(EMPTY).readUntil("\r\n\r\n");
    assertThat(other.isClosedByPeer()).isTrue();

    leave.countDown();

    assertThat(line.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void two_hundred_dripping_bodies_keep_nobody_out() throws Exception {
    for (int i = 0; i < 200; i++) {
      line().send(POST + "Content-Length: 10\r\n\r\na");
    }

    assertThat(line().send(EMPTY).readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void a_thousand_silent_connections_keep_nobody_out() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      line();
    }

    assertThat(line().send(EMPTY).readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void a_connection_too_many_closes_the_one_that_has_rested_longest() throws Exception {
    reopen(new Limits(1, 8_192, 100, LONG, LONG, LONG, 3, 10, LONG));
    for (String path : new String[] {"/pay", "/unknown", "/json/%2e%2e/a"}) {
      line().send(EMPTY.replace("/pay", path)).readUntil("\r\n\r\n");
      awaitResting(lines.size());
    }
    lines.getFirst().send(EMPTY).readUntil("\r\n\r\n");
    awaitResting(3);

    for (int i = 0; i < 2; i++) {
      line().send(EMPTY).readUntil("\r\n\r\n");
      awaitResting(3);
    }

    for (int i = 1; i < 3; i++) {
      assertThat(lines.get(i).readToEnd()).doesNotContain("HTTP/");
    }
    assertThat(lines.getFirst().send(EMPTY).readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
  }

  /// The client has its answer a little before the server is done with it.
  private void awaitResting(int connections) {
    Awaitility.await().until(() -> door.countResting() == connections);
  }

  @Test
  void a_call_too_many_is_told_that_we_are_busy() throws Exception {
    reopen(new Limits(1, 8_192, 100, LONG, LONG, LONG, 10, 1, LONG));
    line().send(SLOW);
    entered.await();

    var response = line().send(EMPTY).readToEnd();

    assertThat(response).endsWith("\r\n\r\nBUSY");
    assertThat(calls).isEmpty();
  }

  @Test
  void a_caller_who_goes_away_does_not_stop_the_handler() throws Exception {
    var line = line().send(SLOW);
    entered.await();

    line.close();
    leave.countDown();

    assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void closing_lets_the_calls_in_hand_end() throws Exception {
    var line = line().send(SLOW);
    entered.await();
    int port = door.port();
    var closer = Thread.ofVirtual().start(door::close);
    closerHasShut(port);

    leave.countDown();

    assertThat(line.readToEnd()).startsWith("HTTP/1.1 200 ");
    assertThat(closer.join(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void closing_does_not_wait_for_ever() throws Exception {
    reopen(new Limits(1, 8_192, 100, LONG, LONG, LONG, 10, 10, SHORT));
    line().send(SLOW);
    entered.await();

    door.close();

    assertThat(left.getCount()).isEqualTo(1);
  }

  private Door open(Limits limits) {
    return Door.on("127.0.0.1", 0, limits, () -> "trace-7")
        .serve("POST", "/pay", this::ok, Voices.CODES)
        .serve("POST", "/slow", this::slow, Voices.CODES)
        .open();
  }

  private void reopen(Limits limits) {
    door.close();
    door = open(limits);
  }

  private static Limits limits(Duration headerTime, Duration bodyTime, Duration idleTime) {
    return new Limits(1_024, 8_192, 100, headerTime, bodyTime, idleTime, 1_000, 1_000, LONG);
  }

  private RawLine line() throws IOException {
    var line = new RawLine(door.port());
    lines.add(line);
    return line;
  }

  /// Sends a little again and again, until the other side has had enough.
  private static void drip(RawLine line, String drop) throws Exception {
    for (int i = 0; i < 50; i++) {
      line.send(drop);
      new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
    }
  }

  private static void closerHasShut(int port) throws IOException {
    try {
      while (true) {
        new RawLine(port).close();
      }
    } catch (ConnectException _) {
      // nobody takes connections any more
    }
  }

  private Answer ok(Call call) {
    calls.add(call);
    return Answer.of(200, Body.NONE);
  }

  private Answer slow(Call call) {
    entered.countDown();
    try {
      leave.await();
    } catch (InterruptedException e) {
      throw new AssertionError("a handler is not interrupted", e);
    }
    left.countDown();
    return Answer.of(200, Body.of("text/plain", call.path().getBytes(UTF_8)));
  }
}
