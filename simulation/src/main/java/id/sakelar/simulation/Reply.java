package id.sakelar.simulation;

/// What a biller has to say of an order, whether or not it arrives.
enum Reply {
  YES,
  NO,
  /// A no that says more about the biller than about the bill.
  NOT_HERE,
  WORKING,
  /// An order of this reference is known already.
  KNOWN,
  /// No order of this reference is known.
  UNKNOWN,
  /// It was a yes once.
  TAKEN_BACK
}
