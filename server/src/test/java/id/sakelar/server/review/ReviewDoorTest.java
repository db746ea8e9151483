package id.sakelar.server.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Door;
import id.sakelar.http.Limits;
import id.sakelar.server.console.ReviewDoor;
import id.sakelar.server.payment.Samples;
import id.sakelar.server.payment.State;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The review queue as the console serves it.
class ReviewDoorTest {
  private static final String PROPOSAL =
      """
      {"subject": "warung-sri/digiswitch/INV-1", "outcome": "succeeded", "note": "their letter",
       "proof": "L-7", "serial": "SN9"}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ReviewDoor served =
      new ReviewDoor(() -> Samples.NOON.plus(Duration.ofDays(36_500)));
  private Office office;
  private Door door;

  @BeforeEach
  void open() throws SQLException {
    office = new Office();
    office.payInReview(1);
    var builder = Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "trace");
    served.openOn(builder);
    door = builder.open();
  }

  private void openDesk() {
    var jdbi = office.database.jdbi();
    served.open(
        new ReviewDoor.Desk(
            office.operators, new QueueStore(jdbi), new HistoryStore(jdbi), office.review));
  }

  @AfterEach
  void close() throws SQLException {
    client.close();
    door.close();
    office.closeWhole();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path));
  }

  private HttpRequest.Builder as(String name, String path) {
    var secret = office.secret(name).reveal();
    return to(path).header("Authorization", "Bearer " + name + "." + secret);
  }

  private HttpResponse<String> post(String name, String path, String body)
      throws IOException, InterruptedException {
    return send(
        as(name, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void whoever_does_not_say_who_it_is_learns_nothing() throws IOException, InterruptedException {
    assertThat(send(to("/review")).statusCode()).isEqualTo(503);
    openDesk();

    assertThat(send(to("/review")).statusCode()).isEqualTo(401);
    var wrong = send(to("/review").header("Authorization", "Bearer ani." + "0".repeat(64)));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body())
        .isEqualTo("{\"error\":\"there is no such operator, or that is not its secret\"}");
  }

  @Test
  void the_queue_is_served() throws IOException, InterruptedException {
    openDesk();

    var queue = send(as("ani", "/review"));

    assertThat(queue.statusCode()).isEqualTo(200);
    assertThatJson(queue.body())
        .inPath("waiting[0]")
        .isObject()
        .containsEntry("kind", "REVIEW")
        .containsEntry("subject", "warung-sri/digiswitch/INV-1")
        .containsEntry("upstream", "paper")
        .containsEntry("heard", "E5 STATUS timeout");
  }

  @Test
  void two_operators_decide_over_the_console() throws IOException, InterruptedException {
    openDesk();

    var proposed = post("ani", "/review/proposals", PROPOSAL);
    var alone = post("ani", "/review/proposals/1/approve", "{}");
    var approved = post("budi", "/review/proposals/1/approve", "{}");
    var history = send(as("budi", "/review/warung-sri/digiswitch/INV-1"));

    assertThat(proposed.statusCode()).isEqualTo(200);
    assertThatJson(proposed.body()).node("state").isEqualTo("PROPOSED");
    assertThat(alone.statusCode()).isEqualTo(409);
    assertThatJson(approved.body()).node("state").isEqualTo("APPLIED");
    assertThat(office.state(1)).isEqualTo(State.SUCCEEDED);
    assertThatJson(history.body()).node("standing.state").isEqualTo("SUCCEEDED");
    assertThatJson(history.body()).node("decisions[0].checker").isEqualTo("budi");
  }

  @Test
  void a_no_ends_a_proposal() throws IOException, InterruptedException {
    openDesk();
    post("ani", "/review/proposals", PROPOSAL);

    var rejected =
        post("budi", "/review/proposals/1/reject", "{\"note\": \"the letter is forged\"}");

    assertThatJson(rejected.body()).node("state").isEqualTo("REJECTED");
    assertThatJson(rejected.body()).node("reason").isEqualTo("the letter is forged");
    assertThat(post("budi", "/review/proposals/1/approve", "{}").statusCode()).isEqualTo(409);
    assertThat(office.state(1)).isEqualTo(State.REVIEW);
  }

  @Test
  void what_is_not_a_proposal_is_refused() throws IOException, InterruptedException {
    openDesk();

    assertThat(post("ani", "/review/proposals", "[]").statusCode()).isEqualTo(400);
    var strange = post("ani", "/review/proposals", PROPOSAL.replace("succeeded", "paid"));
    assertThat(strange.body())
        .isEqualTo("{\"error\":\"an outcome is succeeded, failed, refunded or closed\"}");
    var blank = post("ani", "/review/proposals", PROPOSAL.replace("their letter", " "));
    assertThat(blank.body()).isEqualTo("{\"error\":\"a decision needs a note that says why\"}");
    assertThat(send(as("ani", "/review/7")).statusCode()).isEqualTo(404);
  }
}
