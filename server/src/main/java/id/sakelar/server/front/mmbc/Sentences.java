package id.sakelar.server.front.mmbc;

import id.sakelar.server.payment.Reason;
import id.sakelar.wire.mmbc.Sentence;

/// Which sentence says which reason.
final class Sentences {
  private Sentences() {}

  /// Why there is no inquiry or payment of a card.
  static Sentence ofCard(Reason reason) {
    return switch (reason) {
      case MALFORMED -> Sentence.FORMAT;
      case PRODUCT_UNKNOWN -> Sentence.CC_CODE;
      case PRODUCT_CLOSED, CUT_OFF, FORBIDDEN -> Sentence.CLOSED;
      case NUMBER_WRONG, NUMBER_LENGTH, NUMBER_BLOCKED, NO_BILL -> Sentence.CARD_UNKNOWN;
      case AMOUNT_INVALID, AMOUNT_NOT_ROUND -> Sentence.AMOUNT;
      case LIMIT -> Sentence.AMOUNT_MOST;
      case FUNDS -> Sentence.FUNDS;
      case REFERENCE_USED -> Sentence.REFERENCE_USED;
      case NOT_FOUND -> Sentence.NOT_FOUND;
      case EXPIRED -> Sentence.INQUIRY_NEEDED;
      case ALREADY_PAID, AT_COUNTER_ONLY, BILLER_REFUSED -> Sentence.FAILED;
      case BILLER_UNREACHABLE, BUSY -> Sentence.DISTURBED;
    };
  }

  /// Why there is no inquiry or payment of a vehicle's tax.
  static Sentence ofTax(Reason reason) {
    return switch (reason) {
      case MALFORMED -> Sentence.FORMAT;
      case PRODUCT_UNKNOWN -> Sentence.PRODUCT;
      case PRODUCT_CLOSED, CUT_OFF, FORBIDDEN -> Sentence.CLOSED;
      case NUMBER_WRONG, NUMBER_LENGTH, NUMBER_BLOCKED, NO_BILL -> Sentence.DATA_NOT_FOUND;
      case AMOUNT_INVALID, AMOUNT_NOT_ROUND, BILLER_REFUSED -> Sentence.FAILED;
      case LIMIT -> Sentence.AMOUNT_MOST;
      case FUNDS -> Sentence.FUNDS;
      case REFERENCE_USED -> Sentence.REFERENCE_USED;
      case NOT_FOUND -> Sentence.NOT_FOUND;
      case EXPIRED -> Sentence.INQUIRY_OVER;
      case ALREADY_PAID -> Sentence.ALREADY_PAID;
      case AT_COUNTER_ONLY -> Sentence.PLATES_DUE;
      case BILLER_UNREACHABLE, BUSY -> Sentence.DISTURBED;
    };
  }
}
