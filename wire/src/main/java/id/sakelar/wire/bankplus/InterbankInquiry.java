package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;

/// Asks whose account at another bank money would go to, and what that costs. Prints the account
/// masked. Immutable.
///
/// @param bankCode see [Shape#BANK]
/// @param accountNumber see [Shape#ACCOUNT]
public record InterbankInquiry(String bankCode, String accountNumber) {
  public InterbankInquiry {
    Shape.BANK.check("bank_code", bankCode);
    Shape.ACCOUNT.check("account_number", accountNumber);
  }

  static InterbankInquiry read(Fields from) throws Garbled {
    return new InterbankInquiry(
        Shape.BANK.read(from, "bank_code"), Shape.ACCOUNT.read(from, "account_number"));
  }

  Members spelled() {
    return new Draft().text("bank_code", bankCode).text("account_number", accountNumber).members();
  }

  @Override
  public String toString() {
    return "InterbankInquiry[" + bankCode + ", " + Masked.lastFour(accountNumber) + "]";
  }
}
