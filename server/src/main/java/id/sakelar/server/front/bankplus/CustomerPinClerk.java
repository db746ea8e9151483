package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.AccountStore;
import id.sakelar.server.banking.BankAccount;
import id.sakelar.server.banking.End;
import id.sakelar.server.banking.OurBank;
import id.sakelar.server.front.bankplus.LookDesk.Seen;
import id.sakelar.wire.bankplus.Blank;
import id.sakelar.wire.bankplus.ChangeCustomerPin;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;

/// Changes a customer's PIN, with the old one. Thread-safe.
record CustomerPinClerk(
    PinDesk pins, LookDesk looks, AccountStore accounts, OurBank bank, Refuser refuser)
    implements Clerk<ChangeCustomerPin, Blank> {
  @Override
  public Reply<Blank> answer(Visit visit, ChangeCustomerPin question) {
    var end = new End(bank.code(), question.accountNum());
    return looks.look(visit, end, () -> change(question));
  }

  private Seen<Blank> change(ChangeCustomerPin question) {
    var account = question.accountNum();
    return accounts.find(account).filter(BankAccount::isSavings).isPresent()
        ? new Seen<>(true, change(account, question.old(), question.fresh()))
        : new Seen<>(false, refuser.no(Sentence.NO_ACCOUNT));
  }

  private Reply<Blank> change(String account, String old, String fresh) {
    return pins.findFaultOfCustomer(account, old)
        .<Reply<Blank>>map(refuser::no)
        .orElseGet(() -> set(account, fresh));
  }

  private Reply<Blank> set(String account, String pin) {
    pins.setOfCustomer(account, pin);
    return Reply.done(new Blank());
  }
}
