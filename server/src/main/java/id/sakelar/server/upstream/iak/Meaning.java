package id.sakelar.server.upstream.iak;

import id.sakelar.server.payment.Reason;
import id.sakelar.wire.iak.ResponseCode;
import id.sakelar.wire.iak.Status;

/// What a response code proves about a payment, which depends on what was asked.
///
/// The published list says "failed" for almost everything. Here only those codes are a no of which
/// nobody can doubt that the order itself was turned down; a new code of the list does not compile
/// before somebody has thought about it.
enum Meaning {
  /// The bill is paid, if the price is the one that was agreed.
  PAID,
  /// It is not paid and will not be, if the answer says that it is about our order.
  REFUSED,
  /// It is not paid and will not be: the order was turned down before it became a transaction, so
  /// the answer need not tell which one it is about.
  TURNED_DOWN,
  /// The biller has the order and works on it.
  IN_PROCESS,
  /// Anything may have happened.
  DOUBTFUL,
  /// The biller knows of no such order.
  NOT_FOUND;

  /// What `code` proves as the answer to an order.
  ///
  /// A no are those that turn an order down at the door, and those that end one for a reason found
  /// before money has moved. The door's are our account and our words (100, 101, 102, 107, 117,
  /// 118), our deposit (17), the inquiry (04 is of another day; 06 is unknown, and what the biller
  /// does not know it cannot have charged), and what the biller sells and when (20, 106, 108, 109,
  /// 110). Not among them:
  /// - 01, 34 and 40 say that somebody has paid, and that may have been us. So may 10, since there
  ///   was a bill when we asked.
  /// - 33, 91, 92, 103 and 105 say that the biller or its own biller is in trouble, not how far the
  ///   order had come. The list has them as failed all the same.
  /// - 02, 03, 09, 11, 42 and 43 answer other questions: status, inquiries, reports.
  static Meaning ofOrder(ResponseCode code) {
    return switch (code) {
      case SUCCESS -> PAID;
      case UNDEFINED, PENDING, UNKNOWN -> IN_PROCESS;
      case SIGNATURE, COMMAND, ADDRESS, PAYLOAD, PAGE, SUSPENDED -> TURNED_DOWN;
      case BALANCE, EXPIRED, NOT_FOUND -> TURNED_DOWN;
      case PRODUCT, PRODUCT_OFF, FORBIDDEN, CUT_OFF, MAINTENANCE -> TURNED_DOWN;
      case FAILED, PAYMENT_FAILED, REQUEST_AGAIN -> REFUSED;
      case BLOCKED_BY_PROVIDER, NUMBER_BLOCKED, NUMBER, NUMBER_UNSUPPORTED, OPERATOR -> REFUSED;
      case COUNTER, ABOVE_LIMIT, ALL_PERIODS, OTHER_ARREAR, PAST_DUE, NOT_HERE -> REFUSED;
      case AMOUNT, SERVICE_EXPIRED -> REFUSED;
      case INVOICE_PAID, PAID, ARREARS_PAID, NO_BILL -> DOUBTFUL;
      case BUSY, DATABASE, GENERAL, TIMEOUT, BILLER -> DOUBTFUL;
      case ONLY_INQUIRED, NOT_RECEIVED -> DOUBTFUL;
      case REFERENCE_FORM, INQUIRY_FAILED, REFERENCE_USED, REPORT_SPAN -> DOUBTFUL;
    };
  }

