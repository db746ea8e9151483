package id.sakelar.server.banking;

/// What an agent wants to know of an account.
public enum Look {
  /// Whose it is.
  CHECK,
  /// What is on it.
  BALANCE,
  /// Whose it is, before sending money there.
  INQUIRY,
  /// What moved on it.
  STATEMENT
}
