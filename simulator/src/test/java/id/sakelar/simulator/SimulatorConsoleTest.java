package id.sakelar.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Body;
import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.http.Door;
import id.sakelar.http.Heard;
import id.sakelar.http.Limits;
import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row.Ending;
import id.sakelar.simulator.Temper.Closed;
import id.sakelar.simulator.Temper.Latency;
import id.sakelar.simulator.Temper.Shares;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The control surface shows billers, tempers and books, and takes nothing it does not understand.
class SimulatorConsoleTest {
  private static final Instant NOON = Instant.parse("2026-01-05T05:00:00Z");
  private static final String TEMPER = "/simulator/water/temper";
  private static final String BOOK = "/simulator/water/book";

  @TempDir Path directory;
  private SimulatedBiller biller;
  private Door door;
  private Caller caller;

  @BeforeEach
  void open() throws Exception {
    var book = Book.open(directory.resolve("water.book"));
    var clerk = new Clerk(new SplittableRandom(1));
    biller = new SimulatedBiller("water", 0, book, clerk, _ -> {});
    var builder = Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "trace");
    var console = new SimulatorConsole(List.of(biller), () -> NOON);
    for (var page : console.listPages()) {
      builder.serve(page.method(), page.path(), page.handler(), console);
    }
    door = builder.open();
    caller =
        new Caller(
            URI.create("http://127.0.0.1:" + door.port()),
            Budget.of(Duration.ofSeconds(5), Duration.ofSeconds(30)));
  }

  @AfterEach
  void close() throws Exception {
    caller.close();
    door.close();
    biller.close();
  }

  @Test
  void the_billers_are_listed() throws Exception {
    take(2);

    assertThatJson(get("/simulator"))
        .isEqualTo(
            """
            {"billers": [{"name": "water", "port": %d, "rows": 2, "charged": 3000}]}
            """
                .formatted(biller.port()));
  }

  @Test
  void an_even_temper_is_told_whole() throws Exception {
    assertThatJson(get(TEMPER))
        .isEqualTo(
            """
            {
              "latency_ms_min": 0,
              "latency_ms_max": 0,
              "latency_everywhere": false,
              "refusals_percent": 0,
              "hang_ups_percent": 0,
              "garbage_before_percent": 0,
              "garbage_after_percent": 0,
              "late_percent": 0,
              "lateness_ms": 60000,
              "closed": "no"
            }
            """);
  }

  @Test
  void a_temper_is_set_as_a_whole_and_told_back() throws Exception {
    String bad =
        """
        {
          "latency_ms_min": 1,
          "latency_ms_max": 2,
          "latency_everywhere": true,
          "refusals_percent": 3,
          "hang_ups_percent": 4,
          "garbage_before_percent": 5,
          "garbage_after_percent": 6,
          "late_percent": 7,
          "lateness_ms": 8,
          "closed": "product"
        }
        """;

    assertThatJson(text(put(bad, 200))).isEqualTo(bad);
    assertThatJson(get(TEMPER)).isEqualTo(bad);
    assertThat(biller.temper())
        .isEqualTo(
            new Temper(
                new Latency(Duration.ofMillis(1), Duration.ofMillis(2), true),
                new Shares(3, 4, 5, 6, 7),
                Duration.ofMillis(8),
                Closed.PRODUCT));

    put("{\"hang_ups_percent\": 100}", 200);

    assertThat(biller.temper()).isEqualTo(Temper.EVEN.withShares(new Shares(0, 100, 0, 0, 0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"closed\": \"perhaps\"}     | closed is none of no, product and connections",
        "{\"late_percent\": -1}        | late_percent is not a count",
        "{\"late_percent\": 2.5}       | late_percent is not a count",
        "{\"late_percent\": \"many\"}  | late_percent is not a count",
        "{\"latency_everywhere\": 1}   | latency_everywhere is neither true nor false",
        "{\"latency_ms_min\": 5}       | latency goes from nothing upwards, not from PT0.005S to"
            + " PT0S",
        "[]                            | the body is not a JSON object",
        "{\"late_percent\": 1, \"late_percent\": 2} | the body has a field twice",
      })
  void what_is_not_understood_is_refused_and_changes_nothing(String body, String why)
      throws Exception {
    assertThatJson(text(put(body, 400))).node("error").isEqualTo(why);
    assertThat(biller.temper()).isEqualTo(Temper.EVEN);
  }

  @Test
  void an_unknown_field_is_refused_by_telling_the_known_ones() throws Exception {
    assertThatJson(text(put("{\"hangup_percent\": 5}", 400)))
        .node("error")
        .isEqualTo(
            "a temper has no such field; it has [latency_ms_min, latency_ms_max,"
                + " latency_everywhere, refusals_percent, hang_ups_percent,"
                + " garbage_before_percent, garbage_after_percent, late_percent, lateness_ms,"
                + " closed]");
  }

  @Test
  void percentages_that_do_not_fit_are_refused() throws Exception {
    assertThatJson(text(put("{\"refusals_percent\": 60, \"late_percent\": 50}", 400)))
        .node("error")
        .isEqualTo(
            "refusals, hang-ups, garbage and late answers are between 0 and 100 percent together");
  }

  @Test
  void an_unknown_biller_is_not_found() throws Exception {
    var heard = caller.ask("GET", "/simulator/gas/book", Map.of(), Body.NONE);

    assertThat(heard.status()).isEqualTo(404);
    assertThatJson(text(heard)).node("error").isEqualTo("there is no biller called gas");
  }

  @Test
  void a_biller_lists_what_it_settled() throws Exception {
    take(2);

    assertThat(get("/simulator/water/settlement"))
        .isEqualTo(
            """
            date,reference,theirs,product,customer,amount,status
            2026-01-05,r1,T1,pdam,***0001,1000,paid
            2026-01-05,r2,T2,pdam,***0001,2000,paid
            """);
  }

  @Test
  void a_wrong_method_is_refused_in_json() throws Exception {
    var heard = caller.ask("POST", BOOK, Map.of(), Body.NONE);

    assertThat(heard.status()).isEqualTo(405);
    assertThatJson(text(heard)).isEqualTo("{\"error\": \"not with this method\"}");
  }

  @Test
  void a_book_is_told_page_by_page() throws Exception {
    take(3);

    assertThatJson(get(BOOK + "?limit=1&after=1"))
        .isEqualTo(
            """
            {
              "count": 3,
              "rows": [
                {
                  "row": 2,
                  "reference": "r2",
                  "serial": "S2",
                  "product": "pdam",
                  "customer": "***0001",
                  "charged": 2000,
                  "at": "2026-01-05T05:00:00Z",
                  "state": "paid"
                }
              ],
              "next": 2
            }
            """);
    assertThatJson(get(BOOK)).node("rows").isArray().hasSize(3);
    assertThatJson(get(BOOK)).node("next").isAbsent();
    assertThatJson(get(BOOK + "?after=3")).isEqualTo("{\"count\": 3, \"rows\": []}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?limit=0         | limit goes from 1 to 500",
        "?limit=501      | limit goes from 1 to 500",
        "?after=-1        | after is not a count",
        "?after=1&after=2 | a page asks for after and limit once each",
        "?page=1          | a page of the book is asked for with after and limit only",
        "?after           | after is not a count",
        "?after=1&        | a page of the book is asked for with after and limit only",
      })
  void a_page_nobody_can_turn_to_is_refused(String query, String why) throws Exception {
    var heard = caller.ask("GET", BOOK + query, Map.of(), Body.NONE);

    assertThat(heard.status()).isEqualTo(400);
    assertThatJson(text(heard)).node("error").isEqualTo(why);
  }

  private void take(int count) {
    for (int i = 1; i <= count; i++) {
      biller
          .book()
          .take(
              new Row(
                  "r" + i,
                  "0123456789abcdef",
                  "S" + i,
                  "pdam",
                  "***0001",
                  Rupiah.of(i * 1_000L),
                  NOON,
                  NOON,
                  Ending.PAID,
                  "00"));
    }
  }

  private String get(String path) throws Exception {
    var heard = caller.ask("GET", path, Map.of(), Body.NONE);
    assertThat(heard.status()).isEqualTo(200);
    return text(heard);
  }

  private Heard put(String body, int status) throws Exception {
    var heard = caller.ask("PUT", TEMPER, Map.of(), Body.of("application/json", body));
    assertThat(heard.status()).isEqualTo(status);
    return heard;
  }

  private static String text(Heard heard) {
    return new String(heard.body().bytes(), UTF_8);
  }
}
