package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;

/// Asks whose account it is. Prints it masked. Immutable.
///
/// @param accountNum see [Shape#ACCOUNT]
public record CheckAccount(String accountNum) {
  public CheckAccount {
    Shape.ACCOUNT.check("accountNum", accountNum);
  }

  static CheckAccount read(Fields from) throws Garbled {
    return new CheckAccount(Shape.ACCOUNT.read(from, "accountNum"));
  }

  Members spelled() {
    return new Draft().text("accountNum", accountNum).members();
  }

  @Override
  public String toString() {
    return "CheckAccount[" + Masked.lastFour(accountNum) + "]";
  }
}
