package id.sakelar.http;

/// A webhook address that a [WebhookPolicy] found fit. Immutable. Its text leaves out the path, in
/// which partners like to put secrets.
public final class WebhookUrl implements WebhookCheck {
  private final String text;
  private final boolean secure;
  private final String host;
  private final int port;
  private final String target;

  WebhookUrl(String text, boolean secure, String host, int port, String target) {
    this.text = text;
    this.secure = secure;
    this.host = host;
    this.port = port;
    this.target = target;
  }

  /// The address as it was given.
  public String text() {
    return text;
  }

  boolean isSecure() {
    return secure;
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  /// Path and query.
  String target() {
    return target;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebhookUrl url && text.equals(url.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return (secure ? "https://" : "http://") + host + ":" + port;
  }
}
