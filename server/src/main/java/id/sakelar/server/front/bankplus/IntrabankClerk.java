package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.End;
import id.sakelar.server.banking.Orders;
import id.sakelar.server.banking.Orders.Told;
import id.sakelar.server.front.bankplus.TransferDesk.Words;
import id.sakelar.wire.bankplus.IntrabankPayment;
import id.sakelar.wire.bankplus.IntrabankReceipt;
import id.sakelar.wire.bankplus.Reply;

/// Sends money from the agent's float to an account of our bank, on the terms of an inquiry.
/// Thread-safe.
record IntrabankClerk(
    PinDesk pins, TransferDesk transfers, Orders orders, TransferTelling telling, Refuser refuser)
    implements Clerk<IntrabankPayment, IntrabankReceipt> {
  @Override
  public Reply<IntrabankReceipt> answer(Visit visit, IntrabankPayment question) {
    return pins.findFault(visit, question.pin())
        .<Reply<IntrabankReceipt>>map(refuser::no)
        .orElseGet(() -> pay(visit, question));
  }

  private Reply<IntrabankReceipt> pay(Visit visit, IntrabankPayment question) {
    var account = question.accountNumber();
    var end = new End(telling.bank().code(), account);
    var composing =
        orders.intrabank(
            transfers.teller(visit),
            visit.sid(),
            account,
            question.amount(),
            new Told(question.adminFee(), question.accountName()));
    return transfers.make(visit, end, composing, Words.within(telling::within));
  }
}
