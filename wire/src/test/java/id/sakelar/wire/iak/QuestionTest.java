package id.sakelar.wire.iak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be asked, and which code a question deserves that cannot be read.
class QuestionTest {
  private static final Account ACCOUNT = new Account("123123123", "sandbox-api-key");

  @ParameterizedTest
  @ValueSource(strings = {"9732789", "\"9732789\"", "1", "\"9007199254740991\""})
  void a_number_of_an_inquiry_may_stand_between_quotes(String written) throws Garbled {
    assertThat(json(pay(written)))
        .isEqualTo(new Payment("u", Long.parseLong(written.replace("\"", "")), "s"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-9732789",
        "9732789.0",
        "97e5",
        "9007199254740992",
        "9223372036854775808",
        "\"\"",
        "\"09732789\"",
        "\"9732789 \"",
        "\" 9732789\"",
        "\"+9732789\"",
        "\"-1\"",
        "\"9007199254740992\"",
        "\"99999999999999999999999\"",
        "\"\u0661\u0662\"",
        "\"\uff11\"",
        "true",
        "[9732789]",
        "{\"a\":1}"
      })
  void a_number_of_an_inquiry_is_never_guessed(String written) {
    var garbled = assertThrows(Garbled.class, () -> json(pay(written)));

    assertThat(garbled.field()).hasValue("tr_id");
    assertThat(ResponseCode.of(garbled)).isEqualTo(ResponseCode.PAYLOAD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"username":"u"}                                                      | 107
          {"commands":"pay-pasca"}                                              | 107
          {"commands":"pay-pasca","username":"u","sign":"s"}                    | 107
          {"commands":"pay-pasca","username":"u","tr_id":1}                     | 107
          {"commands":null,"username":"u","tr_id":1,"sign":"s"}                 | 107
          {"commands":"checkstatus","username":"u","tr_id":1,"sign":"s"}        | 107
          {"commands":7,"username":"u","tr_id":1,"sign":"s"}                    | 101
          {"commands":"","username":"u","tr_id":1,"sign":"s"}                   | 101
          {"commands":"PAY-PASCA","username":"u","tr_id":1,"sign":"s"}          | 101
          {"commands":"pay-pasca ","username":"u","tr_id":1,"sign":"s"}         | 101
          {"commands":"status-pasca","username":"u","tr_id":1,"sign":"s"}       | 101
          {"commands":"checkstatus","username":"u","ref_id":"a b","sign":"s"}   | 03
          {"commands":"checkstatus","username":"u","ref_id":"","sign":"s"}      | 03
          {"commands":"pricelist-pasca","username":"u","status":"x","sign":"s"} | 107
          []                                                                    | 107
          {"commands":"pay-pasca","commands":"pay-pasca"}                       | 107
          """)
  void an_unreadable_question_deserves_a_code(String body, String code) {
    var garbled = assertThrows(Garbled.class, () -> json(body));

    assertThat(ResponseCode.of(garbled).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "code, '', 20",
    "code, 'FN MEGA', 20",
    "code, 'FN/MEGA', 20",
    "hp, '', 14",
    "hp, '0812 345', 14",
    "hp, '+62812345', 14",
    "hp, '\u0661\u0662', 14",
    "ref_id, '', 03",
    "ref_id, 'a:b', 03",
    "ref_id, 'a\u00e9', 03",
    "ref_id, cs, 03",
    "ref_id, pl, 03",
    "ref_id, bl, 03",
    "nomor_identitas, 'a b', 14",
    "month, 0, 107",
    "month, 100, 107",
    "month, x, 107",
    "year, 19, 107",
    "year, 12019, 107"
  })
  void a_field_of_the_wrong_form_deserves_a_code(String field, String value, String code) {
    String body = inquiry().replaceAll("\"" + field + "\":\"[^\"]*\"", "\"x\":1");
    String asked = body.replace("}", ",\"" + field + "\":\"" + value + "\"}");

    var garbled = assertThrows(Garbled.class, () -> json(asked));

    assertThat(garbled.field()).hasValue(field);
    assertThat(ResponseCode.of(garbled).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"64, ref_id, r", "40, code, C", "32, hp, 1", "32, nomor_identitas, 1"})
  void words_have_a_length(int most, String field, String letter) throws Garbled {
    String body = inquiry().replaceAll("\"" + field + "\":\"[^\"]*\"", "\"x\":1");
    String held = body.replace("}", ",\"" + field + "\":\"" + letter.repeat(most) + "\"}");

    assertThat(json(held)).isInstanceOf(Inquiry.class);
    assertThatThrownBy(() -> json(held.replace(letter.repeat(most), letter.repeat(most + 1))))
        .hasMessage(
            field.equals("ref_id") ? "ref_id is no reference" : field + " is not of its form");
  }

  @Test
  void an_inquiry_says_all_it_can() throws Garbled {
    var full =
        Inquiry.by(ACCOUNT, "MEMBER.Some_2022", "1001", "ref-14_May_2022_0.03.39")
            .withMonth(2)
            .withYear(2019)
            .withNomorIdentitas("0212502110170100")
            .withAmount(Rupiah.of(10_000));

    assertThat(Iak.in(Format.JSON).bill().question().write(full).text())
        .isEqualTo(
            "{\"commands\":\"inq-pasca\",\"username\":\"123123123\",\"code\":\"MEMBER.Some_2022\","
                + "\"hp\":\"1001\",\"ref_id\":\"ref-14_May_2022_0.03.39\",\"sign\":\""
                + full.sign()
                + "\",\"month\":2,\"year\":2019,\"nomor_identitas\":\"0212502110170100\","
                + "\"desc\":{\"amount\":10000}}");
    assertThat(xml(Iak.in(Format.XML).bill().question().write(full).text())).isEqualTo(full);
  }

  @Test
  void a_number_may_stand_between_quotes_and_lack_them_elsewhere() throws Garbled {
    var read =
        (Inquiry) json(inquiry().replace("}", ",\"month\":\"2\",\"desc\":{\"amount\":\"7\"}}"));

    assertThat(read.month()).hasValue(2);
    assertThat(read.amount()).hasValue(Rupiah.of(7));
    assertThat(read.year()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/xml",
        "text/xml",
        "TEXT/XML; charset=UTF-8",
        "application/xml;charset=\"utf-8\""
      })
  void a_question_in_xml_is_declared_as_xml(String mediaType) throws Garbled {
    assertThat(Format.of(mediaType)).hasValue(Format.XML);
    assertThat(Iak.in(Format.XML).bill().question().read(Message.of(mediaType, payInXml())))
        .isEqualTo(new Payment("u", 7, "s"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text/plain",
        "application/json",
        "application/x-www-form-urlencoded",
        "application/xml; charset=utf-16",
        "application/xml; charset=iso-8859-1",
        "application/xml; charset = utf-16",
        "application/xml; charset=utf-8; charset=utf-16",
        "application/xml;;;"
      })
  void a_question_declared_otherwise_is_garbled(String mediaType) {
    var garbled =
        assertThrows(
            Garbled.class,
            () -> Iak.in(Format.XML).bill().question().read(Message.of(mediaType, payInXml())));

    assertThat(ResponseCode.of(garbled)).isEqualTo(ResponseCode.PAYLOAD);
  }

  @Test
  void a_format_is_known_whatever_its_parameters() {
    assertThat(Format.of("application/json; charset=latin1")).hasValue(Format.JSON);
    assertThat(Format.of("Text/XML;;;")).hasValue(Format.XML);
    assertThat(Format.of("application/xhtml+xml")).isEmpty();
    assertThat(Format.of("")).isEmpty();
  }

  @Test
  void what_travels_in_the_other_format_is_garbled() {
    assertThatThrownBy(() -> json(payInXml())).isInstanceOf(Garbled.class);
    assertThatThrownBy(() -> xml(pay("7"))).isInstanceOf(Garbled.class);
  }

  @Test
  void questions_print_neither_signature_nor_customer() {
    var inquiry =
        Inquiry.by(ACCOUNT, "FNMEGA", "6391601201", "ref-1").withNomorIdentitas("0212502110170100");

    assertThat(inquiry).hasToString("Inquiry[123123123, FNMEGA, ******1201, ref-1]");
    assertThat(Payment.by(ACCOUNT, 7)).hasToString("Payment[123123123, 7]");
    assertThat(StatusQuestion.by(ACCOUNT, "ref-1")).hasToString("StatusQuestion[123123123, ref-1]");
    assertThat(PriceListQuestion.by(ACCOUNT))
        .hasToString("PriceListQuestion[123123123, Optional.empty, Optional.empty]");
    assertThat(BalanceQuestion.by(ACCOUNT)).hasToString("BalanceQuestion[123123123]");
    assertThat(ACCOUNT).hasToString("Account[123123123]");
  }

  @Test
  void what_cannot_be_read_is_not_made() {
    assertThatThrownBy(() -> Payment.by(ACCOUNT, 0))
        .hasMessage("a transaction number is from 1 to 9007199254740991");
    assertThatThrownBy(() -> Inquiry.by(ACCOUNT, "FNMEGA", "1", "cs"))
        .hasMessage("a reference is 1 to 64 letters, digits and ._-, and no reserved word");
  }

  private static Question json(String body) throws Garbled {
    return Iak.in(Format.JSON).bill().question().read(Message.json(body));
  }

  private static Question xml(String body) throws Garbled {
    return Iak.in(Format.XML).bill().question().read(Message.of("application/xml", body));
  }

  private static String pay(String number) {
    return "{\"commands\":\"pay-pasca\",\"username\":\"u\",\"tr_id\":"
        + number
        + ",\"sign\":\"s\"}";
  }

  private static String payInXml() {
    return "<mp><commands>pay-pasca</commands><username>u</username><tr_id>7</tr_id>"
        + "<sign>s</sign></mp>";
  }

  private static String inquiry() {
    return "{\"commands\":\"inq-pasca\",\"username\":\"u\",\"code\":\"FNMEGA\",\"hp\":\"6391601201\","
        + "\"ref_id\":\"r\",\"sign\":\"s\"}";
  }
}
