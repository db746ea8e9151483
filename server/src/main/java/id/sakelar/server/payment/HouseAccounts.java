package id.sakelar.server.payment;

import id.sakelar.ledger.Account;
import id.sakelar.ledger.AccountId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The house's own accounts that payments are booked on. As everywhere in the books, a positive
/// balance is what the house owes.
public final class HouseAccounts {
  /// Money held for payments nobody has answered for.
  public static final AccountId IN_FLIGHT = new AccountId("in-flight");

  /// What partners paid, less what billers took: what is left is ours.
  public static final AccountId SALES = new AccountId("sales");

  /// What billers took for payments that had failed here, and is not claimed back yet.
  public static final AccountId LOSS = new AccountId("house-loss");

  private HouseAccounts() {}

  /// What one biller took from us; our deposit there is booked against it.
  public static AccountId upstream(String name) {
    return new AccountId("upstream:" + name);
  }

  /// All of them, for these upstreams.
  public static List<Account> all(Collection<String> upstreams) {
    var all = new ArrayList<Account>();
    all.add(Account.house(IN_FLIGHT, "in-flight"));
    all.add(Account.house(SALES, "sales"));
    all.add(Account.house(LOSS, "loss"));
    upstreams.forEach(name -> all.add(Account.house(upstream(name), "upstream")));
    return all;
  }
}
