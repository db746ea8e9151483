package id.sakelar.simulator.iak;

import static id.sakelar.simulator.iak.Counter.answer;
import static id.sakelar.simulator.iak.Counter.code;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row;
import id.sakelar.simulator.Row.State;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Payment;
import id.sakelar.wire.iak.Status;
import id.sakelar.wire.iak.desc.Family;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Every published test number has the outcome it was published with, in its scheme, and costs what
/// its product costs.
class PublishedNumbersTest {
  private static final String NUMBERS = "/id/sakelar/simulator/iak/published-numbers.csv";
  private static final String MONEY = "/id/sakelar/simulator/iak/published-money.csv";
  private static final Instant NOON = Instant.parse("2026-01-05T05:00:00Z");

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

  @ParameterizedTest
  @CsvFileSource(resources = NUMBERS, numLinesToSkip = 1)
  void a_published_number_has_its_outcome(
      Scheme scheme, String code, String number, String inquiry, String payment, String ending)
      throws Exception {
    counter.askBy(scheme);

    var quoted = counter.inquire(code, number, "ref-1");

    assertThat(code(quoted)).isEqualTo(inquiry);
    if (inquiry.equals("00")) {
      assertPays(answer(quoted).echo().trId(), payment, ending);
    } else {
      assertThat(code(counter.status("ref-1"))).isEqualTo("06");
    }
  }

  private void assertPays(long trId, String payment, String ending) throws Exception {
    assertThat(code(counter.status("ref-1"))).isEqualTo("42");
    assertThat(code(counter.pay(trId))).isEqualTo(payment);
    assertThat(code(counter.pay(trId))).isEqualTo(payment);

    counter.pass(Counter.PENDING_FOR);

    assertThat(code(counter.pay(trId))).isEqualTo(ending);
    var known = answer(counter.status("ref-1"));
    boolean paid = ending.equals("00");
    assertThat(known.verdict().responseCode()).isEqualTo(paid ? "00" : "37");
    assertThat(known.booking().status()).contains(paid ? Status.SUCCESS : Status.FAILED);
    assertThat(counter.rows())
        .extracting(it -> it.state(NOON.plus(Counter.PENDING_FOR)))
        .containsExactly(paid ? State.PAID : State.FAILED);
    assertThat(counter.biller.book().charged(NOON.plus(Counter.PENDING_FOR)))
        .isEqualTo(paid ? known.owed().sellingPrice() : Rupiah.ZERO);
  }

  @ParameterizedTest
  @CsvFileSource(resources = MONEY, numLinesToSkip = 1)
  void a_published_bill_comes_to_what_is_published(
      String code, String number, long nominal, long admin, long price, long sellingPrice)
      throws Exception {
    var answer = answer(counter.inquire(code, number, "ref-1"));

    assertThat(answer.owed().nominal()).isEqualTo(Rupiah.of(nominal));
    assertThat(answer.owed().admin()).isEqualTo(Rupiah.of(admin));
    assertThat(answer.owed().price()).isEqualTo(Rupiah.of(price));
    assertThat(answer.owed().sellingPrice()).isEqualTo(Rupiah.of(sellingPrice));
    assertThat(code(counter.pay(answer.echo().trId()))).isEqualTo("00");
    assertThat(counter.rows()).extracting(Row::price).containsExactly(Rupiah.of(sellingPrice));
  }

  @ParameterizedTest
  @CsvFileSource(resources = MONEY, numLinesToSkip = 1)
  void json_and_xml_tell_the_same(String code, String number) throws Exception {
    long trId =
        answer(counter.ask(Format.XML, counter.inquiry(code, number, "ref-1"))).echo().trId();
    var inJson = answer(counter.pay(trId));

    var inXml = answer(counter.ask(Format.XML, Payment.by(Counter.ACCOUNT, trId)));

    assertThat(inXml.echo()).isEqualTo(inJson.echo());
    assertThat(inXml.booking()).isEqualTo(inJson.booking());
    assertThat(inXml.owed().price()).isEqualTo(inJson.owed().price());
    var family = Family.of(code).orElseThrow();
    assertThat(family.read(inXml.owed().desc())).isEqualTo(family.read(inJson.owed().desc()));
    assertThat(inXml.owed().trName()).isEqualTo(inJson.owed().trName());
  }
}
