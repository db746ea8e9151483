package id.sakelar.simulator.digiswitch;

import id.sakelar.wire.digiswitch.ResponseCode;

/// The biller's no, for a reason on the dialect's list.
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final ResponseCode code;

  Refusal(ResponseCode code) {
    super(code.name(), null, false, false);
    this.code = code;
  }

  ResponseCode code() {
    return code;
  }
}
