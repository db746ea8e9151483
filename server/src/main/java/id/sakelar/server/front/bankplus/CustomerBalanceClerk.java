package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.AccountStore;
import id.sakelar.server.banking.Look;
import id.sakelar.wire.bankplus.Account;
import id.sakelar.wire.bankplus.CustomerBalance;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;

/// Tells what is on an account, with the agent's PIN. Thread-safe.
record CustomerBalanceClerk(
    PinDesk pins, LookDesk looks, AccountStore accounts, AccountTelling telling, Refuser refuser)
    implements Clerk<CustomerBalance, Account> {
  @Override
  public Reply<Account> answer(Visit visit, CustomerBalance question) {
    return pins.findFault(visit, question.pinPlatform())
        .<Reply<Account>>map(refuser::no)
        .orElseGet(() -> told(visit, question));
  }

  private Reply<Account> told(Visit visit, CustomerBalance question) {
    return looks.look(
        visit,
        Look.BALANCE,
        question.accountNum(),
        account ->
            account.isSavings() || account.number().equals(visit.agent().account())
                ? Reply.done(
                    telling.withBalance(account, accounts.balance(account)),
                    AgentTelling.card(visit.agent()))
                : refuser.no(Sentence.NO_ACCOUNT));
  }
}
