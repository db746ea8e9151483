package id.sakelar.wire.bankplus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Codec;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the switcher can be asked, and what it cannot.
class SwitcherQuestionTest {
  private static final String TRANSFER =
      """
      {"refnum": %s, "paymentCode": "49d9e746267815261ccb61b83c4868a9", "sourceBank": %s,
       "sourceAccount": %s, "amount": %s, "remark": %s}
      """;

  @Test
  void a_transfer_reads_as_printed() throws Garbled {
    assertThat(transfer("\"2006051013592980\"", "\"BRINIDJA\"", "\"8888\"", "1000", "\"x\""))
        .isEqualTo(
            new SwitcherTransfer(
                Optional.of("2006051013592980"),
                "49d9e746267815261ccb61b83c4868a9",
                "BRINIDJA",
                "8888",
                Rupiah.of(1000),
                "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null"})
  void a_reference_may_be_left_to_the_switcher(String refnum) throws Garbled {
    assertThat(transfer(refnum, "\"BRINIDJA\"", "\"8888\"", "1000", "\"x\"").refnum()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"20060510135929\"", "\"200605101359298\"", "2006051013592980"})
  void a_reference_has_14_to_16_digits(String refnum) throws Garbled {
    assertThat(transfer(refnum, "\"BRINIDJA\"", "\"8888\"", "1000", "\"x\"").refnum())
        .contains(refnum.replace("\"", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2006051013592\"",
        "\"20060510135929801\"",
        "\" 2006051013592980\"",
        "\"2006051013592980 \"",
        "\"200605101359298x\"",
        "\"-200605101359298\"",
        "\"２００６０５１０１３５９２９８０\"",
        "2.006051013592980",
        "[]",
        "{}",
        "true",
        "\"{{refnum}}\""
      })
  void any_other_reference_is_refused(String refnum) {
    refused("refnum", refnum, "\"BRINIDJA\"", "\"8888\"", "1000", "\"x\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"BRINIDJA\"", "\"CENAIDJA\"", "\"BBBAID2J\"", "\"002\"", "132"})
  void a_bank_is_a_bic_or_three_digits(String bank) throws Garbled {
    assertThat(transfer("\"\"", bank, "\"8888\"", "1000", "\"x\"").sourceBank())
        .isEqualTo(bank.replace("\"", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"BRI\"",
        "\"brinidja\"",
        "\"BRINIDJAXXX\"",
        "\"02\"",
        "\"0002\"",
        "\"\"",
        "null",
        "2",
        "\"BRINIDJ\\u0001\"",
        "\"BRINİDJA\""
      })
  void any_other_bank_is_refused(String bank) {
    refused("sourceBank", "\"\"", bank, "\"8888\"", "1000", "\"x\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "null",
        "\"8888 0100\"",
        "\"8888-0100\"",
        "\"' OR '1'='1\"",
        "\"٨٨٨٨\"",
        "\"88888888888888888888888888888888888\"",
        "8.8",
        "-8"
      })
  void an_account_of_anything_but_digits_and_letters_is_refused(String account) {
    refused("sourceAccount", "\"\"", "\"BRINIDJA\"", account, "1000", "\"x\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000", "\"1000\""})
  void an_amount_is_a_number_or_digits(String amount) throws Garbled {
    assertThat(transfer("\"\"", "\"BRINIDJA\"", "\"8888\"", amount, "\"x\"").amount())
        .isEqualTo(Rupiah.of(1000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "\"0\"",
        "-1",
        "\"-1\"",
        "1000.0",
        "1000.5",
        "1e3",
        "\"1e3\"",
        "\"25.000\"",
        "\"25,000\"",
        "\"+1000\"",
        "\" 1000\"",
        "\"1000 \"",
        "\"01000\"",
        "\"0x3e8\"",
        "\"\"",
        "null",
        "true",
        "[1000]",
        "10000000000000",
        "\"10000000000000\"",
        "9223372036854775808",
        "\"١٠٠٠\"",
        "\"Rp1000\""
      })
  void any_other_amount_is_refused(String amount) {
    refused("amount", "\"\"", "\"BRINIDJA\"", "\"8888\"", amount, "\"x\"");
  }

  @Test
  void the_largest_amount_has_thirteen_digits() throws Garbled {
    assertThat(transfer("\"\"", "\"002\"", "\"8888\"", "9999999999999", "\"x\"").amount())
        .isEqualTo(Rupiah.of(9_999_999_999_999L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\"   \"",
        "null",
        "\"a\\nb\"",
        "\"a\\u0007b\"",
        "\"a\\u202eb\"",
        "\"a\\u200bb\"",
        "\"a\\u2028b\"",
        "{}"
      })
  void a_remark_that_cannot_be_printed_is_refused(String remark) {
    refused("remark", "\"\"", "\"BRINIDJA\"", "\"8888\"", "1000", remark);
  }

  @Test
  void a_remark_has_at_most_a_hundred_characters() throws Garbled {
    var hundred = "é".repeat(100);

    assertThat(transfer("\"\"", "\"002\"", "\"8888\"", "1000", '"' + hundred + '"').remark())
        .isEqualTo(hundred);
    refused("remark", "\"\"", "\"002\"", "\"8888\"", "1000", '"' + hundred + "x\"");
  }

  @Test
  void a_payment_code_is_not_read_as_anything_else() {
    for (String code :
        new String[] {"\"\"", "null", "\"49d9 e746\"", "\"" + "a".repeat(65) + "\""}) {
      var body = TRANSFER.replace("\"49d9e746267815261ccb61b83c4868a9\"", code);
      var question = body.formatted("\"\"", "\"002\"", "\"8888\"", "1000", "\"x\"");

      assertThat(garbled(Switcher.TRANSFER.question(), question).field()).contains("paymentCode");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001", "\"1001\""})
  void a_journal_is_digits(String journal) throws Garbled {
    var question = "{\"refnumTarget\": \"2004211931426110\", \"journal\": " + journal + "}";

    assertThat(Switcher.REVERSAL.question().read(Message.json(question)))
        .isEqualTo(new SwitcherReversal(Optional.empty(), "2004211931426110", "1001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"\"", "0", "\"01\"", "-1", "1.5", "\"1234567890123456789\"", "null", "\"x\""})
  void any_other_journal_is_refused(String journal) {
    var question = "{\"refnumTarget\": \"2004211931426110\", \"journal\": " + journal + "}";

    assertThat(garbled(Switcher.REVERSAL.question(), question).field()).contains("journal");
  }

  @Test
  void a_check_and_the_target_of_a_reversal_have_a_reference() {
    assertThat(garbled(Switcher.CHECK.question(), "{\"refnum\": \"\"}").field()).contains("refnum");
    assertThat(garbled(Switcher.REVERSAL.question(), "{\"journal\": \"1\"}").field())
        .contains("refnumTarget");
  }

  @Test
  void a_field_twice_is_no_question() {
    var twice = "{\"refnum\": \"2004211931426110\", \"refnum\": \"2004211931426111\"}";

    assertThat(SwitcherSentence.of(garbled(Switcher.CHECK.question(), twice)))
        .isEqualTo(SwitcherSentence.FORMAT);
  }

  @Test
  void nothing_that_is_a_secret_or_belongs_to_a_person_is_printed() throws Garbled {
    var transfer = transfer("\"\"", "\"BRINIDJA\"", "\"888801000157508\"", "1000", "\"Arisan\"");
    var inquiry = new SwitcherInquiry(Optional.empty(), "BRINIDJA", "888801000157508");

    assertThat(transfer).hasToString("SwitcherTransfer[BRINIDJA, ***********7508, Rp1000]");
    assertThat(inquiry).hasToString("SwitcherInquiry[BRINIDJA, ***********7508]");
  }

  private static SwitcherTransfer transfer(
      String refnum, String bank, String account, String amount, String remark) throws Garbled {
    return Switcher.TRANSFER
        .question()
        .read(Message.json(TRANSFER.formatted(refnum, bank, account, amount, remark)));
  }

  private static void refused(
      String field, String refnum, String bank, String account, String amount, String remark) {
    var question = TRANSFER.formatted(refnum, bank, account, amount, remark);

    assertThat(garbled(Switcher.TRANSFER.question(), question).field()).contains(field);
  }

  private static Garbled garbled(Codec<?> codec, String question) {
    return assertThrows(Garbled.class, () -> codec.read(Message.json(question)));
  }
}
