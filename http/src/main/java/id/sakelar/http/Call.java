package id.sakelar.http;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request, whole: its body has been read to the end and was within the limits.
///
/// @param path as served, without a trailing slash
/// @param parameters what stood in the places of `{name}` in the served path; letters, digits and
///   `._:-` only
/// @param query the raw text after the question mark, empty if there is none. A front that expects
///   no query decides what one means; http does not know which words are credentials.
/// @param headers names in any case; the values of a repeated header are joined by commas
/// @param remote who asks; what a trusted proxy said of itself is already taken into account
/// @param certificate the name in the certificate that the connection came with, checked; null
///   without one, and for a certificate that has no single name. A proxy comes with its own.
public record Call(
    String method,
    String path,
    Map<String, String> parameters,
    String query,
    Map<String, String> headers,
    InetAddress remote,
    Body body,
    @Nullable String certificate) {
  public Call {
    parameters = Map.copyOf(parameters);
    headers = Headers.copyOf(headers);
  }

  /// A call that came without a certificate.
  public Call(
      String method,
      String path,
      Map<String, String> parameters,
      String query,
      Map<String, String> headers,
      InetAddress remote,
      Body body) {
    this(method, path, parameters, query, headers, remote, body, null);
  }

  public Optional<String> findHeader(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public Optional<String> findCertificate() {
    return Optional.ofNullable(certificate);
  }

  /// Leaves out the query, the headers and the body, which may hold secrets.
  @Override
  public String toString() {
    return method + " " + path;
  }
}
