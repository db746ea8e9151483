package id.sakelar.server.payment;

/// Why the switch or a biller says no. Every dialect renders each in its own words.
public enum Reason {
  /// The request cannot be read or a field of it has the wrong form.
  MALFORMED,
  PRODUCT_UNKNOWN,
  /// Closed by us, or no upstream serves it now.
  PRODUCT_CLOSED,
  /// The customer's number is not one the biller knows.
  NUMBER_WRONG,
  NUMBER_LENGTH,
  NUMBER_BLOCKED,
  /// Nothing to pay, or the biller does not say whether it is paid already.
  NO_BILL,
  /// The bill was paid before, here or elsewhere.
  ALREADY_PAID,
  /// The bill cannot be paid this way: the customer has to go to the biller.
  AT_COUNTER_ONLY,
  AMOUNT_INVALID,
  /// An e-money amount that is no multiple of Rp1.000.
  AMOUNT_NOT_ROUND,
  /// The deposit does not cover it.
  FUNDS,
  /// Over the partner's limit for one payment or for the day.
  LIMIT,
  /// The reference was used for something else.
  REFERENCE_USED,
  NOT_FOUND,
  /// The inquiry is of another day.
  EXPIRED,
  /// The partner may not do this.
  FORBIDDEN,
  /// The biller's daily closing.
  CUT_OFF,
  /// The biller said no without a reason of its own, or was certainly never reached.
  BILLER_REFUSED,
  /// The biller cannot be asked now; nothing was recorded.
  BILLER_UNREACHABLE,
  /// We are too busy or our database is away; nothing was recorded.
  BUSY;

  /// Whether the no is remembered for a while: the same request might be granted a moment later,
  /// and a late repetition of it must not be. A no for want of room must not want room.
  boolean isRemembered() {
    return switch (this) {
      case PRODUCT_CLOSED,
          NUMBER_BLOCKED,
          NO_BILL,
          ALREADY_PAID,
          AT_COUNTER_ONLY,
          FUNDS,
          LIMIT,
          CUT_OFF,
          BILLER_REFUSED,
          BILLER_UNREACHABLE,
          BUSY ->
          true;
      case MALFORMED,
          PRODUCT_UNKNOWN,
          NUMBER_WRONG,
          NUMBER_LENGTH,
          AMOUNT_INVALID,
          AMOUNT_NOT_ROUND,
          REFERENCE_USED,
          NOT_FOUND,
          EXPIRED,
          FORBIDDEN ->
          false;
    };
  }
}
