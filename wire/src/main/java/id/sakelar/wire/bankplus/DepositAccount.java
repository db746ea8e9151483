package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;

/// Pays cash into a customer's account. Prints the account masked, no name and no PIN. Immutable.
///
/// @param toAccount see [Shape#ACCOUNT]
/// @param name of the holder as the agent knows it
/// @param amount positive
/// @param narration see [Shape#NOTE]
/// @param pinTransaksi the agent's PIN
public record DepositAccount(
    String toAccount, String name, Rupiah amount, String narration, String pinTransaksi) {
  public DepositAccount {
    Shape.ACCOUNT.check("toAccount", toAccount);
    Shape.TEXT.check("name", name);
    Shape.NOTE.check("narration", narration);
  }

  static DepositAccount read(Fields from) throws Garbled {
    return new DepositAccount(
        Shape.ACCOUNT.read(from, "toAccount"),
        Shape.TEXT.read(from, "name"),
        Asked.amount(from, "amount"),
        Shape.NOTE.read(from, "narration"),
        Shape.SECRET.read(from, "pin_transaksi"));
  }

  Members spelled() {
    return new Draft()
        .text("toAccount", toAccount)
        .text("name", name)
        .amountText("amount", amount)
        .text("narration", narration)
        .text("pin_transaksi", pinTransaksi)
        .members();
  }

  @Override
  public String toString() {
    return "DepositAccount[" + Masked.lastFour(toAccount) + ", " + amount + "]";
  }
}
