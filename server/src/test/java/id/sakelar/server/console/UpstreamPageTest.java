package id.sakelar.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Door;
import id.sakelar.http.Limits;
import id.sakelar.money.Rupiah;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `/upstreams` shows operators how each biller stands.
class UpstreamPageTest {
  @Test
  void billers_are_shown_as_they_stand_now() throws IOException, InterruptedException {
    var page = new UpstreamPage();
    var builder = Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "page");
    page.openOn(builder);
    try (var door = builder.open()) {
      assertThat(ask(door.port())).isEqualTo("[]");

      page.show(
          () ->
              List.of(
                  new UpstreamPage.Line("iak-main", true, "closed", 3, 1, Rupiah.of(5_000), null),
                  new UpstreamPage.Line(
                      "two", false, "open", 0, 0, new Rupiah(250), Rupiah.of(1_000_000))));

      assertThat(ask(door.port()))
          .isEqualTo(
              """
              [{"name":"iak-main","open":true,"breaker":"closed","calls":3,"questions":1,\
              "in_flight":5000,"most_in_flight":null},\
              {"name":"two","open":false,"breaker":"open","calls":0,"questions":0,\
              "in_flight":2,"most_in_flight":1000000}]\
              """);
    }
  }

  private static String ask(int port) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var question =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/upstreams")).build();
      return client.send(question, BodyHandlers.ofString()).body();
    }
  }
}
