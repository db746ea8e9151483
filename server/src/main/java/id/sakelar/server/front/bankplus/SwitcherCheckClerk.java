package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.Operation;
import id.sakelar.server.banking.Transfer;
import id.sakelar.server.banking.TransferId;
import id.sakelar.server.banking.TransferState;
import id.sakelar.server.banking.Transfers;
import id.sakelar.wire.bankplus.SwitcherCheck;
import id.sakelar.wire.bankplus.SwitcherReceipt;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherSentence;
import java.util.Optional;

/// Tells how a transfer or a reversal of the caller stands. Of others' it knows as much as of what
/// never was. Thread-safe.
record SwitcherCheckClerk(Transfers transfers, SwitcherTelling telling)
    implements SwitcherClerk<SwitcherCheck, SwitcherReceipt> {
  @Override
  public SwitcherReply<SwitcherReceipt> answer(String owner, SwitcherCheck question) {
    return find(owner, Operation.SWITCHED, question)
        .or(() -> find(owner, Operation.REVERSAL, question))
        .map(this::told)
        .orElseGet(() -> SwitcherReply.refused(SwitcherSentence.NOT_FOUND));
  }

  private Optional<Transfer> find(String owner, Operation operation, SwitcherCheck question) {
    return transfers.find(new TransferId(owner, operation, question.refnum()));
  }

  private SwitcherReply<SwitcherReceipt> told(Transfer transfer) {
    boolean isReversal = transfer.id().operation() == Operation.REVERSAL;
    return switch (transfer.state()) {
      case BOOKED ->
          SwitcherReply.answered(
              telling
                  .receipt(transfer)
                  .withInfo(
                      isReversal ? SwitcherReceipt.REVERSAL_SUCCESS : infoOfTransfer(transfer)));
      case FAILED ->
          SwitcherReply.refused(
              isReversal ? SwitcherSentence.REVERSAL_FAILED : SwitcherSentence.TRANSFER_FAILED);
      case DEBITING, CREDITING, RETURNING -> SwitcherReply.pending(transfer.id().reference());
    };
  }

  private String infoOfTransfer(Transfer transfer) {
    return transfers
        .findReversal(transfer.id())
        .filter(it -> it.state() == TransferState.BOOKED)
        .map(it -> SwitcherReceipt.reversedBy(it.id().reference(), SwitcherTelling.journal(it)))
        .orElse(SwitcherReceipt.SUCCESS);
  }
}
