package id.sakelar.wire;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/// Decodes one name or value of a form.
final class Percent {
  private static final int OCTET = 2;

  private Percent() {}

  /// What `encoded` stands for, one octet in each character: `+` is a blank, a percent sign and two
  /// hexadecimal digits are one octet, and the octets are strict UTF-8.
  static String decode(String encoded) throws Garbled {
    var octets = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        octets.write(octet(encoded, i + 1));
        i += OCTET;
      } else {
        octets.write(c == '+' ? ' ' : plain(c));
      }
    }
    return Utf8.decode(octets.toByteArray(), "a parameter");
  }

  private static int octet(String encoded, int at) throws Garbled {
    if (at + OCTET > encoded.length()
        || !HexFormat.isHexDigit(encoded.charAt(at))
        || !HexFormat.isHexDigit(encoded.charAt(at + 1))) {
      throw Garbled.message("a percent sign has no two hexadecimal digits behind it");
    }
    return HexFormat.fromHexDigits(encoded, at, at + OCTET);
  }

  private static char plain(char c) throws Garbled {
    if (c < ' ' || c == 0x7F || c > 0xFF) {
      throw Garbled.message("a form holds a raw control character");
    }
    return c;
  }
}
