package id.sakelar.server.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a request asked for, as a SHA-256 in lower-case hexadecimal: two requests under one
/// reference are the same request exactly when their fingerprints are equal. Immutable.
public record Fingerprint(String hex) {
  /// The fingerprint of these words in this order. No word may contain a NUL; the dialects' readers
  /// refuse them.
  public static Fingerprint of(String... words) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(String.join("\0", words).getBytes(UTF_8));
      return new Fingerprint(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }
}
