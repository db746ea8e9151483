package id.sakelar.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The proxies that are believed when they say for whom they ask.
record Proxies(Set<InetAddress> trusted) {
  Proxies {
    trusted = Set.copyOf(trusted);
  }

  /// Who asks, when `peer` sent `forwardedFor`: the last one named who is not a proxy himself. What
  /// stands further left was written by him and proves nothing.
  InetAddress remote(InetAddress peer, String forwardedFor) {
    InetAddress remote = peer;
    for (String hop : List.of(forwardedFor.split(",", -1)).reversed()) {
      var named = findAddress(hop.strip());
      if (!trusted.contains(remote) || named.isEmpty()) {
        return remote;
      }
      remote = named.get();
    }
    return remote;
  }

  private static Optional<InetAddress> findAddress(String literal) {
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
