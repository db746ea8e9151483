package id.sakelar.server.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA-256 under one key. Immutable and thread-safe.
final class KeyedHash {
  /// How many bytes a key has.
  static final int KEY_BYTES = 32;

  private static final String NAME = "HmacSHA256";

  private final SecretKeySpec key;

  KeyedHash(byte[] key) {
    this.key = new SecretKeySpec(key, NAME);
  }

  /// The hash of the words joined with NUL, in 64 hexadecimal digits. Who calls sees to it that no
  /// word but the last has a NUL in it.
  String of(String... words) {
    try {
      var mac = Mac.getInstance(NAME);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(String.join("\0", words).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + NAME, e);
    }
  }
}
