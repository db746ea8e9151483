package id.sakelar.ledger;

/// Why a unit was not booked. If several reasons hold, the first in this order is given.
public enum Refusal {
  /// Its subject and kind are booked already, or another row of its own must be unique and is not.
  /// The word is the constraint in the schema.
  DUPLICATE,
  /// It names an account that was never opened. The word is the account.
  UNKNOWN_ACCOUNT,
  /// Its rider said no. The word is the rider's.
  GUARD,
  /// An account would hold less than it may. The word is the account.
  FLOOR,
  /// An account would hold more than it may. The word is the account.
  CEILING
}
