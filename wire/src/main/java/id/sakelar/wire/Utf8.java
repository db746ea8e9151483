package id.sakelar.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/// Reads bytes as UTF-8, and nothing that is not: no overlong spelling, no half of a pair.
final class Utf8 {
  private Utf8() {}

  /// @param what they are, for the refusal
  static String decode(byte[] bytes, String what) throws Garbled {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw Garbled.message(what + " is not UTF-8");
    }
  }
}
