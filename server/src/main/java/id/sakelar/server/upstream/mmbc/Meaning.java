package id.sakelar.server.upstream.mmbc;

import id.sakelar.server.payment.Reason;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Status;

/// What a word of the biller's proves about a payment, which depends on what was asked.
///
/// The API has no codes and prints four sentences; those that are not on the list prove nothing. A
/// new sentence of the list does not compile before somebody has thought about it.
enum Meaning {
  /// The bill is paid, if the price is the one that was agreed.
  PAID,
  /// It is not paid and will not be.
  REFUSED,
  /// The biller has the order and works on it.
  IN_PROCESS,
  /// Anything may have happened.
  DOUBTFUL,
  /// The biller knows of no such payment.
  NOT_FOUND;

  /// What `status` proves as the answer to an order: that it stays an inquiry nobody can say who
  /// has taken it.
  static Meaning ofOrder(Status status) {
    return switch (status) {
      case CONFIRM -> PAID;
      case PENDING -> IN_PROCESS;
      case REFUND -> REFUSED;
      case INQUIRY -> DOUBTFUL;
    };
  }

  /// What `status` proves as the answer to a status question. An inquiry that is still one has not
  /// seen our order, which may only be late: that is no more than "not found".
  static Meaning ofStatus(Status status) {
    return status == Status.INQUIRY ? NOT_FOUND : ofOrder(status);
  }

  /// What `sentence` proves as the answer to an order.
  ///
  /// A no are those that are said before anything is taken, and that the bank has refused. Not
  /// among them:
  /// - ALREADY_PAID, DATA_NOT_FOUND and NOT_YET_DUE are what our own order brings about. It is sent
  ///   once, but what lies between may deliver it twice, and then we hear the second answer. The
  ///   invoice is ours alone, so its status decides.
  /// - UNDECIDED and REFERENCE_USED say that there is an earlier order, which may be this one.
  /// - DISTURBED is a promise when a switch like ours says it. In the mouth of any other it says
  ///   that something broke, and not when.
  /// - LIMIT turns a caller away as HTTP 429 does, which proves nothing either.
  /// - FAILURE_INVOICE answers another question.
  static Meaning ofOrder(Sentence sentence) {
    return switch (sentence) {
      case FORMAT, LOGIN, NOT_ALLOWED, EXPOSED, CREDENTIAL, CLOSED, FUNDS -> REFUSED;
      case NOT_FOUND, INQUIRY_NEEDED, INQUIRY_OVER, PLATES_DUE -> REFUSED;
      case CARD_UNKNOWN, FAILED -> REFUSED;
      case CC_CODE, CARD, BRAND, AMOUNT, AMOUNT_LEAST, AMOUNT_MOST, DIRECT, RECEIPT -> REFUSED;
      case REF_ID, PRODUCT, CUSTOMER_NUMBER, STRUCTURE_NUMBER, INVOICE -> REFUSED;
      case ALREADY_PAID, DATA_NOT_FOUND, NOT_YET_DUE -> DOUBTFUL;
      case UNDECIDED, REFERENCE_USED, DISTURBED, LIMIT, FAILURE_INVOICE -> DOUBTFUL;
    };
  }

  /// What `sentence` proves as the answer to a status question: the biller knows no such invoice,
  /// or it turns down the question and says nothing about the payment.
  static Meaning ofStatus(Sentence sentence) {
    return switch (sentence) {
      case NOT_FOUND, FAILURE_INVOICE -> Meaning.NOT_FOUND;
      case FORMAT, LOGIN, NOT_ALLOWED, EXPOSED, CREDENTIAL, LIMIT, DISTURBED -> DOUBTFUL;
      case CLOSED, FUNDS, INQUIRY_NEEDED, INQUIRY_OVER, UNDECIDED, REFERENCE_USED -> DOUBTFUL;
      case DATA_NOT_FOUND, ALREADY_PAID, NOT_YET_DUE, PLATES_DUE -> DOUBTFUL;
      case CARD_UNKNOWN, FAILED -> DOUBTFUL;
      case CC_CODE, CARD, BRAND, AMOUNT, AMOUNT_LEAST, AMOUNT_MOST, DIRECT, RECEIPT -> DOUBTFUL;
      case REF_ID, PRODUCT, CUSTOMER_NUMBER, STRUCTURE_NUMBER, INVOICE -> DOUBTFUL;
    };
  }

  /// Why a partner is told no, when a biller has said `sentence`.
  ///
  /// Trouble between the biller and us, such as our deposit there, is never shown as trouble of the
  /// partner's: the biller cannot be asked. A sentence that answers another question comes to the
  /// same.
  static Reason reason(Sentence sentence) {
    return switch (sentence) {
      case CARD_UNKNOWN, CARD, BRAND, DATA_NOT_FOUND -> Reason.NUMBER_WRONG;
      case CUSTOMER_NUMBER, STRUCTURE_NUMBER -> Reason.NUMBER_WRONG;
      case AMOUNT, AMOUNT_LEAST, AMOUNT_MOST -> Reason.AMOUNT_INVALID;
      case CLOSED, CC_CODE, PRODUCT -> Reason.PRODUCT_CLOSED;
      case ALREADY_PAID -> Reason.ALREADY_PAID;
      case NOT_YET_DUE -> Reason.NO_BILL;
      case PLATES_DUE -> Reason.AT_COUNTER_ONLY;
      case INQUIRY_NEEDED, INQUIRY_OVER, NOT_FOUND -> Reason.EXPIRED;
      case FAILED -> Reason.BILLER_REFUSED;
      case FORMAT, LOGIN, NOT_ALLOWED, EXPOSED, CREDENTIAL -> Reason.BILLER_UNREACHABLE;
      case LIMIT, DISTURBED, FUNDS, UNDECIDED, REFERENCE_USED -> Reason.BILLER_UNREACHABLE;
      case FAILURE_INVOICE, DIRECT, RECEIPT, REF_ID, INVOICE -> Reason.BILLER_UNREACHABLE;
    };
  }
}
