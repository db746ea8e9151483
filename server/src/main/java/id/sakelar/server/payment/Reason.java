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
  /// Nothing to pay: no bill yet, or it is paid.
  NO_BILL,
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
  /// The partner may not do this.
  FORBIDDEN,
  /// The biller's daily closing.
  CUT_OFF,
  /// The biller said no without a reason of its own, or was certainly never reached.
  BILLER_REFUSED,
  /// The biller cannot be asked now; nothing was recorded.
  BILLER_UNREACHABLE,
  /// We are too busy or our database is away; nothing was recorded.
  BUSY
}
