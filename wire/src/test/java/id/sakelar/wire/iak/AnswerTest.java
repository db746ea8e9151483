package id.sakelar.wire.iak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Json.Text;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.Reply.Refused;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is answered, letter by letter, and what of it can be read again.
class AnswerTest {
  private static final Echo ECHO = new Echo(7, "MEMBER.X", "1001", "ref-1");
  private static final Members NO_DESC = new Members(Map.of());

  @Test
  void no_detail_is_an_empty_list_in_json_and_an_empty_element_in_xml() {
    var reply = Reply.answered(Answer.inquired(ECHO, owed(Rupiah.of(10_000), NO_DESC)));

    assertThat(Iak.in(Format.JSON).bill().answer().write(reply).text())
        .isEqualTo(
            "{\"data\":{\"tr_id\":7,\"code\":\"MEMBER.X\",\"hp\":\"1001\",\"tr_name\":\"A & B\","
                + "\"period\":\"\",\"nominal\":9000,\"admin\":1000,\"ref_id\":\"ref-1\","
                + "\"response_code\":\"00\",\"message\":\"INQUIRY SUCCESS\",\"price\":10000,"
                + "\"selling_price\":10000,\"desc\":[]},\"meta\":[]}");
    assertThat(Iak.in(Format.XML).bill().answer().write(reply).text())
        .contains("  <tr_name>A &amp; B</tr_name>\n", "  <desc/>\n</mp>");
  }

  @Test
  void a_refusal_is_a_code_and_a_message() throws Garbled {
    Reply<Answer> refusal = Refused.of(ResponseCode.NOT_FOUND);

    assertThat(Iak.in(Format.JSON).bill().answer().write(refusal).text())
        .isEqualTo(
            "{\"data\":{\"response_code\":\"06\",\"message\":\"Transaksi tidak ditemukan\"},"
                + "\"meta\":[]}");
    assertThat(Iak.in(Format.XML).bill().answer().write(refusal).text())
        .isEqualTo(
            """
            <?xml version="1.0"?>
            <mp>
              <response_code>06</response_code>
              <message>Transaksi tidak ditemukan</message>
            </mp>""");
    assertThat(json("{\"data\":{\"tr_id\":7,\"response_code\":\"77\",\"message\":\"x\"}}"))
        .isEqualTo(new Refused<>(new Verdict("77", "x")));
  }

  @Test
  void a_commission_above_the_price_is_paid_back() throws Garbled {
    var reply = Reply.answered(Answer.inquired(ECHO, owed(Rupiah.of(-1_000), NO_DESC)));
    var codec = Iak.in(Format.JSON).bill().answer();

    assertThat(codec.write(reply).text()).contains("\"selling_price\":-1000,");
    assertThat(codec.read(codec.write(reply))).isEqualTo(reply);
  }

  @Test
  void a_reference_spelled_in_two_ways_is_one() throws Garbled {
    String written = answer("\"no_ref\":\"N1\"");

    assertThat(booking(written).noref()).hasValue("N1");
    assertThatThrownBy(() -> json(answer("\"noref\":\"N1\",\"no_ref\":\"N2\"")))
        .hasMessage("noref and no_ref differ");
  }

