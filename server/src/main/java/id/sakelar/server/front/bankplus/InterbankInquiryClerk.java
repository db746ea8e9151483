package id.sakelar.server.front.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Bank;
import id.sakelar.server.banking.BankStore;
import id.sakelar.server.banking.Denial;
import id.sakelar.server.banking.End;
import id.sakelar.server.banking.OurBank;
import id.sakelar.server.banking.Transfers;
import id.sakelar.server.banking.Transfers.Looking;
import id.sakelar.server.banking.Transfers.TokenForm;
import id.sakelar.server.front.bankplus.LookDesk.Seen;
import id.sakelar.wire.bankplus.InterbankInquiry;
import id.sakelar.wire.bankplus.InterbankQuote;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;
import java.time.Duration;
import java.util.Optional;

/// Tells whose account at another bank money would go to, and what that costs; leaves leave to send
/// it there. Thread-safe.
record InterbankInquiryClerk(
    LookDesk looks,
    Transfers transfers,
    BankStore banks,
    OurBank bank,
    Traces traces,
    Refuser refuser)
    implements Clerk<InterbankInquiry, InterbankQuote> {
  private static final Duration LIFE = Duration.ofDays(1);

  @Override
  public Reply<InterbankQuote> answer(Visit visit, InterbankInquiry question) {
    return findOther(banks, bank, question.bankCode())
        .map(other -> inquire(visit, other, question.accountNumber()))
        .orElseGet(() -> refuser.no(Sentence.UNKNOWN_BANK));
  }

  /// A bank of the list that is not ours.
  static Optional<Bank> findOther(BankStore banks, OurBank bank, String code) {
    return banks.find(code).filter(other -> !other.code().equals(bank.code()));
  }

  private Reply<InterbankQuote> inquire(Visit visit, Bank other, String account) {
    var end = new End(other.code(), account);
    return looks.look(visit, end, () -> see(visit, other, end));
  }

  private Seen<InterbankQuote> see(Visit visit, Bank other, End end) {
    var fee = bank.fees().interbank();
    return switch (transfers.leave(visit.agent().partner(), end, TokenForm.NUMBER, fee, LIFE)) {
      case Looking.Seen(var holder, _, _, String token) when token != null ->
          new Seen<>(
              true,
              Reply.done(
                  quote(other, end, holder.name(), fee, token), AgentTelling.card(visit.agent())));
      case Looking.Seen _ -> new Seen<>(true, refuser.no(Sentence.INACTIVE_ACCOUNT));
      case Looking.Unseen(Denial why) ->
          new Seen<>(why != Denial.UNKNOWN_ACCOUNT, refuser.no(Denials.abroad(why)));
    };
  }

  private InterbankQuote quote(Bank other, End end, String name, Rupiah fee, String token) {
    return new InterbankQuote(
        token, fee, other.code(), traces.now(), other.shortName(), end.account(), name);
  }
}
