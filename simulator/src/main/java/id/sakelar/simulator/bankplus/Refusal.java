package id.sakelar.simulator.bankplus;

import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherSentence;

/// The bank's no. Nothing was moved.
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final SwitcherSentence sentence;
  private final String account;

  /// A no that names no account.
  Refusal(SwitcherSentence sentence) {
    this(sentence, "");
  }

  /// @param account the one that is not known; empty if it is about something else
  Refusal(SwitcherSentence sentence, String account) {
    super(sentence.name(), null, false, false);
    this.sentence = sentence;
    this.account = account;
  }

  <A> SwitcherReply<A> told() {
    return account.isEmpty()
        ? SwitcherReply.refused(sentence)
        : SwitcherReply.refused(sentence, account);
  }
}
