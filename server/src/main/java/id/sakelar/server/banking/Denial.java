package id.sakelar.server.banking;

/// Why there is no transfer, or why it failed.
public enum Denial {
  UNKNOWN_ACCOUNT,
  INACTIVE_ACCOUNT,
  /// Our list of banks does not have it, or no line goes there.
  UNKNOWN_BANK,
  /// The source has not enough.
  FUNDS,
  /// The target would hold more than its product allows.
  CEILING,
  /// The source would pay out more in this calendar month than its product allows.
  MONTH_LIMIT,
  /// More than the agent may move at once, or on one day.
  AGENT_LIMIT,
  /// The leave to pay is unknown, of another owner, used or over.
  NO_LEAVE,
  /// The reference means another transfer.
  REFERENCE_USED,
  /// The caller expected another fee or another name.
  TERMS,
  /// There is no such transfer of this owner.
  NOT_FOUND,
  /// The transfer to be reversed is not booked, or its journal is another.
  NOT_REVERSIBLE,
  ALREADY_REVERSED,
  /// One person has one account.
  HAS_ACCOUNT,
  /// The other bank cannot be reached; nothing was sent.
  BANK_UNREACHABLE,
  /// The other bank said no.
  BANK_REFUSED,
  /// Too much is going on; nothing was done.
  BUSY
}
