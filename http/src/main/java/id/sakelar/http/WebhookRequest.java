package id.sakelar.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Spells one POST in HTTP/1.1.
final class WebhookRequest {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]+: [\\x20-\\x7e]*");

  private WebhookRequest() {}

  /// The bytes to send to `url`, which ask for the connection to be closed afterwards.
  ///
  /// @throws IllegalArgumentException if a header could be read as more than one
  static byte[] of(WebhookUrl url, Map<String, String> headers, Body body) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("Host", host(url));
    all.put("Connection", "close");
    all.put("Content-Length", Integer.toString(body.size()));
    all.put("Content-Type", body.mediaType());
    var request = new ByteArrayOutputStream();
    request.writeBytes(("POST " + url.target() + " HTTP/1.1\r\n").getBytes(US_ASCII));
    all.forEach((name, value) -> request.writeBytes(line(name, value)));
    request.writeBytes("\r\n".getBytes(US_ASCII));
    request.writeBytes(body.bytes());
    return request.toByteArray();
  }

  private static String host(WebhookUrl url) {
    boolean usual = url.port() == (url.isSecure() ? 443 : 80);
    return usual ? url.host() : url.host() + ":" + url.port();
  }

  private static byte[] line(String name, String value) {
    String header = name + ": " + value;
    if (!HEADER.matcher(header).matches()) {
      throw new IllegalArgumentException("not a header: " + name);
    }
    return (header + "\r\n").getBytes(US_ASCII);
  }
}
