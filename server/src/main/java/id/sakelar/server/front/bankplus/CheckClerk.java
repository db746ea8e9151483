package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.AccountStore;
import id.sakelar.server.banking.Agent;
import id.sakelar.server.banking.BankAccount;
import id.sakelar.server.banking.Look;
import id.sakelar.wire.bankplus.Account;
import id.sakelar.wire.bankplus.CheckAccount;
import id.sakelar.wire.bankplus.Reply;

/// Tells whose account it is. Thread-safe.
record CheckClerk(LookDesk looks, AccountStore accounts, AccountTelling telling)
    implements Clerk<CheckAccount, Account.Checked> {
  @Override
  public Reply<Account.Checked> answer(Visit visit, CheckAccount question) {
    return looks.look(
        visit,
        Look.CHECK,
        question.accountNum(),
        account -> Reply.done(checked(visit.agent(), account), AgentTelling.card(visit.agent())));
  }

  private Account.Checked checked(Agent agent, BankAccount account) {
    return account.number().equals(agent.account())
        ? telling.checkedOwn(agent, account, accounts.balance(account))
        : telling.checked(agent, account);
  }
}
