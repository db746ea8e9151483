package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;

/// Asks what a customer has. Prints the account masked and no PIN. Immutable.
///
/// @param pinPlatform the agent's PIN
/// @param accountNum see [Shape#ACCOUNT]
public record CustomerBalance(String pinPlatform, String accountNum) {
  public CustomerBalance {
    Shape.ACCOUNT.check("accountNum", accountNum);
  }

  static CustomerBalance read(Fields from) throws Garbled {
    return new CustomerBalance(
        Shape.SECRET.read(from, "pin_platform"), Shape.ACCOUNT.read(from, "accountNum"));
  }

  Members spelled() {
    return new Draft().text("pin_platform", pinPlatform).text("accountNum", accountNum).members();
  }

  @Override
  public String toString() {
    return "CustomerBalance[" + Masked.lastFour(accountNum) + "]";
  }
}
