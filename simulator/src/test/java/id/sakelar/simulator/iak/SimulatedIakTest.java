package id.sakelar.simulator.iak;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.http.Heard;
import id.sakelar.simulator.SimulatedBiller;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.PriceList;
import id.sakelar.wire.iak.PriceListQuestion;
import id.sakelar.wire.iak.PricedProduct;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.Reply.Answered;
import id.sakelar.wire.iak.desc.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A simulated IAK opens whole or not at all, and speaks its dialect even in trouble.
class SimulatedIakTest {
  private static final String PATH = "/api/v1/bill/check";

  @TempDir Path directory;
  private Counter counter;

  @BeforeEach
  void open() throws Exception {
    counter = Counter.open(directory);
  }

  @AfterEach
  void close() throws Exception {
    counter.close();
  }

  @Test
  void a_taken_port_leaves_book_and_inquiries_free() throws Exception {
    int taken = counter.biller.port();
    assertThatThrownBy(() -> second(taken)).isInstanceOf(IllegalStateException.class);

    try (var second = second(0)) {
      assertThat(second.port()).isNotEqualTo(taken);
    }
  }

  @Test
  void two_billers_do_not_share_a_book() {
    assertThatThrownBy(() -> Counter.open(directory))
        .isInstanceOf(IOException.class)
        .hasMessage("the book " + directory.resolve("iak.book") + " is open elsewhere");
  }

  @Test
  void damaged_inquiries_keep_the_biller_shut_and_leave_its_book_free() throws Exception {
    var file = directory.resolve("second.inquiries");
    Files.writeString(file, "{\"tr_id\":\"9732790\"}\n");
    assertThatThrownBy(() -> second(0))
        .isInstanceOf(IOException.class)
        .hasMessage("line 1 of the book " + file + " is no row");

    Files.delete(file);

    second(0).close();
  }

  @Test
  void a_biller_without_clients_does_not_open() {
    assertThatThrownBy(
            () -> new SimulatedIak.Settings("iak", List.of(), directory, 0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a biller has at least one client");
  }

  @Test
  void a_body_that_is_too_long_is_a_payload_error() throws Exception {
    assertPayloadError(counter.hear(PATH, Message.json("x".repeat(40_000))));
  }

  @Test
  void a_body_of_no_known_type_is_refused_in_json() throws Exception {
    assertPayloadError(counter.hear(PATH, Message.of("text/plain", "commands=inq-pasca")));
  }

  @Test
  void every_family_has_a_line_in_the_price_list() throws Exception {
    var products = products(PATH, Format.JSON, Optional.empty());

    assertThat(products).hasSize(22).extracting(PricedProduct::active).containsOnly(true);
    assertThat(products)
        .extracting(it -> Family.of(it.code()).orElseThrow())
        .containsAll(EnumSet.allOf(Family.class));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void a_price_list_of_one_kind_has_no_other(Format format) throws Exception {
    assertThat(products(PATH + "/bpjs", format, Optional.empty()))
        .extracting(PricedProduct::code)
        .containsExactly("BPJS", "BPJSTK", "BPJSTKPU");
  }

  @ParameterizedTest
  @CsvSource({"Sumatera Utara, PDAMKOTA.MEDAN", "Jawa Timur, PDAMKOTA.SURABAYA"})
  void a_price_list_of_one_province_has_no_other(String province, String code) throws Exception {
    assertThat(products(PATH + "/pdam", Format.XML, Optional.of(province)))
        .extracting(PricedProduct::code)
        .containsExactly(code);
  }

  private static void assertPayloadError(Heard heard) throws Exception {
    assertThat(heard.status()).isEqualTo(400);
    assertThatJson(Counter.message(heard).text())
        .isEqualTo(
            """
            {"data": {"response_code": "107", "message": "Format data tidak valid"}, "meta": []}
            """);
  }

  private SimulatedBiller second(int port) throws IOException {
    var clients = List.of(new Client(Counter.ACCOUNT, Scheme.A));
    var settings =
        new SimulatedIak.Settings("second", clients, directory, port, Duration.ofSeconds(20));
    return SimulatedIak.open(settings, InstantSource.system(), new SplittableRandom(1));
  }

  private List<PricedProduct> products(String path, Format format, Optional<String> province)
      throws Exception {
    var words = Iak.in(format).priceList();
    var whole = PriceListQuestion.by(Counter.ACCOUNT);
    var asked = new PriceListQuestion(whole.username(), Optional.empty(), province, whole.sign());
    var heard = counter.hear(path, words.question().write(asked));
    Reply<PriceList> reply = words.answer().read(Counter.message(heard));
    return ((Answered<PriceList>) reply).answer().products();
  }
}
