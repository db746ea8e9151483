package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.Denial;
import id.sakelar.server.banking.Operation;
import id.sakelar.server.banking.Order;
import id.sakelar.server.banking.Orders;
import id.sakelar.server.banking.Orders.Composing;
import id.sakelar.server.banking.Transfer;
import id.sakelar.server.banking.TransferId;
import id.sakelar.server.banking.TransferState;
import id.sakelar.server.banking.Transfers;
import id.sakelar.wire.bankplus.SwitcherReceipt;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherReversal;
import id.sakelar.wire.bankplus.SwitcherSentence;

/// Sends the money of a booked transfer back, once. Thread-safe.
record SwitcherReversalClerk(
    SwitcherDesk desk, Transfers transfers, Orders orders, SwitcherNames names)
    implements SwitcherClerk<SwitcherReversal, SwitcherReceipt> {
  private static final SwitcherReply<SwitcherReceipt> EXECUTED =
      SwitcherReply.refused(SwitcherSentence.ALREADY_REVERSED);

  @Override
  public SwitcherReply<SwitcherReceipt> answer(String owner, SwitcherReversal question) {
    String refnum = names.refnum(question.refnum());
    if (desk.has(owner, Operation.SWITCHED, refnum)) {
      return SwitcherReply.refused(SwitcherSentence.REFNUM_USED);
    }
    return transfers
        .find(new TransferId(owner, Operation.SWITCHED, question.refnumTarget()))
        .map(original -> reverse(question, refnum, original))
        .orElseGet(() -> refuse(owner, question));
  }

  private SwitcherReply<SwitcherReceipt> refuse(String owner, SwitcherReversal question) {
    boolean isReversal = desk.has(owner, Operation.REVERSAL, question.refnumTarget());
    return SwitcherReply.refused(
        isReversal ? SwitcherSentence.NOT_REVERSIBLE : SwitcherSentence.NOT_FOUND);
  }

  private SwitcherReply<SwitcherReceipt> reverse(
      SwitcherReversal question, String refnum, Transfer original) {
    long journal = Long.parseLong(question.journal());
    SwitcherReply<SwitcherReceipt> reply =
        switch (orders.reversal(refnum, original, journal)) {
          case Composing.Composed(Order order) -> desk.make(order, SwitcherDenials::ofReversal);
          case Composing.Denied(Denial why) ->
              SwitcherReply.refused(SwitcherDenials.ofReversal(why));
        };
    return reply.equals(EXECUTED) && !isReversed(original) ? SwitcherReply.pending(refnum) : reply;
  }

  /// A reversal under way may still fail, and then it was not executed.
  private boolean isReversed(Transfer original) {
    return transfers
        .findReversal(original.id())
        .filter(reversal -> reversal.state() == TransferState.BOOKED)
        .isPresent();
  }
}
