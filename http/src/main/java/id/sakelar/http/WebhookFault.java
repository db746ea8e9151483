package id.sakelar.http;

/// Why a webhook address is not accepted, the first reason that holds.
public enum WebhookFault implements WebhookCheck {
  /// Longer than 200 characters.
  TOO_LONG,

  /// Not a URL with a host.
  MALFORMED,

  /// Not https.
  NOT_HTTPS,

  /// A user name or password stands before the host.
  USER_INFO,

  /// There is something after a `#`, which is never sent.
  FRAGMENT,

  /// The host is a number or otherwise not a full name.
  NOT_A_NAME,

  /// The port is not one of those that are allowed.
  PORT
}
