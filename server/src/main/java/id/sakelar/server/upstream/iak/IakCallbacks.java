package id.sakelar.server.upstream.iak;

import id.sakelar.http.Call;
import id.sakelar.server.upstream.CallbackReader;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.Account;
import id.sakelar.wire.iak.Callback;

/// Reads what IAK tells us by itself, in the shape of its prepaid callbacks. The signature stands
/// inside, so that what cannot be read is nobody's. Thread-safe.
public final class IakCallbacks implements CallbackReader {
  private final Account account;

  /// @param account as which the biller knows us, with the key that it signs with
  public IakCallbacks(Account account) {
    this.account = account;
  }

  @Override
  public Reading read(Call call) {
    try {
      var told = Callback.CODEC.read(new Message(call.body().mediaType(), call.body().bytes()));
      return told.isSignedBy(account)
          ? new Reading.Told(new IakCallback(told))
          : new Reading.Forged();
    } catch (Garbled _) {
      return new Reading.Forged();
    }
  }
}
