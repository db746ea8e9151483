package id.sakelar.wire.digiswitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Webhook.Event;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a partner is told unasked: its bytes, because receivers sign them again, and its headers.
class WebhookTest {
  private static final Echo ECHO = new Echo("r1", "0812/7", "pln");

  @Test
  void the_body_has_no_blank_no_decimal_and_no_needless_escape() {
    var bill =
        Bill.of(
            "Café & Söhne <\uD83D\uDE00>",
            Rupiah.of(2_500),
            Rupiah.of(-90_000),
            Rupiah.of(10_000),
            Rupiah.of(11_000),
            new Members(Map.of()));

    var body = Webhook.body(Answer.of(ECHO, ResponseCode.SUCCESS, "S/1", bill), Spelling.DIGIFLAZZ);

    assertThat(body.text())
        .isEqualTo(
            "{\"data\":{\"ref_id\":\"r1\",\"customer_no\":\"0812/7\","
                + "\"customer_name\":\"Café & Söhne <\uD83D\uDE00>\",\"buyer_sku_code\":\"pln\","
                + "\"admin\":2500,\"message\":\"Transaksi Sukses\",\"status\":\"Sukses\","
                + "\"rc\":\"00\",\"sn\":\"S/1\",\"buyer_last_saldo\":-90000,\"price\":10000,"
                + "\"selling_price\":11000,\"desc\":{}}}");
  }

  @Test
  void the_body_of_a_failure_has_an_empty_serial_number() {
    var answer = Answer.of(ECHO, ResponseCode.FAILURE);

    assertThat(Webhook.body(answer, Spelling.DIGIFLAZZ).text()).contains(",\"sn\":\"\"");
    assertThat(Webhook.body(answer, Spelling.DIGISWITCH).text()).contains(",\"sn\":\"\"");
  }

  @Test
  void the_signature_is_that_of_the_bytes() {
    // the example of RFC 2202, section 3, test case 2
    var body = Message.json("what do ya want for nothing?");

    assertThat(Webhook.sign(body, "Jefe"))
        .isEqualTo("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    assertThat(Webhook.isSigned(body, "Jefe", "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"))
        .isTrue();
    assertThat(Webhook.isSigned(body, "Jefe", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"))
        .isFalse();
    assertThat(Webhook.isSigned(body, "jefe", "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"))
        .isFalse();
    assertThat(Webhook.isSigned(body, "Jefe", "")).isFalse();
  }

  @Test
  void without_a_secret_nothing_is_signed() {
    var body = Message.json("{}");

    assertThat(Webhook.headers(Event.UPDATE, "d1", body, Optional.empty()))
        .isEqualTo(
            Map.of(
                "User-Agent", "Digiflazz-Pasca-Hookshot",
                "X-Digiflazz-Event", "update",
                "X-Digiflazz-Delivery", "d1"));
    assertThat(Webhook.headers(Event.CREATE, "d1", body, Optional.of("s")))
        .containsEntry("X-Digiflazz-Event", "create")
        .containsEntry("X-Hub-Signature", Webhook.sign(body, "s"));
  }

  @Test
  void a_body_is_read_as_the_answer_it_is() throws Garbled {
    var answer = Answer.of(ECHO, ResponseCode.SUCCESS, "S1", Bill.NONE);

    assertThat(Webhook.read(Webhook.body(answer, Spelling.DIGIFLAZZ), Spelling.DIGIFLAZZ))
        .isEqualTo(answer);
    assertThatThrownBy(
            () ->
                Webhook.read(
                    Message.json("{\"data\":{\"rc\":\"00\",\"message\":\"\"}}"),
                    Spelling.DIGIFLAZZ))
        .isInstanceOf(Garbled.class)
        .hasMessage("a webhook names its transaction");
  }
}
