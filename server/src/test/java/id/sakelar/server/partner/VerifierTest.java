package id.sakelar.server.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What passwords are checked against.
class VerifierTest {
  private static final SecureRandom CHANCE = new SecureRandom();

  /// Made by the reference implementation in C.
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "dummy123 c2l4dGVlbiBieXRlIHNhbA$TQYZcr8DLTQLksL0e2GpFvGCjpko7HEBPbOj0t8i1wc",
        "kata-sandi-ñ→ YW5vdGhlciAxNiBieXRlcw$W9NKI8pb/qWSCzL0LqWWeZ0FLpfOD+rNw4yo/XPHPVE"
      })
  void a_verifier_that_was_made_elsewhere_opens(String password, String saltAndHash) {
    var verifier = new Secret("$argon2id$v=19$m=19456,t=2,p=1$" + saltAndHash);

    assertThat(Verifier.opens(new Secret(password), verifier)).isTrue();
    assertThat(Verifier.opens(new Secret(password + " "), verifier)).isFalse();
  }

  @Test
  void a_password_has_another_verifier_each_time() {
    var one = Verifier.of(new Secret("dummy123"), CHANCE);
    var other = Verifier.of(new Secret("dummy123"), CHANCE);

    assertThat(one.reveal())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}")
        .isNotEqualTo(other.reveal());
    assertThat(Verifier.opens(new Secret("dummy123"), one)).isTrue();
    assertThat(Verifier.opens(new Secret("Dummy123"), one)).isFalse();
  }

  @Test
  void a_key_that_stands_where_a_verifier_should_opens_for_nobody() {
    var key = new Secret("dev-7c1a9f2e");

    assertThat(Verifier.opens(key, key)).isFalse();
  }

  @Test
  void a_password_has_at_most_128_characters() {
    var longest = new Secret("x".repeat(128));

    assertThat(Verifier.opens(longest, Verifier.of(longest, CHANCE))).isTrue();
    assertThatThrownBy(() -> Verifier.of(new Secret("x".repeat(129)), CHANCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a password has 1 to 128 characters, and no control characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\0b", "a\r\nb", "\u0085"})
  void a_password_has_no_control_characters_and_is_not_empty(String password) {
    assertThatThrownBy(() -> Verifier.of(new Secret(password), CHANCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a password has 1 to 128 characters, and no control characters");
  }
}
