package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;

/// Sends money to an account at our bank. Prints the account masked, no name and no PIN. Immutable.
///
/// @param accountNumber see [Shape#ACCOUNT]
/// @param accountName as the inquiry told it
/// @param amount positive
/// @param adminFee as the inquiry told it
/// @param pin the agent's PIN
public record IntrabankPayment(
    String accountNumber, String accountName, Rupiah amount, Rupiah adminFee, String pin) {
  public IntrabankPayment {
    Shape.ACCOUNT.check("account_number", accountNumber);
    Shape.TEXT.check("account_name", accountName);
  }

  static IntrabankPayment read(Fields from) throws Garbled {
    return new IntrabankPayment(
        Shape.ACCOUNT.read(from, "account_number"),
        Shape.TEXT.read(from, "account_name"),
        Asked.amount(from, "amount"),
        from.amount("admin_fee"),
        Shape.SECRET.read(from, "pin"));
  }

  Members spelled() {
    return new Draft()
        .text("account_number", accountNumber)
        .text("account_name", accountName)
        .amount("amount", amount)
        .amount("admin_fee", adminFee)
        .text("pin", pin)
        .members();
  }

  @Override
  public String toString() {
    return "IntrabankPayment[" + Masked.lastFour(accountNumber) + ", " + amount + "]";
  }
}
