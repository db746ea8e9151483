package id.sakelar.simulator.mmbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Makes up numbers that follow from a text and look like nothing in particular.
final class Digest {
  private Digest() {}

  /// 32 hexadecimal digits in capitals.
  static String hex(String text) {
    return HexFormat.of().withUpperCase().formatHex(hash(text), 0, 16);
  }

  /// `count` decimal digits.
  static String digits(String text, int count) {
    var digits = new BigInteger(1, hash(text)).toString();
    return digits.substring(digits.length() - count);
  }

  /// A number from 0 up to but not including `end`.
  static long below(String text, long end) {
    return new BigInteger(1, hash(text)).mod(BigInteger.valueOf(end)).longValueExact();
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }
}
