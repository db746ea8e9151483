package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.Transfer;
import id.sakelar.wire.bankplus.Code;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;

/// Says no, in the name of the platform or of the bank. Thread-safe.
///
/// @param bank the bank's short name, `BNI`
record Refuser(Traces traces, String bank) {
  <A> Reply<A> no(Sentence sentence) {
    return no(sentence, sentence.code() == Code.REFUSED ? traces.fresh() : "");
  }

  /// Why a transfer has failed; the same however often it is told.
  <A> Reply<A> no(Sentence sentence, Transfer transfer) {
    return no(sentence, Traces.of(transfer));
  }

  private <A> Reply<A> no(Sentence sentence, String trace) {
    return Reply.refused(
        sentence.code() == Code.REFUSED ? sentence.refusal(trace, bank) : sentence.refusal());
  }
}
