package id.sakelar.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs what partners are told as the Standard Webhooks convention has it: an HMAC-SHA256 over the
/// name of the message, the moment of this try, and the body, so that nobody can change any of them
/// or tell it again later.
public final class WebhookSignature {
  /// The name of the message, the same at every try.
  public static final String ID = "webhook-id";

  /// When it was tried, in seconds since 1970.
  public static final String TIMESTAMP = "webhook-timestamp";

  /// `v1,` and the signature in Base64.
  public static final String SIGNATURE = "webhook-signature";

  private WebhookSignature() {}

  /// The three headers. Without a secret nothing is signed.
  ///
  /// @param id printable, without a full stop
  /// @param secret whose bytes in UTF-8 are the key. Libraries of the convention want it in Base64,
  ///   after `whsec_`
  public static Map<String, String> headers(
      String id, Instant at, byte[] body, Optional<String> secret) {
    Map<String, String> headers = new LinkedHashMap<>();
    var timestamp = Long.toString(at.getEpochSecond());
    headers.put(ID, id);
    headers.put(TIMESTAMP, timestamp);
    secret.ifPresent(it -> headers.put(SIGNATURE, sign(id, timestamp, body, it)));
    return headers;
  }

  /// The value of the header [#SIGNATURE].
  ///
  /// @throws IllegalArgumentException if the secret is empty
  public static String sign(String id, String timestamp, byte[] body, String secret) {
    var signed = new ByteArrayOutputStream();
    signed.writeBytes((id + "." + timestamp + ".").getBytes(UTF_8));
    signed.writeBytes(body);
    return "v1," + Base64.getEncoder().encodeToString(hmac(signed.toByteArray(), secret));
  }

  private static byte[] hmac(byte[] signed, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(signed);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new AssertionError("every Java runtime has HmacSHA256", e);
    }
  }
}
