package id.sakelar.simulator.iak;

import id.sakelar.wire.iak.ResponseCode;

/// What becomes of those who ask for a number. Immutable.
///
/// @param inquiry how the inquiry is answered
/// @param payment how the payment is answered at first; what is pending then succeeds
/// @param hasMore whether there are more bills than one, where the product has such
record Fate(ResponseCode inquiry, ResponseCode payment, boolean hasMore) {
  static final Fate PAID = new Fate(ResponseCode.SUCCESS, ResponseCode.SUCCESS, false);
  static final Fate MORE_PAID = new Fate(ResponseCode.SUCCESS, ResponseCode.SUCCESS, true);

  static Fate atInquiry(ResponseCode code) {
    return new Fate(code, ResponseCode.SUCCESS, false);
  }

  static Fate atPayment(ResponseCode code) {
    return new Fate(ResponseCode.SUCCESS, code, false);
  }
}
