package id.sakelar.server.banking;

import id.sakelar.ledger.Account;
import id.sakelar.ledger.AccountId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The bank's own accounts that transfers are booked on. As everywhere in the books, a positive
/// balance is what the house owes.
public final class BankHouseAccounts {
  /// Money that has left one end and has not reached the other.
  public static final AccountId ESCROW = new AccountId("escrow");

  /// What holders paid for transfers.
  public static final AccountId FEE_INCOME = new AccountId("fee-income");

  private BankHouseAccounts() {}

  /// Our position at another bank: what came out of our account there and went to holders here is
  /// negative, and lies there for us.
  ///
  /// @param code the bank's three digits
  public static AccountId at(String code) {
    return new AccountId("bank:" + code);
  }

  /// All of them, for these banks.
  public static List<Account> all(Collection<String> codes) {
    var all = new ArrayList<Account>();
    all.add(Account.house(ESCROW, "escrow"));
    all.add(Account.house(FEE_INCOME, "fees"));
    codes.forEach(code -> all.add(Account.house(at(code), "bank")));
    return all;
  }
}
