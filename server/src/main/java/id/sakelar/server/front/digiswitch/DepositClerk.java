package id.sakelar.server.front.digiswitch;

import id.sakelar.server.partner.Partner;
import id.sakelar.wire.digiswitch.DepositQuestion;
import id.sakelar.wire.digiswitch.DepositTicket;
import id.sakelar.wire.digiswitch.ResponseCode;
import id.sakelar.wire.digiswitch.Verdict;

/// Issues no tickets: a ticket promises that a transfer of its very amount is recognised, and
/// nobody here reads a bank's statements. Operators book top-ups. Thread-safe.
final class DepositClerk implements Clerk<DepositQuestion, DepositTicket> {
  @Override
  public Said<DepositTicket> answer(Partner partner, DepositQuestion question) {
    return refuse(question, Verdict.of(ResponseCode.TICKET));
  }
}
