package id.sakelar.simulator.digiswitch;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Json.Numeral;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.Command;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Spelling;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Every published test number has the outcome it was published with, in both spellings, for real
/// and as a test.
class PublishedNumbersTest {
  private static final String TABLE = "/id/sakelar/simulator/digiswitch/published-numbers.csv";

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
  @CsvFileSource(resources = TABLE, numLinesToSkip = 1)
  void a_published_number_has_its_outcome(
      String code, String number, String inquiry, String payment, String ending, int sheets)
      throws Exception {
    assertThat(rc(counter.inquire(code, number, "ref-1"))).isEqualTo(inquiry);
    var paid = counter.pay(code, number, "ref-1");
    assertThat(rc(paid)).isEqualTo(payment);
    assertThat(rc(counter.status(code, number, "ref-1"))).isEqualTo(payment);

    counter.pass(Counter.PENDING_FOR);

    var known = counter.status(code, number, "ref-1");
    assertThat(rc(known)).isEqualTo(ending);
    assertThat(known.verdict().knownStatus())
        .isEqualTo(known.verdict().knownCode().map(ResponseCode::status));
    assertThat(counter.pay(code, number, "ref-1")).isEqualTo(known);
    assertSheets(known, sheets);
    assertThat(counter.biller.book().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvFileSource(resources = TABLE, numLinesToSkip = 1)
  void a_test_call_says_the_same_and_books_nothing(
      String code, String number, String inquiry, String payment, String ending, int sheets)
      throws Exception {
    var spelling = Spelling.DIGIFLAZZ;
    var inquiryInTest = Counter.asks(Command.INQUIRY, code, number, "ref-1").inTest();
    var paymentInTest = Counter.asks(Command.PAYMENT, code, number, "ref-1").inTest();

    assertThat(rc(counter.ask(spelling, inquiryInTest))).isEqualTo(inquiry);
    assertThat(rc(counter.ask(spelling, paymentInTest))).isEqualTo(payment);
    counter.pass(Counter.PENDING_FOR);
    var known = counter.ask(spelling, paymentInTest);

    assertThat(rc(known)).isEqualTo(ending);
    assertSheets(known, sheets);
    assertThat(counter.biller.book().count()).isZero();
    assertThat(rc(counter.status(code, number, "ref-1"))).isEqualTo("50");
  }

  private static String rc(Answer answer) {
    return answer.verdict().rc();
  }

  private static void assertSheets(Answer answer, int sheets) throws Exception {
    if (sheets == 0) {
      assertThat(answer.bill().price()).isEmpty();
      return;
    }
    assertThat(answer.bill().admin()).contains(Rupiah.of(2_500L * sheets));
    assertThat(answer.bill().desc().orElseThrow().fields().get("lembar_tagihan"))
        .isEqualTo(new Numeral(Integer.toString(sheets)));
  }
}
