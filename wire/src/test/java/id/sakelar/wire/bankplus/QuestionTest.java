package id.sakelar.wire.bankplus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is taken for a question, and what is not.
class QuestionTest {
  private static final String DEPOSIT =
      """
      {"toAccount": "14047", "name": "ardha", "amount": %s, "narration": "test",
       "pin_transaksi": "359569"}
      """;

  private static final String TRANSFER =
      """
      {"account_number": "4447", "account_name": "ARDHA HERDIANTO", "amount": 50000,
       "admin_fee": %s, "pin": "359569"}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"25000", "\"25000\""})
  void an_amount_comes_with_quotes_or_without(String amount) throws Garbled {
    assertThat(deposit(amount).amount()).isEqualTo(Rupiah.of(25_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"25.000\"",
        "25.000",
        "\"25,000\"",
        "\"25000.00\"",
        "25000.0",
        "2.5e4",
        "\"2.5e4\"",
        "0",
        "\"0\"",
        "-25000",
        "\"-25000\"",
        "\"+25000\"",
        "\" 25000\"",
        "\"25000 \"",
        "\"025000\"",
        "\"0x61A8\"",
        "\"\"",
        "null",
        "true",
        "[25000]",
        "{}",
        "\"Rp25000\"",
        "\"٢٥٠٠٠\"",
        "\"２５０００\"",
        "99999999999999",
        "\"99999999999999\"",
        "\"9223372036854775808\"",
        "\"25000\\u0000\"",
        "NaN",
        "Infinity"
      })
  void an_amount_in_any_other_form_is_refused(String amount) {
    var garbled = assertThrows(Garbled.class, () -> deposit(amount));

    assertThat(Sentence.of(garbled).message())
        .isIn("Parameter amount tidak valid.", "Format data tidak valid.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1.000\"", "1000.0", "-1", "\"\"", "null"})
  void a_fee_in_any_other_form_is_refused(String fee) {
    var garbled =
        assertThrows(Garbled.class, () -> read(Bankplus.INTRABANK_PAYMENT, TRANSFER, fee));

    assertThat(garbled.field()).contains("admin_fee");
  }

  @Test
  void a_fee_may_be_nothing() throws Garbled {
    assertThat(read(Bankplus.INTRABANK_PAYMENT, TRANSFER, "0").adminFee()).isEqualTo(Rupiah.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 4447", "44-47", "4447\\n", "4447;--", "../4447", "４４４７", "44 47"})
  void an_account_is_letters_and_digits(String account) {
    var body = "{\"accountNum\": \"" + account + "\"}";

    assertThrows(Garbled.class, () -> read(Bankplus.CHECK_ACCOUNT, body));
  }

  @ParameterizedTest
  @CsvSource({"2020-1", "2020-13", "2020-00", "20-01", "2020-01-01", "202001", "'2020-01 '"})
  void a_month_is_a_year_and_a_month(String month) {
    var garbled =
        assertThrows(
            Garbled.class, () -> read(Bankplus.BSA_GRAPH, "{\"month\": \"" + month + "\"}"));

    assertThat(garbled).hasMessage("month is not a month");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "",
        "application/json; charset=utf-16"
      })
  void a_body_that_is_not_said_to_be_json_is_not_read(String type) {
    var message = Message.of(type, "{\"accountNum\": \"4447\"}");

    assertThrows(Garbled.class, () -> Bankplus.CHECK_ACCOUNT.question().read(message));
  }

  @Test
  void a_question_without_parameters_needs_no_body_and_ignores_what_comes() throws Garbled {
    var question = Bankplus.LOGOUT.question();

    assertThat(question.read(Message.of("", ""))).isEqualTo(new Blank());
    assertThat(question.read(Message.json("{\"a\": 1}"))).isEqualTo(new Blank());
    assertThrows(Garbled.class, () -> question.read(Message.json("[]")));
    assertThrows(Garbled.class, () -> question.read(Message.json("{\"a\": 1, \"a\": 1}")));
  }

  @Test
  void a_pin_is_changed_with_the_old_one_or_with_the_password() throws Garbled {
    var both = "{\"old\": \"359569\", \"password\": \"T6jkl4ss\", \"new\": \"111222\"}";
    var neither = "{\"new\": \"111222\"}";

    assertThrows(Garbled.class, () -> read(Bankplus.CHANGE_PIN, both));
    assertThrows(Garbled.class, () -> read(Bankplus.CHANGE_PIN, neither));
    assertThat(read(Bankplus.CHANGE_PIN, "{\"password\": \"T6jkl4ss\", \"new\": \"111222\"}").old())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "1234567", "12345a", "", "١٢٣٤٥٦"})
  void a_pin_to_be_has_six_digits(String pin) {
    var body = "{\"old\": \"359569\", \"new\": \"" + pin + "\"}";

    var garbled = assertThrows(Garbled.class, () -> read(Bankplus.CHANGE_PIN, body));

    assertThat(garbled).hasMessage("new is not six digits");
  }

  @Test
  void what_cannot_be_read_is_blamed_on_a_field_and_never_shown() {
    var garbled = assertThrows(Garbled.class, () -> deposit("\"359569 rupiah\""));

    assertThat(garbled).hasMessage("amount is not an amount of whole rupiah");
    assertThat(Sentence.of(garbled).message()).isEqualTo("Parameter amount tidak valid.");
    assertThat(Sentence.of(Garbled.message("the body is not JSON")).message())
        .isEqualTo("Format data tidak valid.");
  }

  private static DepositAccount deposit(String amount) throws Garbled {
    return read(Bankplus.DEPOSIT_ACCOUNT, DEPOSIT, amount);
  }

  private static <Q> Q read(Service<Q, ?> service, String body, String value) throws Garbled {
    return read(service, body.replace("%s", value));
  }

  private static <Q> Q read(Service<Q, ?> service, String body) throws Garbled {
    return service.question().read(Message.json(body));
  }
}
