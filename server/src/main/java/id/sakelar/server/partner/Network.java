package id.sakelar.server.partner;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;

/// A range of internet addresses, such as `203.0.113.0/24`, `203.0.113.7` or `2001:db8::/32`.
/// Immutable.
public final class Network {
  private static final Pattern LITERAL =
      Pattern.compile(
          "(0|[1-9][0-9]{0,2})([.](0|[1-9][0-9]{0,2})){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern BITS = Pattern.compile("0|[1-9][0-9]{0,2}");

  private final byte[] address;
  private final int bits;

  private Network(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /// Reads an address, or an address and a number of leading bits.
  ///
  /// @throws IllegalArgumentException if the text is neither; names are not looked up
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    String literal = slash < 0 ? text : text.substring(0, slash);
    if (!LITERAL.matcher(literal).matches()) {
      throw new IllegalArgumentException("not an internet address: " + text);
    }
    byte[] address = InetAddress.ofLiteral(literal).getAddress();
    int most = address.length * 8;
    String bits = slash < 0 ? "" + most : text.substring(slash + 1);
    if (!BITS.matcher(bits).matches() || Integer.parseInt(bits) > most) {
      throw new IllegalArgumentException("not a network: " + text);
    }
    return new Network(address, Integer.parseInt(bits));
  }

  /// Where one customer calls from: an address of IPv4, or 64 bits of IPv6, because who has one
  /// such address has all the others of its network too.
  static Network around(InetAddress from) {
    byte[] address = from.getAddress();
    return address.length == 4
        ? new Network(address, 32)
        : new Network(Arrays.copyOf(Arrays.copyOf(address, 8), 16), 64);
  }

  public boolean contains(InetAddress other) {
    byte[] theirs = other.getAddress();
    if (theirs.length != address.length) {
      return false;
    }
    int whole = bits / 8;
    if (!Arrays.equals(address, 0, whole, theirs, 0, whole)) {
      return false;
    }
    int mask = 0xFF00 >> (bits % 8) & 0xFF;
    return mask == 0 || (address[whole] & mask) == (theirs[whole] & mask);
  }

  /// How many leading bits its addresses share: up to 32 of IPv4, 128 of IPv6.
  public int bits() {
    return bits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network that
        && bits == that.bits
        && Arrays.equals(address, that.address);
  }

  @Override
  public int hashCode() {
    return 31 * bits + Arrays.hashCode(address);
  }

  /// As it is read.
  @Override
  public String toString() {
    try {
      return InetAddress.getByAddress(address).getHostAddress() + "/" + bits;
    } catch (java.net.UnknownHostException e) {
      throw new AssertionError("four or sixteen bytes are an address", e);
    }
  }
}