  @Test
  void a_moment_is_one_of_jakarta() throws Garbled {
    assertThat(booking(answer("\"datetime\":\"20180803171802\"")))
        .isEqualTo(
            new Booking(
                Optional.of(LocalDateTime.of(2018, 8, 3, 17, 18, 2)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "20180803", "20180230171802", "20180803241802", "2018-08-03 17:18:02"})
  void a_moment_that_never_was_is_garbled(String written) {
    assertThatThrownBy(() -> json(answer("\"datetime\":\"" + written + "\"")))
        .hasMessage("datetime is not of the form yyyyMMddHHmmss");
  }

  @ParameterizedTest
  @CsvSource({"0, NOT_RECEIVED", "1, SUCCESS", "2, FAILED", "\"3\", PROCESSING"})
  void a_status_is_one_of_four_numbers(String written, Status status) throws Garbled {
    assertThat(booking(answer("\"status\":" + written)).status()).hasValue(status);
    assertThat(Integer.toString(status.number())).isEqualTo(written.replace("\"", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "4, status is not from 0 to 3",
    "-1, status is not a count",
    "x, status is not a count"
  })
  void no_other_status_is_guessed(String written, String why) {
    assertThatThrownBy(() -> json(answer("\"status\":\"" + written + "\""))).hasMessage(why);
  }

  @ParameterizedTest
  @CsvSource({
    "\"price\":10000, \"price\":10000.5, price is not an amount of whole rupiah",
    "\"nominal\":9000, \"nominal\":-1, nominal is not an amount of whole rupiah",
    "\"hp\":\"1001\", \"x\":1, hp is missing",
    "\"tr_id\":7, \"tr_id\":0, tr_id is not a number from 1 to 9007199254740991"
  })
  void what_does_not_fit_is_garbled(String found, String written, String why) {
    String body = answer("\"status\":1").replace(found, written);

    assertThatThrownBy(() -> json(body)).isInstanceOf(Garbled.class).hasMessage(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"data\":[]}", "{\"data\":\"x\"}", "{\"data\":{}}", "<mp/>", ""})
  void what_is_no_answer_is_garbled(String body) {
    assertThatThrownBy(() -> json(body)).isInstanceOf(Garbled.class);
  }

  @Test
  void an_answer_is_read_whatever_media_type_it_claims() throws Garbled {
    var message = Message.of("text/html; charset=UTF-8", answer("\"status\":1"));

    assertThat(Iak.in(Format.JSON).bill().answer().read(message))
        .isInstanceOf(Reply.Answered.class);
  }

  @Test
  void a_receipt_keeps_the_order_of_its_lines() throws Garbled {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("HEADER", "STRUK PEMBAYARAN");
    lines.put("NO. RESI", "49911296");
    lines.put("ADMIN", "Rp 0");
    var receipt = new Receipt(lines);

    var written = Receipt.CODEC.write(receipt);

    assertThat(written.text())
        .isEqualTo(
            "{\"data\":{\"HEADER\":\"STRUK PEMBAYARAN\",\"NO. RESI\":\"49911296\","
                + "\"ADMIN\":\"Rp 0\"}}");
    assertThat(Receipt.CODEC.read(written)).isEqualTo(receipt);
    assertThat(receipt).hasToString("Receipt[3 lines]");
  }

  @Test
  void answers_print_neither_name_nor_number() {
    var answer = Answer.inquired(ECHO, owed(Rupiah.of(1), new Members(Map.of("a", new Text("b")))));

    assertThat(answer.toString())
        .contains("Echo[7, MEMBER.X, ****, ref-1]")
        .doesNotContain("A & B");
  }

  private static Owed owed(Rupiah sellingPrice, Members desc) {
    return new Owed(
        "A & B", "", Rupiah.of(9_000), Rupiah.of(1_000), Rupiah.of(10_000), sellingPrice, desc);
  }

  private static String answer(String more) {
    return "{\"data\":{\"tr_id\":7,\"code\":\"X\",\"hp\":\"1001\",\"tr_name\":\"\",\"period\":\"\","
        + "\"nominal\":9000,\"admin\":1000,\"ref_id\":\"r\",\"response_code\":\"00\","
        + "\"message\":\"m\",\"price\":10000,\"selling_price\":10000,"
        + more
        + ",\"desc\":[]},\"meta\":[]}";
  }

  private static Booking booking(String body) throws Garbled {
    return switch (json(body)) {
      case Reply.Answered<Answer>(Answer answer) -> answer.booking();
      case Refused<Answer> refused -> throw new AssertionError(refused);
    };
  }

  private static Reply<Answer> json(String body) throws Garbled {
    return Iak.in(Format.JSON).bill().answer().read(Message.json(body));
  }
}
