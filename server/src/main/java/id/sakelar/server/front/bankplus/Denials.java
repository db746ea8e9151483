package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.Denial;
import id.sakelar.wire.bankplus.Sentence;

/// Which sentence says why there is no transfer, or why it failed.
final class Denials {
  private Denials() {}

  /// Within our bank.
  static Sentence within(Denial why) {
    return sentence(why, Sentence.NO_ACCOUNT);
  }

  /// To another bank.
  static Sentence abroad(Denial why) {
    return sentence(why, Sentence.INVALID_ACCOUNT);
  }

  private static Sentence sentence(Denial why, Sentence unknown) {
    return switch (why) {
      case UNKNOWN_ACCOUNT -> unknown;
      case INACTIVE_ACCOUNT -> Sentence.INACTIVE_ACCOUNT;
      case UNKNOWN_BANK -> Sentence.UNKNOWN_BANK;
      case FUNDS -> Sentence.FUNDS;
      case CEILING -> Sentence.CEILING;
      case MONTH_LIMIT -> Sentence.MONTH_LIMIT;
      case AGENT_LIMIT -> Sentence.AGENT_LIMIT;
      case NO_LEAVE -> Sentence.NO_INQUIRY;
      case REFERENCE_USED -> Sentence.REFERENCE_USED;
      case TERMS -> Sentence.TERMS;
      case HAS_ACCOUNT -> Sentence.HAS_ACCOUNT;
      case BANK_UNREACHABLE -> Sentence.BANK_UNREACHABLE;
      case BUSY -> Sentence.BUSY;
      case BANK_REFUSED, NOT_FOUND, NOT_REVERSIBLE, ALREADY_REVERSED -> Sentence.DECLINED;
    };
  }

  /// Whether the reason tells that there is, or is not, such an account.
  static boolean isTelling(Denial why) {
    return switch (why) {
      case UNKNOWN_ACCOUNT, INACTIVE_ACCOUNT, TERMS -> true;
      case UNKNOWN_BANK, FUNDS, CEILING, MONTH_LIMIT, AGENT_LIMIT, NO_LEAVE, REFERENCE_USED ->
          false;
      case HAS_ACCOUNT, BANK_UNREACHABLE, BANK_REFUSED, BUSY -> false;
      case NOT_FOUND, NOT_REVERSIBLE, ALREADY_REVERSED -> false;
    };
  }
}
