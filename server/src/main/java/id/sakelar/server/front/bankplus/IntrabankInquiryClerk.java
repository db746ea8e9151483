package id.sakelar.server.front.bankplus;

import id.sakelar.server.banking.Look;
import id.sakelar.server.banking.OurBank;
import id.sakelar.wire.bankplus.IntrabankInquiry;
import id.sakelar.wire.bankplus.IntrabankQuote;
import id.sakelar.wire.bankplus.Reply;
import id.sakelar.wire.bankplus.Sentence;

/// Tells whose account at our bank money would go to, and what that costs. Thread-safe.
record IntrabankInquiryClerk(LookDesk looks, OurBank bank, Traces traces, Refuser refuser)
    implements Clerk<IntrabankInquiry, IntrabankQuote> {
  @Override
  public Reply<IntrabankQuote> answer(Visit visit, IntrabankInquiry question) {
    return looks.look(
        visit,
        Look.INQUIRY,
        question.accountNumber(),
        account ->
            account.active()
                ? Reply.done(
                    new IntrabankQuote(
                        bank.fees().intrabank(),
                        bank.name(),
                        traces.now(),
                        account.number(),
                        account.holder().name()),
                    AgentTelling.card(visit.agent()))
                : refuser.no(Sentence.INACTIVE_ACCOUNT));
  }
}
