package id.sakelar.wire.mmbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictForm;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a question has to be, field by field, and wherever its parameters stand.
class QuestionTest {
  private static final String CARD = "username=u&password=p&cc_code=8";
  private static final String PAYMENT = CARD + "&cc_accountnumber=4137777777777777&amount=100000";
  private static final String VEHICLE =
      "username=u&password=p&product=SAMSAT_JABAR&customer_number=320111111111111"
          + "&structure_number=MH328D204AK4010000";

  @Test
  void parameters_may_stand_anywhere_but_credentials_only_in_the_body() throws Exception {
    var expected = TransferAcc.of(new Login("u", "p"), "8", "4137777777777777", Rupiah.of(100_000));
    var inBody = form(PAYMENT);
    var inJson =
        Message.json(
            """
            {"username": "u", "password": "p", "cc_code": 8, "cc_accountnumber": 4137777777777777,
             "amount": 100000, "direct": 0, "receipt": "0", "cvv": "123"}
            """);
    var split = form("username=u&password=p");

    assertThat(transfer("", inBody)).isEqualTo(expected);
    assertThat(transfer("", inJson)).isEqualTo(expected);
    assertThat(transfer("cc_code=8&cc_accountnumber=4137777777777777&amount=100000", split))
        .isEqualTo(expected);
    assertThat(transfer("direct=1&ref_id=r-1&receipt=1", inBody))
        .isEqualTo(
            new TransferAcc(
                new Login("u", "p"),
                "8",
                "4137777777777777",
                Rupiah.of(100_000),
                true,
                Optional.of("r-1"),
                true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "username=u",
        "password=",
        "a=1&password=p",
        "%75sername=u",
        "Username=u",
        "PASSWORD=p&a=1"
      })
  void a_credential_in_the_query_is_refused_before_the_body_is_read(String query) {
    assertThatThrownBy(() -> Parameters.read(query, Message.json("not even JSON")))
        .isInstanceOf(Exposed.class)
        .hasMessage("a credential came in the query");
  }

  @Test
  void a_parameter_in_query_and_body_is_refused() {
    assertThatThrownBy(() -> Parameters.read("cc_code=8", form(PAYMENT)))
        .isInstanceOf(Garbled.class)
        .hasMessage("cc_code is there twice");
  }

  @Test
  void a_login_that_did_not_come_is_nobodys() throws Exception {
    assertThat(Parameters.read("", form("username[]=u&cc_code=x")).login())
        .isEqualTo(new Login("", ""));
    assertThat(Parameters.read("", form("username=%27+OR+1%3D1%0D%0A&password=p")).login())
        .isEqualTo(new Login("' OR 1=1\r\n", "p"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100000.00",
        "100%2C000",
        "100.000",
        "1e5",
        "0x186A0",
        "%2B100000",
        "+100000",
        "-100000",
        "0",
        "00",
        "0100000",
        "",
        "12345678901234",
        "9223372036854775808",
        "%D9%A1%D9%A2",
        "1111111111111111111111111111111111111111",
        "NaN",
        "100000+"
      })
  void an_amount_is_positive_whole_rupiah_and_never_guessed(String amount) {
    var garbled = garbled(CARD + "&cc_accountnumber=4137777777777777&amount=" + amount);

    assertThat(garbled).isEqualTo("amount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8+", "08", "-8", "8.0", "1000", "", "%D9%A8", "8%0A"})
  void a_bank_code_is_up_to_three_digits(String code) {
    assertThat(
            garbled(
                "username=u&password=p&cc_accountnumber=4137777777777777&amount=1&cc_code=" + code))
        .isEqualTo("cc_code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "41377777777", "41377777777777777777", "4137+7777+7777+7777", "4137-7777-7777-7777",
        "%EF%BC%94137777777777777", "%D9%A4137777777777777", "", "413777777777777x"
      })
  void a_card_has_12_to_19_ascii_digits(String number) {
    assertThat(garbled(CARD + "&amount=1&cc_accountnumber=" + number))
        .isEqualTo("cc_accountnumber");
  }

  @ParameterizedTest
  @CsvSource({
    "direct=2, direct",
    "direct=true, direct",
    "direct=, direct",
    "receipt=yes, receipt",
    "ref_id=, ref_id",
    "ref_id=a%20b, ref_id",
    "ref_id=%C2%80, ref_id",
  })
  void an_option_is_what_it_can_be(String option, String field) {
    assertThat(garbled(PAYMENT + "&" + option)).isEqualTo(field);
  }

  @Test
  void unknown_parameters_are_ignored() throws Exception {
    assertThat(transfer("", form(PAYMENT + "&__proto__=x&class.module.classLoader=y&amount[]=2")))
        .isEqualTo(transfer("", form(PAYMENT)));
  }

  @ParameterizedTest
  @CsvSource({
    "SAMSAT_JABAR, SAMSAT JABAR, product",
    "SAMSAT_JABAR, samsat_jabar, product",
    "320111111111111, 32011111111111, customer_number",
    "320111111111111, 32011111111111111, customer_number",
    "MH328D204AK4010000, MH32, structure_number",
    "MH328D204AK4010000, mh328d204ak4010000, structure_number",
    "MH328D204AK4010000, ABCDEFGHIJKLMNOPQRSTUVWXYZ, structure_number",
  })
  void a_vehicle_is_named_in_its_alphabets(String good, String bad, String field) {
    assertThatThrownBy(
            () ->
                Mmbc.INQUIRY_ESAMSAT
                    .question()
                    .read(Parameters.read("", form(VEHICLE.replace(good, bad.replace(' ', '+'))))))
        .isInstanceOfSatisfying(
            Garbled.class, garbled -> assertThat(garbled.field()).contains(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1+OR+1=1", "111111111111111111111", "..%2F", "-1", "1%0D%0A"})
  void an_invoice_is_up_to_twenty_digits(String invoice) {
    var body = form("username=u&password=p&invoice=" + invoice);

    for (var service : List.of(Mmbc.PAY_ESAMSAT, Mmbc.STATUS_INVOICE, Mmbc.STATUS_TRANSFER)) {
      assertThatThrownBy(() -> service.question().read(Parameters.read("", body)))
          .isInstanceOf(Garbled.class)
          .hasMessage("invoice is not 1 to 20 digits");
    }
  }

  @Test
  void what_can_be_repeated_is_repeated() throws Exception {
    var parameters =
        Parameters.read("", form(VEHICLE.replace("320111111111111", "<script>") + "&invoice=12"));

    assertThat(parameters.echo())
        .isEqualTo(new Echo("SAMSAT_JABAR", "12", "", "MH328D204AK4010000"));
    assertThat(Parameters.read("", form("a=1")).echo()).isEqualTo(Echo.NONE);
  }

  @Test
  void nothing_is_asked_that_would_not_be_read() {
    var login = new Login("u", "p");

    assertThatThrownBy(() -> TransferAcc.of(login, "08", "4137777777777777", Rupiah.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cc_code is not a bank code of 1 to 3 digits");
    assertThatThrownBy(() -> new StatusInvoice(login, "abc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("invoice is not 1 to 20 digits");
  }

  @Test
  void nothing_prints_a_secret_or_a_person() throws Exception {
    var login = new Login("u", "rahasia");
    var transfer =
        TransferAcc.of(login, "8", "4137777777771234", Rupiah.of(100_000)).withRefId("r-1");
    var inquiry =
        new InquiryEsamsat(login, "SAMSAT_JABAR", "320111111111111", "MH328D204AK4010000");

    assertThat(transfer).hasToString("TransferAcc[u, 8, ************1234, Rp100000, r-1]");
    assertThat(inquiry)
        .hasToString("InquiryEsamsat[u, SAMSAT_JABAR, ***********1111, **************0000]");
    assertThat(new PayEsamsat(login, "12", Optional.empty()))
        .hasToString("PayEsamsat[login=Login[u], invoice=12, refId=Optional.empty]");
  }

  private static TransferAcc transfer(String query, Message body) throws Garbled, Exposed {
    return Mmbc.TRANSFER_ACC.question().read(Parameters.read(query, body));
  }

  /// The field that is to blame.
  private static String garbled(String body) {
    try {
      return "nothing, it was read: " + transfer("", form(body));
    } catch (Garbled e) {
      return e.field().orElse("the message");
    } catch (Exposed e) {
      return "exposed";
    }
  }

  private static Message form(String body) {
    return Message.of(StrictForm.MEDIA_TYPE, body);
  }
}
