package id.sakelar.wire.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// How to pay into the deposit. Immutable.
///
/// @param amount what was asked for and a few rupiah more, by which the payment is recognised
/// @param notes what to write into the transfer
public record DepositTicket(String rc, Rupiah amount, String notes) {
  static DepositTicket read(Fields from) throws Garbled {
    return new DepositTicket(from.text("rc"), from.amount("amount"), from.text("notes"));
  }

  Members spelled() {
    return new Draft().text("rc", rc).amount("amount", amount).text("notes", notes).members();
  }
}
