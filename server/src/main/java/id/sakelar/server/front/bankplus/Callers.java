package id.sakelar.server.front.bankplus;

import id.sakelar.http.Call;
import id.sakelar.server.partner.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who may call the switcher, whose dialect has no credentials: callers go by the name in their
/// certificate, or else by the address they call from. Immutable.
public final class Callers {
  /// Who calls from this machine when nobody is configured.
  public static final String LOCAL = "local";

  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{1,50}");

  private final Map<String, List<Network>> networks;
  private final boolean certified;

  /// Callers by where they call from; of two that fit, the first one.
  ///
  /// @param networks by name; if there are none, whoever calls from the loopback address is
  ///   [#LOCAL], and nobody else is let in without a certificate
  /// @throws IllegalArgumentException if a name is not 1 to 50 of `a-z 0-9 . _ -`
  public Callers(Map<String, List<Network>> networks) {
    this(networks, false);
  }

  /// Callers who go by the name in their certificate, and by nothing else.
  public static Callers byCertificate() {
    return new Callers(Map.of(), true);
  }

  private Callers(Map<String, List<Network>> networks, boolean certified) {
    for (String name : networks.keySet()) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "the name of a caller is 1 to 50 of a-z 0-9 . _ -, not " + name);
      }
    }
    this.networks = new LinkedHashMap<>(networks);
    this.certified = certified;
  }

  /// Who calls; empty for a stranger. A certificate's name counts alone, and one that is no name of
  /// a caller is a stranger's.
  Optional<String> find(Call call) {
    var certificate = call.findCertificate();
    return certified || certificate.isPresent()
        ? certificate.filter(it -> NAME.matcher(it).matches())
        : findByAddress(call);
  }

  private Optional<String> findByAddress(Call call) {
    if (networks.isEmpty()) {
      return call.remote().isLoopbackAddress() ? Optional.of(LOCAL) : Optional.empty();
    }
    return networks.entrySet().stream()
        .filter(it -> it.getValue().stream().anyMatch(net -> net.contains(call.remote())))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
