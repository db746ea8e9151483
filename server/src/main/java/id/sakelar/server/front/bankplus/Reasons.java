package id.sakelar.server.front.bankplus;

import id.sakelar.server.payment.Reason;
import id.sakelar.wire.bankplus.Sentence;

/// Which sentence says why there is no bill, or why it was not paid.
final class Reasons {
  private Reasons() {}

  static Sentence sentence(Reason reason) {
    return switch (reason) {
      case MALFORMED -> Sentence.FORMAT;
      case PRODUCT_UNKNOWN, PRODUCT_CLOSED -> Sentence.PRODUCT;
      case NUMBER_WRONG, NUMBER_LENGTH, NUMBER_BLOCKED -> Sentence.CUSTOMER_NUMBER;
      case NO_BILL, ALREADY_PAID, AT_COUNTER_ONLY -> Sentence.NO_BILL;
      case AMOUNT_INVALID, AMOUNT_NOT_ROUND -> Sentence.AMOUNT;
      case FUNDS -> Sentence.FUNDS;
      case LIMIT -> Sentence.AGENT_LIMIT;
      case REFERENCE_USED -> Sentence.REFERENCE_USED;
      case NOT_FOUND, EXPIRED -> Sentence.NO_INQUIRY;
      case FORBIDDEN -> Sentence.FORBIDDEN;
      case CUT_OFF -> Sentence.CUT_OFF;
      case BILLER_REFUSED -> Sentence.DECLINED;
      case BILLER_UNREACHABLE, BUSY -> Sentence.BUSY;
    };
  }
}
