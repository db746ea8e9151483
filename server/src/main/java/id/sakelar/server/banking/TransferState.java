package id.sakelar.server.banking;

/// How far a transfer has come. Only [#BOOKED] and [#FAILED] are final.
public enum TransferState {
  /// Another bank has been asked to take the money from the source; it may have done so.
  DEBITING,
  /// The money has left the source and is ours to pass on: the target's bank has been asked to give
  /// it to the target; it may have done so.
  CREDITING,
  /// The target's bank said no: the source's bank has been asked to give the money back.
  RETURNING,
  /// Final: the target has the money.
  BOOKED,
  /// Final: the source has the money, as if nothing had been.
  FAILED;

  public boolean isFinal() {
    return this == BOOKED || this == FAILED;
  }
}
