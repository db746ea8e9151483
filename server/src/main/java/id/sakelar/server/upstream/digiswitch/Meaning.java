package id.sakelar.server.upstream.digiswitch;

import id.sakelar.server.payment.Reason;
import id.sakelar.wire.digiswitch.ResponseCode;

/// What a response code proves about a payment, which depends on what was asked.
///
/// The Digiflazz list says "Gagal" for almost everything. Here only those codes are a no of which
/// nobody can doubt that the order itself was turned down; a new code of the list does not compile
/// before somebody has thought about it.
enum Meaning {
  /// The bill is paid, if the price is the one that was agreed.
  PAID,
  /// It is not paid and will not be.
  REFUSED,
  /// The biller has the order and works on it.
  IN_PROCESS,
  /// Anything may have happened.
  DOUBTFUL,
  /// The biller knows of no such order.
  NOT_FOUND,
  /// It was paid, and that was taken back.
  REVERSED;

  /// What `code` proves as the answer to an order.
  ///
  /// A no are those that are answered before a transaction is formed, and those that end one for a
  /// reason found before money has moved. Not among them:
  /// - 01 and 70 say that somebody has lost patience, not that nobody has paid: only a status
  ///   answer makes them final.
  /// - 46 and 49 say that there is an earlier order of this reference, and 50 is about one.
  /// - 56 is no longer on the list.
  /// - 64, 83 and 86 answer other questions: deposit tickets, price lists, numbers.
  /// - 85 turns a caller away as HTTP 429 does, and is said to form a transaction nonetheless.
  static Meaning ofOrder(ResponseCode code) {
    return switch (code) {
      case SUCCESS -> PAID;
      case PENDING, ROUTER -> IN_PROCESS;
      case REFUND -> REVERSED;
      case PAYLOAD, SIGNATURE, USERNAME, PRODUCT, BALANCE, ADDRESS, OTHER_BUYER -> REFUSED;
      case NEVER_DEPOSITED, SELLER_DISTURBED, NO_MULTI, MULTI_LIMIT, SELLER_CUT_OFF -> REFUSED;
      case SELLER_UNVERIFIED, STOCK, PRICE_ABOVE_CAP -> REFUSED;
      case BLOCKED_BY_SELLER, BLOCKED_BY_BUYER, UNVERIFIED, EMONEY_STEP, FORBIDDEN -> REFUSED;
      case FAILURE, NUMBER_BLOCKED, PREFIX, SELLER_PRODUCT, NUMBER, DISTURBED -> REFUSED;
      case NUMBER_LENGTH, CUT_OFF, REGION, NO_BILL, UNSTABLE, UNREGISTER, KWH, AMOUNT -> REFUSED;
      case TIMEOUT, BILLER_TIMEOUT -> DOUBTFUL;
      case REPEATED, REFERENCE_USED, NOT_FOUND -> DOUBTFUL;
      case SELLER_LIMIT, TICKET, PRICE_LIST_LIMIT, PLN_LIMIT, TRANSACTION_LIMIT -> DOUBTFUL;
    };
  }

  /// What `code` proves as the answer to a status question: a no are only those that can be the end
  /// of a transaction. The others turn down the question, and say nothing about the payment.
  static Meaning ofStatus(ResponseCode code) {
    return switch (code) {
      case SUCCESS -> PAID;
      case PENDING, ROUTER -> IN_PROCESS;
      case REFUND -> REVERSED;
      case NOT_FOUND -> Meaning.NOT_FOUND;
      case TIMEOUT, FAILURE, NUMBER_BLOCKED, PREFIX, SELLER_PRODUCT, NUMBER, DISTURBED -> REFUSED;
      case NUMBER_LENGTH, CUT_OFF, REGION, NO_BILL -> REFUSED;
      case BILLER_TIMEOUT, UNSTABLE, UNREGISTER, KWH, AMOUNT -> REFUSED;
      case PAYLOAD, SIGNATURE, USERNAME, PRODUCT, BALANCE, ADDRESS -> DOUBTFUL;
      case REPEATED, OTHER_BUYER, REFERENCE_USED, SELLER_LIMIT, NEVER_DEPOSITED -> DOUBTFUL;
      case SELLER_DISTURBED, NO_MULTI, TICKET, MULTI_LIMIT, SELLER_CUT_OFF -> DOUBTFUL;
      case SELLER_UNVERIFIED, STOCK, PRICE_ABOVE_CAP -> DOUBTFUL;
      case BLOCKED_BY_SELLER, BLOCKED_BY_BUYER, UNVERIFIED, PRICE_LIST_LIMIT -> DOUBTFUL;
      case TRANSACTION_LIMIT, PLN_LIMIT, EMONEY_STEP, FORBIDDEN -> DOUBTFUL;
    };
  }

  /// Why a partner is told no, when a biller has answered `code`.
  ///
  /// Trouble between the biller and us, such as our deposit there, is never shown as trouble of the
  /// partner's: the biller cannot be asked. A code that is no refusal at all comes to the same.
  static Reason reason(ResponseCode code) {
    return switch (code) {
      case NUMBER, PREFIX -> Reason.NUMBER_WRONG;
      case NUMBER_LENGTH -> Reason.NUMBER_LENGTH;
      case NUMBER_BLOCKED -> Reason.NUMBER_BLOCKED;
      case NO_BILL -> Reason.NO_BILL;
      case CUT_OFF, SELLER_CUT_OFF -> Reason.CUT_OFF;
      case AMOUNT -> Reason.AMOUNT_INVALID;
      case EMONEY_STEP -> Reason.AMOUNT_NOT_ROUND;
      case PRODUCT, SELLER_PRODUCT, DISTURBED, STOCK, UNSTABLE -> Reason.PRODUCT_CLOSED;
      case FAILURE, TIMEOUT, BILLER_TIMEOUT, REFUND, NOT_FOUND -> Reason.BILLER_REFUSED;
      case OTHER_BUYER, SELLER_LIMIT, REGION, SELLER_DISTURBED -> Reason.BILLER_REFUSED;
      case NO_MULTI, MULTI_LIMIT, SELLER_UNVERIFIED, PRICE_ABOVE_CAP -> Reason.BILLER_REFUSED;
      case UNREGISTER, KWH -> Reason.BILLER_REFUSED;
      case PAYLOAD, SIGNATURE, USERNAME, BALANCE, ADDRESS -> Reason.BILLER_UNREACHABLE;
      case REPEATED, REFERENCE_USED, NEVER_DEPOSITED, TICKET -> Reason.BILLER_UNREACHABLE;
      case BLOCKED_BY_SELLER, BLOCKED_BY_BUYER, UNVERIFIED -> Reason.BILLER_UNREACHABLE;
      case FORBIDDEN -> Reason.BILLER_UNREACHABLE;
      case PRICE_LIST_LIMIT, TRANSACTION_LIMIT, PLN_LIMIT -> Reason.BILLER_UNREACHABLE;
      case SUCCESS, PENDING, ROUTER -> Reason.BILLER_UNREACHABLE;
    };
  }
}
