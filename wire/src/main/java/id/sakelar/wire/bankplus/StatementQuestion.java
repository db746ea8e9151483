package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Masked;

/// Asks for the newest movements of a customer's account, an extension. Prints the account masked
/// and no PIN. Immutable.
///
/// @param accountNum see [Shape#ACCOUNT]
/// @param pinTransaksi the agent's PIN
public record StatementQuestion(String accountNum, String pinTransaksi) {
  public StatementQuestion {
    Shape.ACCOUNT.check("accountNum", accountNum);
  }

  static StatementQuestion read(Fields from) throws Garbled {
    return new StatementQuestion(
        Shape.ACCOUNT.read(from, "accountNum"), Shape.SECRET.read(from, "pin_transaksi"));
  }

  Members spelled() {
    return new Draft().text("accountNum", accountNum).text("pin_transaksi", pinTransaksi).members();
  }

  @Override
  public String toString() {
    return "StatementQuestion[" + Masked.lastFour(accountNum) + "]";
  }
}
