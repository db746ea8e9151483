package id.sakelar.server.front.iak;

import id.sakelar.server.payment.Reason;
import id.sakelar.wire.iak.ResponseCode;

/// Which response code says which reason.
final class Codes {
  private Codes() {}

  /// The code of a refusal: nothing is charged, and nothing will be for this request. A payment
  /// that was made and failed is [ResponseCode#PAYMENT_FAILED] instead, whatever the reason.
  static ResponseCode of(Reason reason) {
    return switch (reason) {
      case MALFORMED -> ResponseCode.PAYLOAD;
      case PRODUCT_UNKNOWN -> ResponseCode.PRODUCT;
      case PRODUCT_CLOSED -> ResponseCode.PRODUCT_OFF;
      case NUMBER_WRONG, NUMBER_LENGTH -> ResponseCode.NUMBER;
      case NUMBER_BLOCKED -> ResponseCode.NUMBER_BLOCKED;
      case NO_BILL -> ResponseCode.NO_BILL;
      case ALREADY_PAID -> ResponseCode.INVOICE_PAID;
      case AT_COUNTER_ONLY -> ResponseCode.COUNTER;
      case AMOUNT_INVALID, AMOUNT_NOT_ROUND -> ResponseCode.AMOUNT;
      case FUNDS -> ResponseCode.BALANCE;
      case LIMIT -> ResponseCode.ABOVE_LIMIT;
      case REFERENCE_USED -> ResponseCode.REFERENCE_USED;
      case NOT_FOUND -> ResponseCode.NOT_FOUND;
      case EXPIRED -> ResponseCode.EXPIRED;
      case FORBIDDEN -> ResponseCode.FORBIDDEN;
      case CUT_OFF -> ResponseCode.CUT_OFF;
      case BILLER_REFUSED -> ResponseCode.INQUIRY_FAILED;
      case BILLER_UNREACHABLE, BUSY -> ResponseCode.GENERAL;
    };
  }
}
