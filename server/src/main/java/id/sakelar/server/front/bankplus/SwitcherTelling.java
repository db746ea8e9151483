package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.End;
import id.sakelar.server.banking.Transfer;
import id.sakelar.wire.bankplus.SwitcherReceipt;
import id.sakelar.wire.bankplus.SwitcherReceipt.Side;
import java.util.Optional;

/// Tells booked transfers in the words of the dialect. Thread-safe.
record SwitcherTelling(SwitcherBanks banks) {
  /// What is told of a transfer that is booked, however often.
  SwitcherReceipt receipt(Transfer transfer) {
    var order = transfer.order();
    var ending = transfer.ending();
    return new SwitcherReceipt(
        ending == null ? transfer.openedAt() : ending.at(),
        transfer.id().reference(),
        side(order.source(), order.facts().sourceName()),
        side(order.target(), order.facts().targetName()),
        order.amount(),
        order.facts().remark(),
        journal(transfer),
        Optional.empty());
  }

  private Side side(End end, String name) {
    return new Side(banks.word(end), end.account(), name);
  }

  /// The number of the booking, which only a booked transfer has.
  static String journal(Transfer transfer) {
    return String.valueOf(transfer.journal());
  }
}
