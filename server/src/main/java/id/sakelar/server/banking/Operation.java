package id.sakelar.server.banking;

/// What a transfer is for.
public enum Operation {
  /// A new customer's first deposit, from the agent's float; opens the account.
  OPENING,
  /// Cash in, from the agent's float to savings of our bank.
  DEPOSIT,
  /// Cash out, from savings of our bank to the agent's float.
  WITHDRAWAL,
  /// From the agent's float to an account of our bank.
  INTRABANK,
  /// From the agent's float to an account of another bank.
  INTERBANK,
  /// Between any two accounts, by order of a caller of the switcher.
  SWITCHED,
  /// A booked transfer the other way round, by order of a caller of the switcher.
  REVERSAL
}
