package id.sakelar.wire.bankplus;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;

/// Sends money to an account at another bank. Prints the account masked, no name and no PIN.
/// Immutable.
///
/// @param transactionId of the inquiry, see [Shape#TRANSACTION]
/// @param bankCode see [Shape#BANK]
/// @param bankName as the inquiry told it
/// @param accountNumber see [Shape#ACCOUNT]
/// @param accountName as the inquiry told it
/// @param amount positive
/// @param adminFee as the inquiry told it
/// @param pin the agent's PIN
public record InterbankPayment(
    String transactionId,
    String bankCode,
    String bankName,
    String accountNumber,
    String accountName,
    Rupiah amount,
    Rupiah adminFee,
    String pin) {
  public InterbankPayment {
    Shape.TRANSACTION.check("transaction_id", transactionId);
    Shape.BANK.check("bank_code", bankCode);
    Shape.TEXT.check("bank_name", bankName);
    Shape.ACCOUNT.check("account_number", accountNumber);
    Shape.TEXT.check("account_name", accountName);
  }

  static InterbankPayment read(Fields from) throws Garbled {
    return new InterbankPayment(
        Shape.TRANSACTION.read(from, "transaction_id"),
        Shape.BANK.read(from, "bank_code"),
        Shape.TEXT.read(from, "bank_name"),
        Shape.ACCOUNT.read(from, "account_number"),
        Shape.TEXT.read(from, "account_name"),
        Asked.amount(from, "amount"),
        from.amount("admin_fee"),
        Shape.SECRET.read(from, "pin"));
  }

  Members spelled() {
    return new Draft()
        .text("transaction_id", transactionId)
        .text("bank_code", bankCode)
        .text("bank_name", bankName)
        .text("account_number", accountNumber)
        .text("account_name", accountName)
        .amount("amount", amount)
        .amount("admin_fee", adminFee)
        .text("pin", pin)
        .members();
  }

  @Override
  public String toString() {
    return "InterbankPayment[" + transactionId + ", " + Masked.lastFour(accountNumber) + "]";
  }
}
