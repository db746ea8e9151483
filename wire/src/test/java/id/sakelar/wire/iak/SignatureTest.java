package id.sakelar.wire.iak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The signature and what it is good for. The expected ones were made with `md5sum`.
class SignatureTest {
  private static final Account ACCOUNT = new Account("123123123", "sandbox-api-key");

  @Test
  void each_command_signs_its_own_text() {
    assertThat(Payment.by(ACCOUNT, 9_732_789).sign()).isEqualTo("55c32f42dae1428a55bc0a00e0aa2e64");
    assertThat(Inquiry.by(ACCOUNT, "FNMEGA", "6391601201", "iak-pln-eight").sign())
        .isEqualTo("6679f5ecd04f7cc91ce52c65604ed6e8");
    assertThat(StatusQuestion.by(ACCOUNT, "any").sign())
        .isEqualTo("84da9f780e5276f9f54a3cb830fdea44");
    assertThat(PriceListQuestion.by(ACCOUNT).signedText()).isEqualTo("pl");
    assertThat(BalanceQuestion.by(ACCOUNT).signedText()).isEqualTo("bl");
  }

  @Test
  void whoever_has_the_key_has_signed() {
    for (Signed signed : signed(ACCOUNT)) {
      assertThat(signed.isSignedBy(ACCOUNT)).isTrue();
      assertThat(signed.isSignedBy(new Account("123123123", "another-key"))).isFalse();
      assertThat(signed.isSignedBy(new Account("321321321", "sandbox-api-key"))).isFalse();
    }
  }

  @Test
  void a_signature_for_one_purpose_is_none_for_another() {
    String status = StatusQuestion.by(ACCOUNT, "ref-1").sign();
    String payment = Payment.by(ACCOUNT, 7).sign();

    assertThat(new Payment("123123123", 7, status).isSignedBy(ACCOUNT)).isFalse();
    assertThat(new Payment("123123123", 8, payment).isSignedBy(ACCOUNT)).isFalse();
    assertThat(new StatusQuestion("123123123", "7", payment).isSignedBy(ACCOUNT)).isFalse();
    assertThat(new BalanceQuestion("123123123", status).isSignedBy(ACCOUNT)).isFalse();
  }

  @Test
  void capitals_are_as_good_as_small_letters() {
    String sign = Payment.by(ACCOUNT, 7).sign().toUpperCase(Locale.ROOT);

    assertThat(new Payment("123123123", 7, sign).isSignedBy(ACCOUNT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "00000000000000000000000000000000",
        "55c32f42dae1428a55bc0a00e0aa2e6",
        "55c32f42dae1428a55bc0a00e0aa2e640",
        "55c32f42dae1428a55bc0a00e0aa2e6g",
        " 55c32f42dae1428a55bc0a00e0aa2e64",
        "\u0665\u0665c32f42dae1428a55bc0a00e0aa2e64"
      })
  void what_is_no_signature_is_refused(String sign) {
    assertThat(new Payment("123123123", 9_732_789, sign).isSignedBy(ACCOUNT)).isFalse();
  }

  @Test
  void a_text_that_could_extend_the_hash_is_not_signed() {
    assertThatThrownBy(() -> Signature.of(ACCOUNT, "a\u0080b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a text to sign is 1 to 64 letters, digits and ._-");
  }

  private static List<Signed> signed(Account account) {
    return List.of(
        Inquiry.by(account, "FNMEGA", "6391601201", "ref-1"),
        Payment.by(account, 7),
        StatusQuestion.by(account, "ref-1"),
        PriceListQuestion.by(account),
        BalanceQuestion.by(account));
  }
}
