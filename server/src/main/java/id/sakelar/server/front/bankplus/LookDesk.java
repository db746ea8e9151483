package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.AccountStore;
import id.sakelar.server.banking.BankAccount;
import id.sakelar.server.banking.End;
import id.sakelar.server.banking.Look;
import id.sakelar.server.banking.Looks;
import id.sakelar.server.banking.OurBank;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;
import java.util.function.Function;

/// Lets agents look at accounts, within their limits, and has every look written down. Thread-safe.
record LookDesk(Looks looks, AccountStore accounts, OurBank bank, Refuser refuser) {
  /// Answers about an account of our bank; `told` sees it if it is there.
  <A> Reply<A> look(Visit visit, Look look, String number, Function<BankAccount, Reply<A>> told) {
    if (!looks.may(visit.username())) {
      return refuser.no(Sentence.LIMIT);
    }
    var account = accounts.find(number);
    looks.note(visit.username(), look, new End(bank.code(), number), account.isPresent());
    return account.map(told).orElseGet(() -> refuser.no(Sentence.NO_ACCOUNT));
  }

  /// Answers about an account of whatever bank.
  ///
  /// @param told what is said, and whether the account is there
  <A> Reply<A> look(Visit visit, End end, Sight<A> told) {
    if (!looks.may(visit.username())) {
      return refuser.no(Sentence.LIMIT);
    }
    var seen = told.see();
    looks.note(visit.username(), Look.INQUIRY, end, seen.found());
    return seen.reply();
  }

  /// A look at an account.
  @FunctionalInterface
  interface Sight<A> {
    Seen<A> see();
  }

  /// What came of it.
  record Seen<A>(boolean found, Reply<A> reply) {}

  /// Refuses to move money in words that tell whether an account is there: that is a look as well.
  <A> Reply<A> betray(Visit visit, End end, boolean found, Sentence sentence) {
    return look(visit, end, () -> new Seen<>(found, refuser.no(sentence)));
  }
}
