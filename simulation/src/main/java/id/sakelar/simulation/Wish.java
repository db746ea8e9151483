package id.sakelar.simulation;

import java.util.Locale;

/// What a customer at a partner's counter wants: a bill paid.
///
/// @param at when, in microseconds since the world began
/// @param partner the number of the partner
/// @param biller the number of the biller whose product it is
/// @param customer unique in the world, so that everybody knows which payment is meant
/// @param manner how the partner's program goes about it
/// @param tries how often it asks for the payment at most
record Wish(
    int number, long at, int partner, int biller, String customer, Manner manner, int tries) {
  /// How a partner's program goes about a payment.
  enum Manner {
    /// Inquires, and pays under the same reference.
    INQUIRE_AND_PAY,
    /// Pays without asking for the price.
    PAY,
    /// Inquires, and pays what was inquired.
    PAY_INQUIRED,
    /// Pays, and is content to know that it is under way.
    PAY_OPENED
  }

  /// The reference that the partner gives the payment.
  String reference() {
    return "R" + number;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "wish %d at %.3f s: partner %d, biller %d, %s, %d tries",
        number,
        at / 1e6,
        partner,
        biller,
        manner,
        tries);
  }
}
