package id.sakelar.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which addresses partners may have us call. Immutable.
///
/// @param ports where https is allowed besides 443
/// @param loopbackAllowed whether this machine itself may be called, over plain http and on any
///   port: for a sandbox, where partner and switch share a desk, and nowhere else
public record WebhookPolicy(Set<Integer> ports, boolean loopbackAllowed) {
  private static final int LONGEST = 200;

  /// A full host name: no number in any spelling ends in a word.
  private static final Pattern NAME =
      Pattern.compile(
          "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{1,62}");

  private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.0\\.0\\.1");

  public WebhookPolicy {
    ports = Set.copyOf(ports);
  }

  /// Checks what a partner wants to have called.
  public WebhookCheck check(String text) {
    if (text.length() > LONGEST) {
      return WebhookFault.TOO_LONG;
    }
    try {
      var uri = new URI(text);
      var fault = findFault(uri);
      return fault.isPresent() ? fault.get() : url(text, uri);
    } catch (URISyntaxException _) {
      return WebhookFault.MALFORMED;
    }
  }

  /// Whether `address`, to which a name was resolved just now, may be connected to.
  boolean permits(InetAddress address) {
    return address.isLoopbackAddress() ? loopbackAllowed : Territory.isPublic(address);
  }

  private Optional<WebhookFault> findFault(URI uri) {
    String authority = uri.getRawAuthority();
    if (uri.getScheme() == null || authority == null) {
      return Optional.of(WebhookFault.MALFORMED);
    }
    if (!isSecure(uri) && !(loopbackAllowed && uri.getScheme().equalsIgnoreCase("http"))) {
      return Optional.of(WebhookFault.NOT_HTTPS);
    }
    if (authority.contains("@")) {
      return Optional.of(WebhookFault.USER_INFO);
    }
    if (uri.getRawFragment() != null) {
      return Optional.of(WebhookFault.FRAGMENT);
    }
    return isNamed(uri) ? findPortFault(uri) : Optional.of(WebhookFault.NOT_A_NAME);
  }

  private boolean isNamed(URI uri) {
    String host = uri.getHost();
    return host != null
        && (NAME.matcher(host).matches() || (loopbackAllowed && LOOPBACK.matcher(host).matches()));
  }

  private Optional<WebhookFault> findPortFault(URI uri) {
    int port = port(uri);
    boolean allowed = port == 443 || ports.contains(port) || (loopbackAllowed && port <= 65_535);
    return allowed ? Optional.empty() : Optional.of(WebhookFault.PORT);
  }

  private static WebhookUrl url(String text, URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    return new WebhookUrl(text, isSecure(uri), uri.getHost(), port(uri), target);
  }

  private static boolean isSecure(URI uri) {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return isSecure(uri) ? 443 : 80;
  }
}
