package id.sakelar.server.front.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Agent;
import id.sakelar.server.banking.BankAccount;
import id.sakelar.server.banking.Holder;
import id.sakelar.server.banking.OurBank;
import id.sakelar.wire.bankplus.Account;
import java.time.Instant;
import java.util.Optional;

/// Tells accounts of our bank in the words of the dialect. Thread-safe.
record AccountTelling(OurBank bank, Traces traces) {
  private static final String HIDDEN = "xxxx";

  /// The agent's own account, in full.
  Account.Own own(Agent agent, BankAccount account, Rupiah balance) {
    return new Account.Own(
        full(account, balance, traces.now()), traces.fresh(), agent.code(), balance);
  }

  /// An account as the agent who holds it sees it.
  Account.Checked checkedOwn(Agent agent, BankAccount account, Rupiah balance) {
    return checked(agent, account, full(account, balance, traces.now()));
  }

  /// An account as any other agent sees it: nothing of what is on it, and telephones in part.
  Account.Checked checked(Agent agent, BankAccount account) {
    return checked(agent, account, masked(account, Optional.empty()));
  }

  private Account.Checked checked(Agent agent, BankAccount account, Account told) {
    return new Account.Checked(
        told, traces.fresh(), agent.code(), Rupiah.ZERO, mask(account.holder().mobile()));
  }

  /// An account as its holder asks an agent to see it.
  Account withBalance(BankAccount account, Rupiah balance) {
    return masked(account, Optional.of(balance));
  }

  private Account full(BankAccount account, Rupiah balance, Instant now) {
    var holder = account.holder();
    return new Account(
        account.number(),
        holder.name(),
        Optional.of(balance),
        holder.mobile(),
        holder.home(),
        holder.office(),
        bank.name(),
        now);
  }

  private Account masked(BankAccount account, Optional<Rupiah> balance) {
    Holder holder = account.holder();
    return new Account(
        account.number(),
        holder.name(),
        balance,
        mask(holder.mobile()),
        mask(holder.home()),
        mask(holder.office()),
        bank.name(),
        traces.now());
  }

  /// `08968967xxxx` for `089689677052`: the last four characters are hidden. Of a telephone that is
  /// not there nobody learns that.
  static String mask(String telephone) {
    int shown = Math.max(0, telephone.length() - HIDDEN.length());
    return telephone.substring(0, shown) + HIDDEN;
  }
}
