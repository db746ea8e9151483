package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.AccountStore;
import id.sakelar.wire.bankplus.Account;
import id.sakelar.wire.bankplus.Blank;
import id.sakelar.wire.bankplus.Reply;

/// Tells an agent what it has. Thread-safe.
record BalanceClerk(AccountStore accounts, AccountTelling telling)
    implements Clerk<Blank, Account.Own> {
  @Override
  public Reply<Account.Own> answer(Visit visit, Blank question) {
    var agent = visit.agent();
    var own = accounts.find(agent.account()).orElseThrow();
    return Reply.done(telling.own(agent, own, accounts.balance(own)));
  }
}
