package id.sakelar.server.front.bankplus;

import id.sakelar.http.Correlation;
import id.sakelar.server.banking.Denial;
import id.sakelar.server.banking.Operation;
import id.sakelar.server.banking.Order;
import id.sakelar.server.banking.Transfer;
import id.sakelar.server.banking.TransferId;
import id.sakelar.server.banking.Transfers;
import id.sakelar.server.banking.Transfers.Making;
import id.sakelar.wire.bankplus.SwitcherReceipt;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherSentence;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has transfers and reversals made, and says how they stand. What has ended is told from the
/// transfer alone, so that it is the same however often it is told. Thread-safe.
record SwitcherDesk(Transfers transfers, SwitcherTelling telling) {
  private static final Logger LOG = LoggerFactory.getLogger(SwitcherDesk.class);

  /// Whether the owner has a transfer, or a reversal, of this refnum.
  boolean has(String owner, Operation operation, String refnum) {
    return transfers.find(new TransferId(owner, operation, refnum)).isPresent();
  }

  /// Makes what is ordered, or tells what was made before.
  ///
  /// @param words say why not
  SwitcherReply<SwitcherReceipt> make(Order order, Function<Denial, SwitcherSentence> words) {
    return switch (making(order)) {
      case Making.Known(Transfer transfer) -> tell(transfer, words);
      case Making.InDoubt _ -> SwitcherReply.pending(order.id().reference());
      case Making.Refused(Denial why) -> deny(why, words, order.source().account());
    };
  }

  /// From here on money may have moved, and whatever breaks off is told as pending.
  private Making making(Order order) {
    try {
      return transfers.make(order, Correlation.waited());
    } catch (RuntimeException e) {
      LOG.error("call {}: the answer of {} broke off", Correlation.current(), order.id());
      LOG.debug("why it broke off", e);
      return new Making.InDoubt();
    }
  }

  private SwitcherReply<SwitcherReceipt> tell(
      Transfer transfer, Function<Denial, SwitcherSentence> words) {
    return switch (transfer.state()) {
      case BOOKED -> SwitcherReply.answered(telling.receipt(transfer));
      case FAILED -> deny(reason(transfer), words, transfer.order().source().account());
      case DEBITING, CREDITING, RETURNING -> SwitcherReply.pending(transfer.id().reference());
    };
  }

  private static Denial reason(Transfer transfer) {
    var ending = transfer.ending();
    var reason = ending == null ? null : ending.reason();
    return reason == null ? Denial.BANK_REFUSED : reason;
  }

  /// Says no, in the words that name the account if that is what is not known.
  static <A> SwitcherReply<A> deny(
      Denial why, Function<Denial, SwitcherSentence> words, String account) {
    var sentence = words.apply(why);
    return sentence == SwitcherSentence.ACCOUNT_UNKNOWN
            || sentence == SwitcherSentence.SOURCE_UNKNOWN
        ? SwitcherReply.refused(sentence, account)
        : SwitcherReply.refused(sentence);
  }
}
