package id.sakelar.wire.digiswitch;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Reply.Answered;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a partner is told unasked: the answer to a payment whose state has changed.
///
/// Receivers calculate the signature again over what they parsed and printed: the body is JSON
/// without blanks or needless escapes, its amounts without decimals.
public final class Webhook {
  /// The header that says why: `create` or `update`.
  public static final String EVENT = "X-Digiflazz-Event";

  /// The header that is the same however often one change is told.
  public static final String DELIVERY = "X-Digiflazz-Delivery";

  /// The header of the signature, `sha1=` and 40 hexadecimal digits.
  public static final String SIGNATURE = "X-Hub-Signature";

  /// What the sender of bills calls itself.
  public static final String USER_AGENT = "Digiflazz-Pasca-Hookshot";

  private static final String SCHEME = "sha1=";

  private Webhook() {}

  /// Why a partner is told.
  public enum Event {
    /// A transaction has been formed.
    CREATE("create"),

    /// A transaction that was pending is final.
    UPDATE("update");

    private final String word;

    Event(String word) {
      this.word = word;
    }
  }

  /// The body. It always has a serial number, if an empty one: a receiver looks for it unguarded.
  public static Message body(Answer answer, Spelling spelling) {
    var whole =
        new Answer(
            answer.echo(), answer.verdict(), Optional.of(answer.sn().orElse("")), answer.bill());
    return Digiswitch.in(spelling).transaction().answer().write(Reply.answered(whole));
  }

  /// Reads a body that a biller has sent us, after its signature has been checked.
  public static Answer read(Message body, Spelling spelling) throws Garbled {
    return switch (Digiswitch.in(spelling).transaction().answer().read(body)) {
      case Answered<Answer>(Answer answer) -> answer;
      case Reply.Refused<Answer> _ -> throw Garbled.message("a webhook names its transaction");
    };
  }

  /// The headers that go with `body`. Without a secret nothing is signed.
  ///
  /// @param delivery names this change, the same at every attempt to tell it
  public static Map<String, String> headers(
      Event event, String delivery, Message body, Optional<String> secret) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("User-Agent", USER_AGENT);
    headers.put(EVENT, event.word);
    headers.put(DELIVERY, delivery);
    secret.ifPresent(it -> headers.put(SIGNATURE, sign(body, it)));
    return headers;
  }

  /// The value of the header [#SIGNATURE] for `body`.
  ///
  /// @throws IllegalArgumentException if the secret is empty
  public static String sign(Message body, String secret) {
    return SCHEME + HexFormat.of().formatHex(hmac(body, secret));
  }

  /// Whether `signature` is what [#sign] makes of `body`; takes as long for a wrong one.
  public static boolean isSigned(Message body, String secret, String signature) {
    return MessageDigest.isEqual(sign(body, secret).getBytes(UTF_8), signature.getBytes(UTF_8));
  }

  private static byte[] hmac(Message body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
      return mac.doFinal(body.body());
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new AssertionError("every Java runtime has HmacSHA1", e);
    }
  }
}
