package id.sakelar.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The signature that several dialects share: the MD5 of a text in UTF-8, in hexadecimal. What the
/// text is made of, and of which characters, is for each dialect to say.
public final class Md5Signature {
  private static final int LENGTH = 16;

  private Md5Signature() {}

  /// In lower case.
  public static String of(String signed) {
    return HexFormat.of().formatHex(digest(signed));
  }

  /// Whether `sign` is the signature of `signed`, in lower or upper case. Takes as long for a wrong
  /// one as for a right one, whatever it looks like.
  public static boolean isOf(String signed, String sign) {
    boolean wellFormed =
        sign.length() == 2 * LENGTH && sign.chars().allMatch(HexFormat::isHexDigit);
    byte[] given = wellFormed ? HexFormat.of().parseHex(sign) : new byte[LENGTH];
    boolean equal = MessageDigest.isEqual(digest(signed), given);
    return wellFormed && equal;
  }

  private static byte[] digest(String signed) {
    try {
      return MessageDigest.getInstance("MD5").digest(signed.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has MD5", e);
    }
  }
}
