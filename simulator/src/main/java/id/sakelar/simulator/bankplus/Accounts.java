package id.sakelar.simulator.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.bankplus.SwitcherSentence;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The accounts of a bank and what is in them. For one thread at a time.
final class Accounts {
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<String, Rupiah> balances = new HashMap<>();
  private final String escrow;

  /// @param escrow the account that may go below zero
  Accounts(Iterable<Account> opened, Account escrow) {
    this.escrow = escrow.number();
    opened.forEach(this::add);
    add(escrow);
  }

  private void add(Account account) {
    if (accounts.put(account.number(), account) != null) {
      throw new IllegalArgumentException("an account is there twice");
    }
    balances.put(account.number(), account.balance());
  }

  Optional<Account> find(String number) {
    return Optional.ofNullable(accounts.get(number));
  }

  /// The account of a number that is known to be one.
  Account get(String number) {
    return find(number).orElseThrow(() -> new IllegalArgumentException("no such account"));
  }

  Rupiah balance(String number) {
    return Optional.ofNullable(balances.get(number))
        .orElseThrow(() -> new IllegalArgumentException("no such account"));
  }

  /// Whether `amount` can go from `source` to `target`.
  void check(String source, String target, Rupiah amount) throws Refusal {
    if (!get(source).active() || !get(target).active()) {
      throw new Refusal(SwitcherSentence.INACTIVE);
    }
    if (!source.equals(escrow) && balance(source).compareTo(amount) < 0) {
      throw new Refusal(SwitcherSentence.FUNDS);
    }
  }

  void move(String source, String target, Rupiah amount) {
    balances.put(source, balance(source).minus(amount));
    balances.put(target, balance(target).plus(amount));
  }
}
