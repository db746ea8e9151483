package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.OurBank;
import id.sakelar.server.banking.Transfer;
import id.sakelar.wire.bankplus.CashReceipt;
import id.sakelar.wire.bankplus.InterbankReceipt;
import id.sakelar.wire.bankplus.IntrabankReceipt;
import java.time.Instant;

/// Tells booked transfers in the words of the dialect. Immutable.
record TransferTelling(OurBank bank) {
  /// When it was booked.
  static Instant at(Transfer transfer) {
    var ending = transfer.ending();
    return ending == null ? transfer.openedAt() : ending.at();
  }

  /// Cash that was paid in.
  CashReceipt paidIn(Transfer transfer) {
    var order = transfer.order();
    return cash(transfer, order.target().account(), order.facts().targetName());
  }

  /// Cash that was paid out.
  CashReceipt paidOut(Transfer transfer) {
    var order = transfer.order();
    return cash(transfer, order.source().account(), order.facts().sourceName());
  }

  private CashReceipt cash(Transfer transfer, String account, String name) {
    var order = transfer.order();
    return new CashReceipt(order.amount(), order.fee(), at(transfer), account, name, bank.name());
  }

  IntrabankReceipt within(Transfer transfer) {
    var order = transfer.order();
    return new IntrabankReceipt(
        at(transfer),
        order.fee(),
        bank.name(),
        order.amount(),
        order.target().account(),
        order.facts().targetName());
  }

  /// @param bankName as receipts have it
  InterbankReceipt abroad(Transfer transfer, String bankName) {
    var order = transfer.order();
    return new InterbankReceipt(
        at(transfer),
        order.fee(),
        order.target().bank(),
        order.amount(),
        bankName,
        order.target().account(),
        order.facts().targetName());
  }
}
