package id.sakelar.wire.iak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import org.junit.jupiter.api.Test;

/// What a biller tells by itself, and who can have told it.
class CallbackTest {
  private static final Account ACCOUNT = new Account("sakelar", "kunci");
  private static final Echo ECHO = new Echo(4711, "PLNPOSTPAID", "530000000001", "S261120A");
  private static final Callback PAID =
      Callback.by(
          ACCOUNT, ECHO, Status.SUCCESS, Verdict.of(ResponseCode.SUCCESS), Rupiah.of(25_000), "N1");

  @Test
  void a_callback_is_read_as_it_was_written() throws Garbled {
    assertThat(Callback.CODEC.read(Callback.CODEC.write(PAID))).isEqualTo(PAID);
    assertThat(PAID).hasToString("Callback[S261120A, 00, ********0001]");
  }

  @Test
  void only_who_knows_the_key_can_have_signed_it() {
    assertThat(PAID.isSignedBy(ACCOUNT)).isTrue();
    assertThat(PAID.isSignedBy(new Account("sakelar", "another key"))).isFalse();
    assertThat(under("S261120B").isSignedBy(ACCOUNT)).isFalse();
  }

  @Test
  void the_sign_of_another_question_signs_no_callback() {
    var sign = StatusQuestion.by(ACCOUNT, "S261120A").sign();

    assertThat(signed("cs", sign).isSignedBy(ACCOUNT)).isFalse();
    assertThat(signed("not a reference", sign).isSignedBy(ACCOUNT)).isFalse();
  }

  @Test
  void what_is_no_callback_is_garbled() {
    for (String body : new String[] {"{}", "{\"data\":{}}", "{\"data\":[]}", "no json"}) {
      assertThatThrownBy(() -> Callback.CODEC.read(Message.json(body))).isInstanceOf(Garbled.class);
    }
  }

  private static Callback under(String refId) {
    return signed(refId, PAID.sign());
  }

  private static Callback signed(String refId, String sign) {
    return new Callback(
        refId,
        PAID.status(),
        PAID.code(),
        PAID.hp(),
        PAID.price(),
        PAID.message(),
        PAID.sn(),
        PAID.trId(),
        PAID.rc(),
        sign);
  }
}