  /// What `code` proves in the answer to a status question that tells all about our order, and the
  /// [#status] that belongs to the code.
  ///
  /// A no are those that can be the end of an order, now that the status says it has failed: 33,
  /// 103 and 105 among them, and 01, 10, 34 and 40, by which it was not this order that paid. The
  /// others turn down the question, or say that the biller is in no state to answer it. With 06 an
  /// answer that tells all about an order contradicts itself; [#NOT_FOUND] it is where nothing is
  /// told.
  static Meaning ofStatus(ResponseCode code) {
    return switch (code) {
      case SUCCESS -> Meaning.PAID;
      case UNDEFINED, PENDING, UNKNOWN -> IN_PROCESS;
      case ONLY_INQUIRED, NOT_RECEIVED -> Meaning.NOT_FOUND;
      case FAILED, PAYMENT_FAILED, REQUEST_AGAIN, BUSY, TIMEOUT, BILLER -> REFUSED;
      case INVOICE_PAID, PAID, ARREARS_PAID -> REFUSED;
      case BLOCKED_BY_PROVIDER, NUMBER_BLOCKED, NUMBER, NUMBER_UNSUPPORTED, OPERATOR -> REFUSED;
      case NO_BILL, COUNTER, ABOVE_LIMIT, ALL_PERIODS, OTHER_ARREAR, PAST_DUE, NOT_HERE -> REFUSED;
      case AMOUNT, SERVICE_EXPIRED, BALANCE, EXPIRED -> REFUSED;
      case PRODUCT, PRODUCT_OFF, FORBIDDEN, CUT_OFF -> REFUSED;
      case SIGNATURE, COMMAND, ADDRESS, PAYLOAD, PAGE, SUSPENDED, MAINTENANCE -> DOUBTFUL;
      case DATABASE, GENERAL -> DOUBTFUL;
      case NOT_FOUND, REFERENCE_FORM, INQUIRY_FAILED, REFERENCE_USED, REPORT_SPAN -> DOUBTFUL;
    };
  }

  /// How an order stands of which `code` is said; any other status beside it contradicts it.
  static Status status(ResponseCode code) {
    return switch (code.standing()) {
      case SUCCESS -> Status.SUCCESS;
      case PENDING -> Status.PROCESSING;
      case FAILURE -> ofStatus(code) == NOT_FOUND ? Status.NOT_RECEIVED : Status.FAILED;
    };
  }

  /// Why a partner is told no, when a biller has answered `code`.
  ///
  /// Trouble between the biller and us, such as our deposit there, is never shown as trouble of the
  /// partner's: the biller cannot be asked. A code that is no refusal at all comes to the same.
  static Reason reason(ResponseCode code) {
    return switch (code) {
      case INVOICE_PAID, PAID, ARREARS_PAID -> Reason.ALREADY_PAID;
      case NO_BILL -> Reason.NO_BILL;
      case NUMBER, NUMBER_UNSUPPORTED, OPERATOR -> Reason.NUMBER_WRONG;
      case BLOCKED_BY_PROVIDER, NUMBER_BLOCKED -> Reason.NUMBER_BLOCKED;
      case COUNTER, PAST_DUE, NOT_HERE -> Reason.AT_COUNTER_ONLY;
      case AMOUNT, ABOVE_LIMIT -> Reason.AMOUNT_INVALID;
      case CUT_OFF -> Reason.CUT_OFF;
      case PRODUCT, PRODUCT_OFF, FORBIDDEN, MAINTENANCE, SERVICE_EXPIRED -> Reason.PRODUCT_CLOSED;
      case BALANCE, SIGNATURE, COMMAND, ADDRESS -> Reason.BILLER_UNREACHABLE;
      case PAYLOAD, PAGE, SUSPENDED -> Reason.BILLER_UNREACHABLE;
      case REFERENCE_FORM, REFERENCE_USED, REPORT_SPAN -> Reason.BILLER_UNREACHABLE;
      case SUCCESS, UNDEFINED, PENDING, UNKNOWN -> Reason.BILLER_UNREACHABLE;
      case ONLY_INQUIRED, EXPIRED, NOT_FOUND, NOT_RECEIVED -> Reason.BILLER_REFUSED;
      case FAILED, INQUIRY_FAILED, PAYMENT_FAILED, REQUEST_AGAIN -> Reason.BILLER_REFUSED;
      case ALL_PERIODS, OTHER_ARREAR -> Reason.BILLER_REFUSED;
      case BUSY, DATABASE, GENERAL, TIMEOUT, BILLER -> Reason.BILLER_REFUSED;
    };
  }
}
