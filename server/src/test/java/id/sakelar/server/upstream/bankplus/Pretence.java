package id.sakelar.server.upstream.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.BankNetwork.Move;
import id.sakelar.wire.bankplus.SwitcherHolder;
import id.sakelar.wire.bankplus.SwitcherReceipt;
import id.sakelar.wire.bankplus.SwitcherReceipt.Side;
import java.time.Instant;
import java.util.Optional;

/// One move at a pretended bank, and what its host might say.
final class Pretence {
  static final String BANK = "BRINIDJA";
  static final String SOURCE = "888801000157508";
  static final String TARGET = "888801000003301";
  static final String REFERENCE = "2611201000000001";
  static final String CODE = "ab9f2b37db210c6f04f43ca229cbceb6";
  static final Instant MOMENT = Instant.parse("2026-11-20T03:00:00Z");
  static final Move MOVE =
      new Move(SOURCE, TARGET, Rupiah.of(1_000), REFERENCE, "Narration Test", MOMENT);

  private Pretence() {}

  static SwitcherHolder holder() {
    return holder(BANK, TARGET, "BRIAPI SANDBOX", SwitcherHolder.ACTIVE);
  }

  static SwitcherHolder holder(String bank, String account, String name, String status) {
    return new SwitcherHolder(
        MOMENT,
        "2611201000000009",
        bank,
        account,
        name,
        Optional.of(new Rupiah(60_257_717_133_484L)),
        status,
        CODE);
  }

  static SwitcherReceipt receipt() {
    return receipt(REFERENCE, side(SOURCE), side(TARGET), 1_000);
  }

  static SwitcherReceipt receipt(String refnum, Side source, Side target, long amount) {
    return new SwitcherReceipt(
        MOMENT,
        refnum,
        source,
        target,
        Rupiah.of(amount),
        "Narration Test",
        "1012",
        Optional.empty());
  }

  static Side side(String account) {
    return new Side(BANK, account, "NAMA");
  }
}
