package id.sakelar.server.front.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.partner.Partner;
import id.sakelar.wire.digiswitch.BalanceQuestion;

/// Tells a partner its deposit. Thread-safe.
final class BalanceClerk implements Clerk<BalanceQuestion, Rupiah> {
  private final DepositStore deposits;

  BalanceClerk(DepositStore deposits) {
    this.deposits = deposits;
  }

  @Override
  public Said<Rupiah> answer(Partner partner, BalanceQuestion question) {
    return Said.answered(Telling.whole(deposits.balance(partner)));
  }
}
