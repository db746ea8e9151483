package id.sakelar.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The readers of single fields: lenient in form, strict in meaning.
class FieldsTest {
  private final StrictJson json = new StrictJson(Limits.QUESTION);

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "25000, 25000",
    "9999999999999, 9999999999999",
    "'\"25000\"', 25000",
    "'\"0\"', 0"
  })
  void an_amount_is_digits_in_quotes_or_not(String written, long whole) throws Garbled {
    assertThat(fields("{\"a\":" + written + "}").amount("a")).isEqualTo(Rupiah.of(whole));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "-0",
        "1.0",
        "25.000",
        "1e5",
        "1E-99999999",
        "10000000000000",
        "\"\"",
        "\" 1\"",
        "\"1 \"",
        "\"+1\"",
        "\"-1\"",
        "\"01\"",
        "\"25.000\"",
        "\"25,000\"",
        "\"Rp25000\"",
        "\"1e5\"",
        "\"0x1F\"",
        "\"\u0661\u0662\"",
        "\"\uFF11\"",
        "\"9223372036854775808\""
      })
  void an_amount_is_never_guessed(String written) {
    assertThatThrownBy(() -> fields("{\"a\":" + written + "}").amount("a"))
        .isInstanceOf(Garbled.class)
        .hasMessage("a is not an amount of whole rupiah");
  }

  @ParameterizedTest
  @CsvSource({
    "500, 50000",
    "-500, -50000",
    "90000.0, 9000000",
    "602577171334.84, 60257717133484",
    "-0.05, -5",
    "'\"0.5\"', 50",
    "9999999999999999.99, 999999999999999999"
  })
  void a_balance_may_have_sen_and_be_below_zero(String written, long sen) throws Garbled {
    assertThat(fields("{\"a\":" + written + "}").balance("a")).isEqualTo(new Rupiah(sen));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.005",
        "1e5",
        "\"1.\"",
        "\".5\"",
        "\"--1\"",
        "\"1.2.3\"",
        "\"\"",
        "\"-\"",
        "\"01\""
      })
  void a_third_decimal_is_garbled_and_never_rounded(String written) {
    assertThatThrownBy(() -> fields("{\"a\":" + written + "}").balance("a"))
        .isInstanceOf(Garbled.class)
        .hasMessage("a is not a balance in rupiah");
  }

  @Test
  void a_count_has_nine_digits_at_most() throws Garbled {
    assertThat(fields("{\"a\":999999999}").count("a")).isEqualTo(999_999_999);
    assertThat(fields("{\"a\":\"2\"}").count("a")).isEqualTo(2);
    assertThatThrownBy(() -> fields("{\"a\":1000000000}").count("a"))
        .isInstanceOf(Garbled.class)
        .hasMessage("a is not a count");
  }

  @Test
  void null_is_absent() throws Garbled {
    var fields = fields("{\"a\":null}");

    assertThat(fields.findText("a")).isEmpty();
    assertThat(fields.findAmount("a")).isEmpty();
    assertThat(fields.flag("a")).isFalse();
    assertThatThrownBy(() -> fields.text("a"))
        .isInstanceOf(Garbled.class)
        .hasMessage("a is missing");
  }

  @Test
  void a_text_of_digits_may_lack_its_quotes_and_no_other_may() throws Garbled {
    assertThat(fields("{\"a\":530000000001}").text("a")).isEqualTo("530000000001");
    for (String other : List.of("-1", "1.5", "true", "[]", "{}")) {
      assertThatThrownBy(() -> fields("{\"a\":" + other + "}").text("a"))
          .isInstanceOf(Garbled.class)
          .hasMessage("a is not a text");
    }
  }

  @Test
  void a_flag_is_true_or_false_in_quotes_or_not() throws Garbled {
    assertThat(fields("{\"a\":true}").flag("a")).isTrue();
    assertThat(fields("{\"a\":\"true\"}").flag("a")).isTrue();
    assertThat(fields("{\"a\":false}").flag("a")).isFalse();
    assertThat(fields("{\"a\":\"false\"}").flag("a")).isFalse();
    assertThat(fields("{}").flag("a")).isFalse();
    for (String other : List.of("1", "0", "\"1\"", "\"\"", "\"True\"", "[]", "{}")) {
      assertThatThrownBy(() -> fields("{\"a\":" + other + "}").flag("a"))
          .isInstanceOf(Garbled.class)
          .hasMessage("a is neither true nor false");
    }
  }

  @Test
  void a_field_with_two_names_has_one_value() throws Garbled {
    assertThat(fields("{\"a\":\"x\"}").either("a", "b")).isEqualTo("a");
    assertThat(fields("{\"b\":\"x\"}").either("a", "b")).isEqualTo("b");
    assertThat(fields("{\"a\":\"x\",\"b\":\"x\"}").either("a", "b")).isEqualTo("a");
    assertThat(fields("{}").either("a", "b")).isEqualTo("a");
    assertThatThrownBy(() -> fields("{\"a\":\"x\",\"b\":\"y\"}").either("a", "b"))
        .isInstanceOf(Garbled.class)
        .hasMessage("a and b differ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "é", "a\u0000", "a'", "<a>", "\u0661"})
  void a_reference_keeps_to_its_alphabet(String word) {
    assertThat(Alphabet.REFERENCE.holds(word)).isFalse();
  }

  @Test
  void a_reference_has_1_to_64_characters() {
    assertThat(Alphabet.REFERENCE.holds("Az09._:-")).isTrue();
    assertThat(Alphabet.REFERENCE.holds("r".repeat(64))).isTrue();
    assertThat(Alphabet.REFERENCE.holds("r".repeat(65))).isFalse();
  }

  @Test
  void a_number_shows_its_last_four_characters() {
    assertThat(Masked.lastFour("530000000001")).isEqualTo("********0001");
    assertThat(Masked.lastFour("12345")).isEqualTo("*2345");
    assertThat(Masked.lastFour("1234")).isEqualTo("****");
    assertThat(Masked.lastFour("")).isEmpty();
  }

  @Test
  void what_xml_repeats_is_a_list_however_often() throws Garbled {
    var fields =
        fields("{\"none\":null,\"one\":{\"b\":1},\"two\":[{\"b\":1},{\"b\":2}],\"t\":\"x\"}");

    assertThat(fields.repeated("none", it -> it.text("b"))).isEmpty();
    assertThat(fields.repeated("one", it -> it.text("b"))).containsExactly("1");
    assertThat(fields.repeated("two", it -> it.text("b"))).containsExactly("1", "2");
    assertThat(fields.repeatedTexts("none")).isEmpty();
    assertThat(fields.repeatedTexts("t")).containsExactly("x");
    assertThat(fields("{\"t\":[\"x\",7]}").repeatedTexts("t")).containsExactly("x", "7");
    assertThatThrownBy(() -> fields.repeated("t", it -> it.text("b")))
        .isInstanceOf(Garbled.class)
        .hasMessage("t is not an object");
    assertThatThrownBy(() -> fields.repeatedTexts("two"))
        .isInstanceOf(Garbled.class)
        .hasMessage("two is not a text");
  }

  @Test
  void an_amount_that_cannot_be_read_again_is_not_written() {
    for (Rupiah amount :
        List.of(new Rupiah(1_250_005), Rupiah.of(-1), Rupiah.of(10_000_000_000_000L))) {
      assertThatThrownBy(() -> new Draft().amount("price", amount))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("price cannot (carry the sen of|be written as) -?Rp[0-9.]+");
    }
    assertThatThrownBy(() -> new Draft().balance("balance", new Rupiah(-50)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("balance cannot carry the sen of -Rp0.50");
  }

  private Fields fields(String body) throws Garbled {
    return new Fields(json.read(Message.json(body)));
  }
}
