package id.sakelar.server.upstream.bankplus;

import id.sakelar.server.banking.BankNetwork.Heard;
import id.sakelar.server.banking.BankNetwork.Heard.Ambiguous;
import id.sakelar.server.banking.BankNetwork.Heard.NotFound;
import id.sakelar.server.banking.BankNetwork.Heard.Refused;
import id.sakelar.server.banking.Denial;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherSentence;
import java.util.Optional;

/// What a refusal proves, which depends on what was asked. A refusal repeats nothing of its
/// question, so only those words count of which nobody can doubt that nothing was moved.
final class Meaning {
  private static final String UNKNOWN_ACCOUNT = "0101";

  private Meaning() {}

  /// What a refusal proves as the answer to a transfer.
  static Heard ofTransfer(SwitcherReply.Refused<?> refused) {
    if (refused.code().equals(UNKNOWN_ACCOUNT)) {
      return new Refused(UNKNOWN_ACCOUNT, Denial.UNKNOWN_ACCOUNT);
    }
    return SwitcherSentence.of(refused.code(), refused.message())
        .map(Meaning::ofTransfer)
        .orElse(new Ambiguous("unknown refusal"));
  }

  /// Not among the certain ones:
  /// - that the reference is used, which says that there is an earlier order of it;
  /// - that the payment code is not valid: it was given a moment ago, so somebody may have used it
  ///   for this very order;
  /// - what answers other questions.
  private static Heard ofTransfer(SwitcherSentence sentence) {
    return switch (sentence) {
      case ACCOUNT_UNKNOWN, SOURCE_UNKNOWN -> refused(sentence, Denial.UNKNOWN_ACCOUNT);
      case FUNDS -> refused(sentence, Denial.FUNDS);
      case CEILING -> refused(sentence, Denial.CEILING);
      case SOURCE_LIMIT -> refused(sentence, Denial.MONTH_LIMIT);
      case INACTIVE -> refused(sentence, Denial.INACTIVE_ACCOUNT);
      case BANK_UNKNOWN -> refused(sentence, Denial.UNKNOWN_BANK);
      case BANK_UNREACHABLE -> refused(sentence, Denial.BANK_UNREACHABLE);
      case TRANSFER_FAILED, DISTURBED, BUSY, STRANGER, FORMAT, REFNUM, BANK, ACCOUNT ->
          refused(sentence, Denial.BANK_REFUSED);
      case AMOUNT, REMARK -> refused(sentence, Denial.BANK_REFUSED);
      case REFNUM_USED, NO_PAYMENT_CODE, ALREADY_REVERSED, NOT_FOUND, NOT_REVERSIBLE ->
          new Ambiguous(word(sentence));
      case REVERSAL_FAILED, REFNUM_TARGET, JOURNAL -> new Ambiguous(word(sentence));
    };
  }

  /// What a refusal proves of a transfer as the answer to a check: that it failed, that there is
  /// none, or nothing.
  static Heard ofCheck(SwitcherReply.Refused<?> refused) {
    return SwitcherSentence.of(refused.code(), refused.message())
        .map(Meaning::ofCheck)
        .orElse(new Ambiguous("unknown refusal"));
  }

  private static Heard ofCheck(SwitcherSentence sentence) {
    if (sentence == SwitcherSentence.NOT_FOUND) {
      return new NotFound(word(sentence));
    }
    return sentence == SwitcherSentence.TRANSFER_FAILED
        ? refused(sentence, Denial.BANK_REFUSED)
        : new Ambiguous(word(sentence));
  }

  /// Why there is no account, as the answer to an inquiry.
  static Denial ofInquiry(SwitcherReply.Refused<?> refused) {
    if (refused.code().equals(UNKNOWN_ACCOUNT)) {
      return Denial.UNKNOWN_ACCOUNT;
    }
    Optional<SwitcherSentence> said = SwitcherSentence.of(refused.code(), refused.message());
    return said.map(Meaning::ofInquiry).orElse(Denial.BANK_REFUSED);
  }

  private static Denial ofInquiry(SwitcherSentence sentence) {
    return switch (sentence) {
      case ACCOUNT_UNKNOWN, SOURCE_UNKNOWN -> Denial.UNKNOWN_ACCOUNT;
      case INACTIVE -> Denial.INACTIVE_ACCOUNT;
      case BANK_UNKNOWN -> Denial.UNKNOWN_BANK;
      case BANK_UNREACHABLE, DISTURBED, BUSY, STRANGER -> Denial.BANK_UNREACHABLE;
      case ALREADY_REVERSED, NOT_FOUND, NOT_REVERSIBLE, REFNUM_USED, NO_PAYMENT_CODE ->
          Denial.BANK_REFUSED;
      case FUNDS, CEILING, SOURCE_LIMIT, TRANSFER_FAILED, REVERSAL_FAILED -> Denial.BANK_REFUSED;
      case FORMAT, REFNUM, REFNUM_TARGET, BANK, ACCOUNT, AMOUNT, REMARK, JOURNAL ->
          Denial.BANK_REFUSED;
    };
  }

  private static Refused refused(SwitcherSentence sentence, Denial why) {
    return new Refused(word(sentence), why);
  }

  /// The sentence as evidence is stored.
  private static String word(SwitcherSentence sentence) {
    return sentence.code() + " " + sentence.name();
  }
}
