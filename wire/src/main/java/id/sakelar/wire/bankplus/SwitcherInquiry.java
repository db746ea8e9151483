package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;
import java.util.Optional;

/// Asks whose account it is. Prints the account masked. Immutable.
///
/// @param refnum 14 to 16 digits; empty if the switcher is to make one up
/// @param bank three digits or a BIC
public record SwitcherInquiry(Optional<String> refnum, String bank, String account) {
  static SwitcherInquiry read(Fields from) throws Garbled {
    return new SwitcherInquiry(
        SwitcherShape.findRefnum(from),
        SwitcherShape.BANK.read(from, "bank"),
        SwitcherShape.ACCOUNT.read(from, "account"));
  }

  Members spelled() {
    return new Draft()
        .text("refnum", refnum.orElse(""))
        .text("bank", bank)
        .text("account", account)
        .members();
  }

  @Override
  public String toString() {
    return "SwitcherInquiry[%s, %s]".formatted(bank, Masked.lastFour(account));
  }
}
