package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Alphabet;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;
import java.util.Optional;

/// Sends money. Prints without the payment code and the remark, and the account masked. Immutable.
///
/// @param refnum 14 to 16 digits; empty if the switcher is to make one up
/// @param paymentCode stands for the beneficiary, from the inquiry; 1 to 64 characters of
///   [Alphabet#REFERENCE]
/// @param sourceBank three digits or a BIC
/// @param amount whole rupiah, more than none
/// @param remark 1 to 100 printable characters
public record SwitcherTransfer(
    Optional<String> refnum,
    String paymentCode,
    String sourceBank,
    String sourceAccount,
    Rupiah amount,
    String remark) {
  static SwitcherTransfer read(Fields from) throws Garbled {
    return new SwitcherTransfer(
        SwitcherShape.findRefnum(from),
        from.word("paymentCode", Alphabet.REFERENCE),
        SwitcherShape.BANK.read(from, "sourceBank"),
        SwitcherShape.ACCOUNT.read(from, "sourceAccount"),
        SwitcherShape.amount(from),
        SwitcherShape.remark(from));
  }

  Members spelled() {
    return new Draft()
        .text("refnum", refnum.orElse(""))
        .text("paymentCode", paymentCode)
        .text("sourceBank", sourceBank)
        .text("sourceAccount", sourceAccount)
        .amount("amount", amount)
        .text("remark", remark)
        .members();
  }

  @Override
  public String toString() {
    return "SwitcherTransfer[%s, %s, %s]"
        .formatted(sourceBank, Masked.lastFour(sourceAccount), amount);
  }
}
