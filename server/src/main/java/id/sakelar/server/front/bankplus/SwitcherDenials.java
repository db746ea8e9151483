package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.Denial;
import id.sakelar.wire.bankplus.SwitcherSentence;

/// Which sentence says why there is no account or no transfer, or why it failed.
final class SwitcherDenials {
  private SwitcherDenials() {}

  /// Says why there is nothing to be told of an account.
  static SwitcherSentence ofInquiry(Denial why) {
    return sentence(why, SwitcherSentence.ACCOUNT_UNKNOWN, SwitcherSentence.DISTURBED);
  }

  /// Says why there is no transfer.
  static SwitcherSentence ofTransfer(Denial why) {
    return sentence(why, SwitcherSentence.SOURCE_UNKNOWN, SwitcherSentence.TRANSFER_FAILED);
  }

  /// Says why there is no reversal.
  static SwitcherSentence ofReversal(Denial why) {
    return sentence(why, SwitcherSentence.REVERSAL_FAILED, SwitcherSentence.REVERSAL_FAILED);
  }

  private static SwitcherSentence sentence(
      Denial why, SwitcherSentence unknown, SwitcherSentence failed) {
    return switch (why) {
      case UNKNOWN_ACCOUNT -> unknown;
      case INACTIVE_ACCOUNT -> SwitcherSentence.INACTIVE;
      case UNKNOWN_BANK -> SwitcherSentence.BANK_UNKNOWN;
      case FUNDS -> SwitcherSentence.FUNDS;
      case CEILING -> SwitcherSentence.CEILING;
      case MONTH_LIMIT, AGENT_LIMIT -> SwitcherSentence.SOURCE_LIMIT;
      case NO_LEAVE -> SwitcherSentence.NO_PAYMENT_CODE;
      case REFERENCE_USED -> SwitcherSentence.REFNUM_USED;
      case NOT_FOUND -> SwitcherSentence.NOT_FOUND;
      case NOT_REVERSIBLE -> SwitcherSentence.NOT_REVERSIBLE;
      case ALREADY_REVERSED -> SwitcherSentence.ALREADY_REVERSED;
      case BANK_UNREACHABLE -> SwitcherSentence.BANK_UNREACHABLE;
      case BUSY -> SwitcherSentence.BUSY;
      case TERMS, HAS_ACCOUNT, BANK_REFUSED -> failed;
    };
  }
}
