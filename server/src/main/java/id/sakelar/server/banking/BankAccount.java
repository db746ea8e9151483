package id.sakelar.server.banking;

import id.sakelar.ledger.AccountId;
import org.jspecify.annotations.Nullable;

/// An account of our bank: an agent's, which is the float, or a customer's savings. Immutable.
///
/// @param number 1 to 16 digits
/// @param books the account in the books
/// @param product of savings, whose limits hold; null for an agent's account
/// @param username of the agent; null for savings
/// @param active whether money may be moved
public record BankAccount(
    String number,
    AccountId books,
    @Nullable String product,
    @Nullable String username,
    boolean active,
    Holder holder) {
  /// Whether it holds a customer's savings.
  public boolean isSavings() {
    return product != null;
  }

  /// Leaves out whose it is.
  @Override
  public String toString() {
    return isSavings() ? "BankAccount[savings]" : "BankAccount[agent]";
  }
}
