package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.Denial;
import id.sakelar.server.banking.End;
import id.sakelar.server.banking.Operation;
import id.sakelar.server.banking.Order;
import id.sakelar.server.banking.Orders;
import id.sakelar.server.banking.Orders.Composing;
import id.sakelar.server.banking.Transfers;
import id.sakelar.server.banking.Transfers.Leave;
import id.sakelar.wire.bankplus.SwitcherReceipt;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherSentence;
import id.sakelar.wire.bankplus.SwitcherTransfer;

/// Sends money to the account of an inquiry. Thread-safe.
record SwitcherTransferClerk(
    SwitcherDesk desk, Transfers transfers, Orders orders, SwitcherBanks banks, SwitcherNames names)
    implements SwitcherClerk<SwitcherTransfer, SwitcherReceipt> {
  @Override
  public SwitcherReply<SwitcherReceipt> answer(String owner, SwitcherTransfer question) {
    String refnum = names.refnum(question.refnum());
    if (desk.has(owner, Operation.REVERSAL, refnum)) {
      return SwitcherReply.refused(SwitcherSentence.REFNUM_USED);
    }
    var leave = transfers.findLeave(owner, question.paymentCode());
    var source = banks.findEnd(question.sourceBank(), question.sourceAccount());
    if (leave.isEmpty()) {
      return refuse(owner, refnum, SwitcherSentence.NO_PAYMENT_CODE);
    }
    if (source.isEmpty()) {
      return refuse(owner, refnum, SwitcherSentence.BANK_UNKNOWN);
    }
    return send(question, refnum, leave.get(), source.get());
  }

  /// What cannot be ordered at all is not what was ordered before under the same refnum.
  private SwitcherReply<SwitcherReceipt> refuse(
      String owner, String refnum, SwitcherSentence sentence) {
    boolean used = desk.has(owner, Operation.SWITCHED, refnum);
    return SwitcherReply.refused(used ? SwitcherSentence.REFNUM_USED : sentence);
  }

  private SwitcherReply<SwitcherReceipt> send(
      SwitcherTransfer question, String refnum, Leave leave, End source) {
    var composing =
        orders.switched(
            refnum,
            question.refnum().isPresent(),
            leave,
            source,
            question.amount(),
            question.remark());
    return switch (composing) {
      case Composing.Composed(Order order) -> desk.make(order, SwitcherDenials::ofTransfer);
      case Composing.Denied(Denial why) ->
          SwitcherDesk.deny(why, SwitcherDenials::ofTransfer, question.sourceAccount());
    };
  }
}
