package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// Changes the PIN of a customer, an extension. Prints no PIN. Immutable.
///
/// @param accountNum see [Shape#ACCOUNT]
/// @param old the customer's PIN so far
/// @param fresh the new one, spelled `new`
public record ChangeCustomerPin(String accountNum, String old, String fresh) {
  public ChangeCustomerPin {
    Shape.ACCOUNT.check("accountNum", accountNum);
  }

  static ChangeCustomerPin read(Fields from) throws Garbled {
    return new ChangeCustomerPin(
        Shape.ACCOUNT.read(from, "accountNum"),
        Shape.SECRET.read(from, "old"),
        Shape.PIN.read(from, "new"));
  }

  Members spelled() {
    return new Draft().text("accountNum", accountNum).text("old", old).text("new", fresh).members();
  }

  @Override
  public String toString() {
    return "ChangeCustomerPin";
  }
}
