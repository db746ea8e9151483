package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;

/// Asks whose account at our bank money would go to, and what that costs. Prints the account
/// masked. Immutable.
///
/// @param accountNumber see [Shape#ACCOUNT]
public record IntrabankInquiry(String accountNumber) {
  public IntrabankInquiry {
    Shape.ACCOUNT.check("account_number", accountNumber);
  }

  static IntrabankInquiry read(Fields from) throws Garbled {
    return new IntrabankInquiry(Shape.ACCOUNT.read(from, "account_number"));
  }

  Members spelled() {
    return new Draft().text("account_number", accountNumber).members();
  }

  @Override
  public String toString() {
    return "IntrabankInquiry[" + Masked.lastFour(accountNumber) + "]";
  }
}
