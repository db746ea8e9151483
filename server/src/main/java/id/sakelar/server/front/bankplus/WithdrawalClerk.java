package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.AccountStore;
import id.sakelar.server.banking.BankAccount;
import id.sakelar.server.banking.End;
import id.sakelar.server.banking.Orders;
import id.sakelar.server.front.bankplus.LookDesk.Seen;
import id.sakelar.server.front.bankplus.TransferDesk.Words;
import id.sakelar.wire.bankplus.CashReceipt;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;
import id.sakelar.wire.bankplus.Withdraw;

/// Pays cash out of savings, into the agent's float, with the PINs of both. Thread-safe.
record WithdrawalClerk(
    PinDesk pins,
    LookDesk looks,
    AccountStore accounts,
    TransferDesk transfers,
    Orders orders,
    TransferTelling telling,
    Refuser refuser)
    implements Clerk<Withdraw, CashReceipt> {
  @Override
  public Reply<CashReceipt> answer(Visit visit, Withdraw question) {
    return pins.findFault(visit, question.pinTransaksi())
        .<Reply<CashReceipt>>map(refuser::no)
        .orElseGet(() -> ofCustomer(visit, question));
  }

  /// Trying a customer's PIN is a look: it tells whether the account is there.
  private Reply<CashReceipt> ofCustomer(Visit visit, Withdraw question) {
    var end = new End(telling.bank().code(), question.fromAccount());
    return looks.look(visit, end, () -> tried(visit, question, end));
  }

  private Seen<CashReceipt> tried(Visit visit, Withdraw question, End end) {
    if (accounts.find(question.fromAccount()).filter(BankAccount::isSavings).isEmpty()) {
      return new Seen<>(false, refuser.no(Sentence.NO_ACCOUNT));
    }
    var told =
        pins.findFaultOfCustomer(question.fromAccount(), question.pinNasabah())
            .<Reply<CashReceipt>>map(refuser::no)
            .orElseGet(() -> pay(visit, question, end));
    return new Seen<>(true, told);
  }

  private Reply<CashReceipt> pay(Visit visit, Withdraw question, End end) {
    var composing =
        orders.withdrawal(
            transfers.teller(visit),
            visit.sid(),
            question.fromAccount(),
            question.amount(),
            question.narration());
    return transfers.make(visit, end, composing, Words.within(telling::paidOut));
  }
}
