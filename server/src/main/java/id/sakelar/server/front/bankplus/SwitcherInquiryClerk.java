package id.sakelar.server.front.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Denial;
import id.sakelar.server.banking.End;
import id.sakelar.server.banking.Transfers;
import id.sakelar.server.banking.Transfers.Looking;
import id.sakelar.server.banking.Transfers.TokenForm;
import id.sakelar.wire.bankplus.SwitcherHolder;
import id.sakelar.wire.bankplus.SwitcherInquiry;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherSentence;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells whose an account is, and gives leave to send money there. Thread-safe.
record SwitcherInquiryClerk(Transfers transfers, SwitcherBanks banks, SwitcherNames names)
    implements SwitcherClerk<SwitcherInquiry, SwitcherHolder> {
  private static final Duration LIFE = Duration.ofMinutes(15);

  @Override
  public SwitcherReply<SwitcherHolder> answer(String owner, SwitcherInquiry question) {
    return banks
        .findEnd(question.bank(), question.account())
        .map(end -> told(question, leave(owner, end)))
        .orElseGet(() -> SwitcherReply.refused(SwitcherSentence.BANK_UNKNOWN));
  }

  private Looking leave(String owner, End end) {
    return transfers.leave(owner, end, TokenForm.CODE, Rupiah.ZERO, LIFE);
  }

  private SwitcherReply<SwitcherHolder> told(SwitcherInquiry question, Looking looking) {
    return switch (looking) {
      case Looking.Seen(var holder, var balance, boolean active, var token) ->
          SwitcherReply.answered(holder(question, holder.name(), balance, active, token));
      case Looking.Unseen(Denial why) ->
          SwitcherDesk.deny(why, SwitcherDenials::ofInquiry, question.account());
    };
  }

  private SwitcherHolder holder(
      SwitcherInquiry question,
      String name,
      @Nullable Rupiah balance,
      boolean active,
      @Nullable String token) {
    if (token == null) {
      throw new IllegalStateException("leave without a token");
    }
    return new SwitcherHolder(
        names.now(),
        names.refnum(question.refnum()),
        question.bank(),
        question.account(),
        name,
        Optional.ofNullable(balance),
        active ? SwitcherHolder.ACTIVE : SwitcherHolder.INACTIVE,
        token);
  }
}
