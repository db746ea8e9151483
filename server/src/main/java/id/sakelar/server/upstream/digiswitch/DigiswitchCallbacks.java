package id.sakelar.server.upstream.digiswitch;

import id.sakelar.http.Call;
import id.sakelar.server.upstream.CallbackReader;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Webhook;

/// Reads what Digiswitch or Digiflazz tells us by itself: an answer, signed by `X-Hub-Signature`.
/// Pings are not signed, and so nobody's. Thread-safe.
public final class DigiswitchCallbacks implements CallbackReader {
  private final String secret;
  private final Spelling spelling;

  /// @param secret that the biller signs with, not empty
  public DigiswitchCallbacks(String secret, Spelling spelling) {
    this.secret = secret;
    this.spelling = spelling;
  }

  @Override
  public Reading read(Call call) {
    var body = new Message(call.body().mediaType(), call.body().bytes());
    var signature = call.findHeader(Webhook.SIGNATURE).orElse("");
    if (!Webhook.isSigned(body, secret, signature)) {
      return new Reading.Forged();
    }
    try {
      return new Reading.Told(new DigiswitchCallback(Webhook.read(body, spelling)));
    } catch (Garbled _) {
      return new Reading.Unreadable();
    }
  }
}
