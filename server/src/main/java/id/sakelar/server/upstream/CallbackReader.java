package id.sakelar.server.upstream;

import id.sakelar.http.Call;

/// Reads what one biller tells us by itself. One for each dialect that has callbacks; thread-safe.
public interface CallbackReader {
  /// What a call is. The signature is looked at before anything else.
  Reading read(Call call);

  /// What a call was found to be.
  sealed interface Reading {
    /// Whoever called does not know the secret.
    record Forged() implements Reading {}

    /// The biller's, and not to be understood.
    record Unreadable() implements Reading {}

    /// The biller's.
    record Told(Callback callback) implements Reading {}
  }
}
