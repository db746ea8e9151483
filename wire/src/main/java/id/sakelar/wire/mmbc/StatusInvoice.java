package id.sakelar.wire.mmbc;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// Asks how an inquiry or payment of vehicle tax stands. Prints without the password. Immutable.
///
/// @param invoice see [Shape#INVOICE]
public record StatusInvoice(Login login, String invoice) implements Question {
  public StatusInvoice {
    Shape.INVOICE.check("invoice", invoice);
  }

  static StatusInvoice read(Fields from) throws Garbled {
    return new StatusInvoice(Login.read(from), Shape.INVOICE.read(from, "invoice"));
  }

  Members spelled() {
    return login.draft().text("invoice", invoice).members();
  }
}
