package id.sakelar.simulator.iak;

import id.sakelar.wire.iak.ResponseCode;

/// The biller's no, for a reason on the dialect's list. Nothing is recorded of what it is said to.
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
