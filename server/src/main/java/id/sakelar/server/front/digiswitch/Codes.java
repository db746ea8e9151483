package id.sakelar.server.front.digiswitch;

import id.sakelar.server.payment.Reason;
import id.sakelar.wire.digiswitch.ResponseCode;

/// Which response code says which reason.
final class Codes {
  private Codes() {}

  /// The code of a refusal: there is no payment, and there will be none of this request.
  static ResponseCode of(Reason reason) {
    return switch (reason) {
      case MALFORMED -> ResponseCode.PAYLOAD;
      case PRODUCT_UNKNOWN, PRODUCT_CLOSED -> ResponseCode.PRODUCT;
      case NUMBER_WRONG -> ResponseCode.NUMBER;
      case NUMBER_LENGTH -> ResponseCode.NUMBER_LENGTH;
      case NUMBER_BLOCKED -> ResponseCode.NUMBER_BLOCKED;
      case NO_BILL, ALREADY_PAID -> ResponseCode.NO_BILL;
      case AMOUNT_INVALID -> ResponseCode.AMOUNT;
      case AMOUNT_NOT_ROUND -> ResponseCode.EMONEY_STEP;
      case FUNDS -> ResponseCode.BALANCE;
      case REFERENCE_USED -> ResponseCode.REFERENCE_USED;
      case NOT_FOUND, EXPIRED -> ResponseCode.NOT_FOUND;
      case LIMIT, FORBIDDEN -> ResponseCode.FORBIDDEN;
      case CUT_OFF -> ResponseCode.CUT_OFF;
      case BILLER_REFUSED, AT_COUNTER_ONLY -> ResponseCode.FAILURE;
      case BILLER_UNREACHABLE, BUSY -> ResponseCode.SELLER_DISTURBED;
    };
  }

  /// The code of a payment that failed: one that says a transaction was formed, since its reference
  /// is used up.
  static ResponseCode ofFailed(Reason reason) {
    var code = of(reason);
    return code.formed() ? code : ResponseCode.FAILURE;
  }
}
