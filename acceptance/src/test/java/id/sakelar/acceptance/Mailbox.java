package id.sakelar.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.sakelar.http.Answer;
import id.sakelar.http.Body;
import id.sakelar.http.Call;
import id.sakelar.http.Door;
import id.sakelar.http.Limits;
import java.net.URI;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where a partner receives its webhooks; it takes all of them. Thread-safe.
final class Mailbox implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ConcurrentLinkedQueue<Letter> letters = new ConcurrentLinkedQueue<>();
  private final Door door;

  /// One webhook.
  record Letter(Map<String, String> headers, String text) {
    JsonNode data() {
      return JSON.readTree(text).get("data");
    }

    /// The signature that a widespread receiver calculates: over what it has parsed and printed.
    String signature(String secret) {
      try {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
        byte[] printed = JSON.readTree(text).toString().getBytes(UTF_8);
        return "sha1=" + HexFormat.of().formatHex(mac.doFinal(printed));
      } catch (NoSuchAlgorithmException | InvalidKeyException e) {
        throw new AssertionError(e);
      }
    }
  }

  private Mailbox() {
    door =
        Door.on("127.0.0.1", 0, Limits.STANDARD, () -> "mailbox")
            .serve("POST", "/hook", this::take, _ -> Answer.of(400, Body.NONE))
            .open();
  }

  static Mailbox open() {
    return new Mailbox();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.port() + "/hook");
  }

  List<Letter> letters() {
    return List.copyOf(letters);
  }

  private Answer take(Call call) {
    letters.add(new Letter(call.headers(), new String(call.body().bytes(), UTF_8)));
    return Answer.of(200, Body.of("application/json", "{\"msg\":\"received\"}"));
  }

  @Override
  public void close() {
    door.close();
  }
}
