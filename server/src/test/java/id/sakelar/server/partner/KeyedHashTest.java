package id.sakelar.server.partner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// HMAC-SHA-256 over words.
class KeyedHashTest {
  private static final KeyedHash HASH = new KeyedHash("Jefe".getBytes(UTF_8));

  /// The second test case of RFC 4231.
  @Test
  void it_is_the_hash_of_the_standard() {
    assertThat(HASH.of("what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void words_are_joined_with_nul_and_their_order_counts() {
    assertThat(HASH.of("a", "b"))
        .isEqualTo(HASH.of("a\0b"))
        .isNotEqualTo(HASH.of("b", "a"))
        .isNotEqualTo(HASH.of("ab"))
        .isNotEqualTo(HASH.of("a", "b", ""));
  }
}
