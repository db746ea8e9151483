package id.sakelar.wire.digiswitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Reply.Answered;
import id.sakelar.wire.digiswitch.Reply.Refused;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What clients and billers really send, beyond the published examples.
class TransactionTest {
  private static final Account USER = new Account("user", "key");

  @ParameterizedTest
  @EnumSource
  void both_keys_of_the_command_and_the_product_are_read(Spelling spelling) throws Garbled {
    var plain = Transaction.by(USER, Command.PAYMENT, "pln", "530000000001", "r1");
    String sign = plain.sign();

    for (String command : new String[] {"command", "commands"}) {
      for (String product : new String[] {"code", "buyer_sku_code"}) {
        assertThat(
                asked(
                    spelling,
                    """
                    {"%s":"pay-pasca","username":"user","%s":"pln","customer_no":"530000000001",
                     "ref_id":"r1","sign":"%s"}
                    """
                        .formatted(command, product, sign)))
            .isEqualTo(plain);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_clients_add_is_ignored_and_what_they_leave_bare_is_read(Spelling spelling)
      throws Garbled {
    assertThat(
            asked(
                spelling,
                """
                {"commands":"inq-pasca","username":"user","buyer_sku_code":"emoney","name":"x",
                 "customer_no":530000000001,"ref_id":17,"msg":null,"allow_dot":true,"Bank":"BCA",
                 "max_price":1e5,"testing":"true","amount":"50000","year":"2019","sign":"00"}
                """))
        .isEqualTo(
            new Transaction(
                Command.INQUIRY,
                "user",
                "emoney",
                "530000000001",
                "17",
                true,
                Optional.of(Rupiah.of(50_000)),
                Optional.of(2019),
                "00"));
  }

  @Test
  void no_command_at_all_is_a_top_up() throws Garbled {
    assertThat(asked(Spelling.DIGISWITCH, question("")).command()).isEqualTo(Command.TOP_UP);
    assertThat(asked(Spelling.DIGISWITCH, question("\"command\":null,")).command())
        .isEqualTo(Command.TOP_UP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"command\":\"PAY-PASCA\", | command is no command | PAYLOAD",
        "\"command\":\"inq-pasca\",\"commands\":\"pay-pasca\", | command and commands differ |"
            + " PAYLOAD",
        "\"code\":\"a b\", | code is not 1 to 64 characters of its alphabet | PRODUCT",
        "\"amount\":\"25.000\", | amount is not an amount of whole rupiah | AMOUNT",
        "\"amount\":-1, | amount is not an amount of whole rupiah | AMOUNT",
        "\"year\":\"MMXIX\", | year is not a count | PAYLOAD",
        "\"testing\":1, | testing is neither true nor false | PAYLOAD"
      })
  void a_question_that_cannot_be_read_says_why(String fields, String why, ResponseCode code) {
    assertThatThrownBy(() -> asked(Spelling.DIGISWITCH, question(fields)))
        .isInstanceOf(Garbled.class)
        .hasMessage(why)
        .extracting(it -> ResponseCode.of((Garbled) it))
        .isEqualTo(code);
  }

  @Test
  void the_parts_of_a_customer_number_may_have_blanks_around_them() {
    assertThat(
            Transaction.by(USER, Command.PAYMENT, "samsat", "9658548523568703, 0212", "r1")
                .customerParts())
        .containsExactly("9658548523568703", "0212");
  }

  @Test
  void a_refusal_without_a_transaction_is_told_from_an_answer() throws Garbled {
    assertThat(answered("{\"data\":{\"rc\":\"41\",\"message\":\"Signature\"}}"))
        .isEqualTo(new Refused<Answer>("41", "Signature", Optional.empty()));
  }

  @Test
  void a_failure_says_six_words_and_digiswitch_an_empty_serial_number() {
    var failure = Reply.answered(Answer.of(new Echo("r1", "1", "pln"), ResponseCode.FAILURE));

    assertThat(Digiswitch.in(Spelling.DIGIFLAZZ).transaction().answer().write(failure).text())
        .isEqualTo(
            """
            {"data":{"ref_id":"r1","customer_no":"1","buyer_sku_code":"pln",\
            "message":"Transaksi Gagal","status":"Gagal","rc":"02"}}\
            """);
    assertThat(Digiswitch.in(Spelling.DIGISWITCH).transaction().answer().write(failure).text())
        .isEqualTo(
            """
            {"data":{"ref_id":"r1","customer_no":"1","code":"pln",\
            "message":"Transaksi Gagal","status":"Gagal","sn":"","rc":"02"}}\
            """);
  }

  @Test
  void a_contradiction_is_handed_on_as_it_came() throws Garbled {
    var verdict =
        assertAnswered(
                """
                {"data":{"ref_id":"r1","customer_no":"1","buyer_sku_code":"pln",
                 "message":"?","status":"Sukses","rc":"02","buyer_last_saldo":90000.5}}
                """)
            .verdict();

    assertThat(verdict).isEqualTo(new Verdict("?", "Sukses", "02"));
    assertThat(verdict.knownStatus()).contains(Status.SUCCESS);
    assertThat(verdict.knownCode()).contains(ResponseCode.FAILURE);
    assertThat(new Verdict("", "sukses", "2").knownStatus()).isEmpty();
    assertThat(new Verdict("", "sukses", "2").knownCode()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | data is missing",
        "{\"data\":null} | data is missing",
        "{\"data\":[]} | data is not an object",
        "{\"data\":{}} | rc is missing",
        "{\"data\":{\"ref_id\":\"r1\"}} | customer_no is missing",
        "{\"data\":{\"ref_id\":\"r1\",\"customer_no\":\"1\",\"code\":\"pln\",\"rc\":\"00\"}} |"
            + " message is missing"
      })
  void an_answer_that_lacks_a_word_is_garbled(String body, String why) {
    assertThatThrownBy(() -> answered(body)).isInstanceOf(Garbled.class).hasMessage(why);
  }

  @Test
  void an_answer_prints_neither_number_nor_name() throws Garbled {
    var answer =
        assertAnswered(
            """
            {"data":{"ref_id":"r1","customer_no":"530000000001","code":"pln","name":"Siti",
             "message":"ok","status":"Sukses","rc":"00","price":10000}}
            """);

    assertThat(answer.toString()).contains("********0001").doesNotContain("53000", "Siti");
  }

  private static String question(String fields) {
    String product = fields.contains("code") ? "" : "\"code\":\"pln\",";
    return "{"
        + fields
        + product
        + "\"username\":\"user\",\"customer_no\":\"1\",\"ref_id\":\"r1\",\"sign\":\"\"}";
  }

  private static Transaction asked(Spelling spelling, String body) throws Garbled {
    return Digiswitch.in(spelling).transaction().question().read(Message.json(body));
  }

  private static Reply<Answer> answered(String body) throws Garbled {
    return Digiswitch.in(Spelling.DIGISWITCH).transaction().answer().read(Message.json(body));
  }

  private static Answer assertAnswered(String body) throws Garbled {
    return switch (answered(body)) {
      case Answered<Answer>(Answer answer) -> answer;
      case Refused<Answer> refused -> throw new AssertionError(refused);
    };
  }
}
