package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.Bank;
import id.sakelar.server.banking.BankStore;
import id.sakelar.server.banking.End;
import id.sakelar.server.banking.OurBank;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which bank goes by which names: three digits inside, and its BIC on the wire. Thread-safe.
record SwitcherBanks(OurBank ours, BankStore banks) {
  private static final Pattern CODE = Pattern.compile("[0-9]{3}");

  /// An account at the bank of a word: three digits, in our list or not, or a BIC. Empty if nobody
  /// knows the BIC.
  Optional<End> findEnd(String bank, String account) {
    if (bank.equals(ours.code()) || bank.equals(ours.bic())) {
      return Optional.of(new End(ours.code(), account));
    }
    return banks
        .find(bank)
        .map(Bank::code)
        .or(() -> Optional.of(bank).filter(it -> CODE.matcher(it).matches()))
        .map(code -> new End(code, account));
  }

  /// What a bank is called on the wire: its BIC, or its code where that is not known.
  String word(End end) {
    if (ours.isOurs(end)) {
      return ours.bic();
    }
    return banks
        .find(end.bank())
        .flatMap(bank -> Optional.ofNullable(bank.bic()))
        .orElse(end.bank());
  }
}
