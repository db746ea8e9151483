package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;

/// Pays cash out of a customer's account, an extension. Prints the account masked and no PIN.
/// Immutable.
///
/// @param fromAccount see [Shape#ACCOUNT]
/// @param amount positive
/// @param narration see [Shape#NOTE]
/// @param pinNasabah the customer's PIN
/// @param pinTransaksi the agent's PIN
public record Withdraw(
    String fromAccount, Rupiah amount, String narration, String pinNasabah, String pinTransaksi) {
  public Withdraw {
    Shape.ACCOUNT.check("fromAccount", fromAccount);
    Shape.NOTE.check("narration", narration);
  }

  static Withdraw read(Fields from) throws Garbled {
    return new Withdraw(
        Shape.ACCOUNT.read(from, "fromAccount"),
        Asked.amount(from, "amount"),
        Shape.NOTE.read(from, "narration"),
        Shape.SECRET.read(from, "pin_nasabah"),
        Shape.SECRET.read(from, "pin_transaksi"));
  }

  Members spelled() {
    return new Draft()
        .text("fromAccount", fromAccount)
        .amountText("amount", amount)
        .text("narration", narration)
        .text("pin_nasabah", pinNasabah)
        .text("pin_transaksi", pinTransaksi)
        .members();
  }

  @Override
  public String toString() {
    return "Withdraw[" + Masked.lastFour(fromAccount) + ", " + amount + "]";
  }
}
