package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.End;
import id.sakelar.server.banking.Orders;
import id.sakelar.server.front.bankplus.TransferDesk.Words;
import id.sakelar.wire.bankplus.CashReceipt;
import id.sakelar.wire.bankplus.DepositAccount;
import id.sakelar.wire.bankplus.Reply;

/// Pays cash into savings, from the agent's float. Thread-safe.
record DepositClerk(
    PinDesk pins, TransferDesk transfers, Orders orders, TransferTelling telling, Refuser refuser)
    implements Clerk<DepositAccount, CashReceipt> {
  @Override
  public Reply<CashReceipt> answer(Visit visit, DepositAccount question) {
    return pins.findFault(visit, question.pinTransaksi())
        .<Reply<CashReceipt>>map(refuser::no)
        .orElseGet(() -> pay(visit, question));
  }

  private Reply<CashReceipt> pay(Visit visit, DepositAccount question) {
    var account = question.toAccount();
    var end = new End(telling.bank().code(), account);
    var composing =
        orders.deposit(
            transfers.teller(visit), visit.sid(), account, question.amount(), question.narration());
    return transfers.make(visit, end, composing, Words.within(telling::paidIn));
  }
}
