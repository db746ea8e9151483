package id.sakelar.wire.mmbc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// Asks how the payment of a credit card bill stands. Prints without the password. Immutable.
///
/// @param invoice see [Shape#INVOICE]
/// @param receipt whether the answer is to have a note for the customer's receipt; an extension
public record StatusTransfer(Login login, String invoice, boolean receipt) implements Question {
  public StatusTransfer {
    Shape.INVOICE.check("invoice", invoice);
  }

  static StatusTransfer read(Fields from) throws Garbled {
    return new StatusTransfer(
        Login.read(from), Shape.INVOICE.read(from, "invoice"), Asked.isOn(from, "receipt"));
  }

  Members spelled() {
    Draft to = login.draft().text("invoice", invoice);
    return (receipt ? to.text("receipt", "1") : to).members();
  }
}
