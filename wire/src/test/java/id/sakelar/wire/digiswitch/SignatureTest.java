package id.sakelar.wire.digiswitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The signature: its vectors, what it is never fooled by, and that it is never shown.
class SignatureTest {
  private static final Account USER = new Account("user", "key");

  @ParameterizedTest
  @CsvSource({
    "depo, e9d1db43a49c569bcc2bc7164cbe6127",
    "pricelist, 6870b202c286b430a1f8a6744d48a862",
    "deposit, ceec9e72c6645e30e25eae8f8d5c1372",
    "r1, 28aa0ec2b79dfe49e7a1028a6f313551"
  })
  void published_vectors_hold(String text, String sign) {
    assertThat(Signature.of(USER, text)).isEqualTo(sign);
    assertThat(Signature.isOf(USER, text, sign)).isTrue();
  }

  @Test
  void capitals_are_the_same_number() {
    assertThat(Signature.isOf(USER, "r1", "28AA0EC2B79DFE49E7A1028A6F313551")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "28aa0ec2b79dfe49e7a1028a6f31355",
        "28aa0ec2b79dfe49e7a1028a6f3135510",
        "28aa0ec2b79dfe49e7a1028a6f313550",
        "38aa0ec2b79dfe49e7a1028a6f313551",
        "28aa0ec2b79dfe49e7a1028a6f31355g",
        " 28aa0ec2b79dfe49e7a1028a6f313551",
        "00000000000000000000000000000000",
        "\uFF1228aa0ec2b79dfe49e7a1028a6f31355"
      })
  void anything_else_is_no_signature(String sign) {
    assertThat(Signature.isOf(USER, "r1", sign)).isFalse();
  }

  @Test
  void a_signature_is_that_of_one_name_and_one_text() {
    String sign = Signature.of(USER, "r1");

    assertThat(Signature.isOf(USER, "r2", sign)).isFalse();
    assertThat(Signature.isOf(new Account("user", "other"), "r1", sign)).isFalse();
    assertThat(new BalanceQuestion("use", Signature.of(new Account("use", "rkey"), "depo")))
        .matches(it -> it.isSignedBy(new Account("use", "rkey")))
        .matches(it -> !it.isSignedBy(USER), "same letters, another name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"depo", "deposit", "pricelist", "cs", "bl", "pl", "balance"})
  void a_word_that_signs_something_else_is_no_reference(String word) {
    assertThat(Signature.isReference(word)).isFalse();
    assertThatThrownBy(() -> Transaction.by(USER, Command.PAYMENT, "pln", "1", word))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a reference is 1 to 64 letters, digits and ._:-, and no reserved word");
  }

  @Test
  void nothing_beyond_the_alphabet_is_ever_hashed() {
    assertThat(Signature.isReference("r1\u0080")).isFalse();
    assertThatThrownBy(() -> Signature.of(USER, "r1\u0080"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a text to sign is 1 to 64 letters, digits and ._:-");
  }

  @Test
  void a_signed_question_keeps_its_signature_when_more_is_asked() {
    var plain = Transaction.by(USER, Command.INQUIRY, "pbb", "1", "r1");

    var more = plain.withYear(2019).withAmount(Rupiah.of(1_000)).inTest();

    assertThat(more.isSignedBy(USER)).isTrue();
    assertThat(more.testing()).isTrue();
  }

  @Test
  void a_deposit_ticket_may_be_signed_in_two_ways() {
    var documented = DepositQuestion.by(USER, Rupiah.of(1), "BCA", "Toko");
    var other =
        new DepositQuestion("user", Rupiah.of(1), "BCA", "Toko", Signature.of(USER, "depo"));

    assertThat(documented.isSignedBy(USER)).isTrue();
    assertThat(other.isSignedBy(USER)).isTrue();
  }

  @Test
  void no_question_prints_its_signature_and_no_account_its_key() {
    assertThat(USER).hasToString("Account[user]");
    assertThat(Transaction.by(USER, Command.PAYMENT, "pln", "530000000001", "r1"))
        .hasToString("Transaction[PAYMENT, user, pln, ********0001, r1]");
    assertThat(BalanceQuestion.by(USER)).hasToString("BalanceQuestion[user]");
    assertThat(PriceListQuestion.by(USER, PriceListQuestion.Kind.POSTPAID))
        .hasToString("PriceListQuestion[POSTPAID, user]");
    assertThat(DepositQuestion.by(USER, Rupiah.of(1), "BCA", "Toko"))
        .hasToString("DepositQuestion[user, Rp1, BCA]");
    assertThat(HolderQuestion.by(USER, "530000000001"))
        .hasToString("HolderQuestion[user, ********0001]");
  }
}
