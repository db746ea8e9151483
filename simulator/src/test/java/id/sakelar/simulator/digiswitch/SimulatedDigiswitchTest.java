package id.sakelar.simulator.digiswitch;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.simulator.SimulatedBiller;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.PriceList;
import id.sakelar.wire.digiswitch.PriceListQuestion;
import id.sakelar.wire.digiswitch.PriceListQuestion.Kind;
import id.sakelar.wire.digiswitch.PricedProduct;
import id.sakelar.wire.digiswitch.Reply;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.desc.Family;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A simulated Digiswitch opens whole or not at all, and speaks its dialect even in trouble.
class SimulatedDigiswitchTest {
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
  void a_taken_port_leaves_the_book_free() throws Exception {
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
        .hasMessage("the book " + directory.resolve("digiswitch.book") + " is open elsewhere");
  }

  @Test
  void a_body_that_is_too_long_is_a_payload_error() throws Exception {
    var path = Digiswitch.in(Spelling.DIGISWITCH).transaction().path();

    var heard = counter.hear(path, Message.json("x".repeat(40_000)));

    assertThat(heard.status()).isEqualTo(400);
    assertThatJson(Counter.message(heard).text())
        .isEqualTo(
            """
            {"data": {"rc": "40", "message": "Format data tidak valid", "status": "Gagal"}}
            """);
  }

  @Test
  void every_family_has_a_line_in_the_price_list_of_either_spelling() throws Exception {
    for (Spelling spelling : Spelling.values()) {
      var codes = Arrays.stream(Family.values()).map(family -> family.code(spelling)).toList();

      assertThat(products(spelling, Optional.empty()))
          .extracting(PricedProduct::code)
          .isEqualTo(codes);
    }
  }

  @Test
  void a_price_list_of_one_brand_has_no_other() throws Exception {
    assertThat(products(Spelling.DIGISWITCH, Optional.of("BPJS KETENAGAKERJAAN")))
        .extracting(PricedProduct::code)
        .containsExactly("bpjstk", "bpjstkpu");
  }

  private SimulatedBiller second(int port) throws IOException {
    var settings =
        new SimulatedDigiswitch.Settings(
            "second", Counter.ACCOUNT, directory, port, Duration.ofSeconds(20));
    return SimulatedDigiswitch.open(settings, InstantSource.system(), new SplittableRandom(1));
  }

  private List<PricedProduct> products(Spelling spelling, Optional<String> brand) throws Exception {
    var whole = PriceListQuestion.by(Counter.ACCOUNT, Kind.POSTPAID);
    var asked =
        new PriceListQuestion(
            whole.kind(), whole.username(), Optional.empty(), brand, whole.sign());
    var reply = counter.tell(Digiswitch.in(spelling).priceList(), asked);
    return ((Reply.Answered<PriceList>) reply).answer().products();
  }
}
