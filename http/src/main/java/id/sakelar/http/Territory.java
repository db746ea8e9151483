package id.sakelar.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Tells addresses out on the internet from those that belong to us, to the neighbours or to
/// nobody: the IANA special-purpose registries for IPv4 and IPv6.
final class Territory {
  private static final List<Block> NOT_PUBLIC =
      List.of(
          Block.of("0.0.0.0", 8),
          Block.of("10.0.0.0", 8),
          Block.of("100.64.0.0", 10),
          Block.of("127.0.0.0", 8),
          Block.of("169.254.0.0", 16),
          Block.of("172.16.0.0", 12),
          Block.of("192.0.0.0", 24),
          Block.of("192.0.2.0", 24),
          Block.of("192.88.99.0", 24),
          Block.of("192.168.0.0", 16),
          Block.of("198.18.0.0", 15),
          Block.of("198.51.100.0", 24),
          Block.of("203.0.113.0", 24),
          Block.of("224.0.0.0", 4),
          Block.of("240.0.0.0", 4),
          // Teredo and other protocol assignments, documentation, 6to4
          Block.of("2001::", 23),
          Block.of("2001:db8::", 32),
          Block.of("2002::", 16),
          Block.of("3fff::", 20));

  /// All of IPv6 that is given out to the public.
  private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);

  /// IPv4 in the guise of IPv6, as networks without IPv4 see it.
  private static final Block NAT64 = Block.of("64:ff9b::", 96);

  private Territory() {}

  /// Whether `address` is out on the internet and not one of this machine's own.
  static boolean isPublic(InetAddress address) {
    if (NAT64.contains(address)) {
      return isPublic(lastFourBytes(address));
    }
    boolean special = NOT_PUBLIC.stream().anyMatch(block -> block.contains(address));
    boolean givenOut = !(address instanceof Inet6Address) || GLOBAL_UNICAST.contains(address);
    return givenOut && !special && !isOwn(address);
  }

  private static InetAddress lastFourBytes(InetAddress address) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("four bytes are an address", e);
    }
  }

  private static boolean isOwn(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException _) {
      return true;
    }
  }

  /// All addresses that share the first `bits` bits.
  private record Block(InetAddress first, int bits) {
    static Block of(String first, int bits) {
      return new Block(InetAddress.ofLiteral(first), bits);
    }

    boolean contains(InetAddress address) {
      byte[] mine = first.getAddress();
      byte[] theirs = address.getAddress();
      if (mine.length != theirs.length) {
        return false;
      }
      int whole = bits / 8;
      int mask = 0xff00 >> bits % 8 & 0xff;
      return Arrays.equals(mine, 0, whole, theirs, 0, whole)
          && (mask == 0 || (mine[whole] & mask) == (theirs[whole] & mask));
    }
  }
}
