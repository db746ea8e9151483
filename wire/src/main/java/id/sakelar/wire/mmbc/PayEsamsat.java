package id.sakelar.wire.mmbc;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// Pays the tax that an inquiry has shown. Prints without the password. Immutable.
///
/// @param invoice of the inquiry, see [Shape#INVOICE]
/// @param refId the caller's own name for the payment, see [Shape#REF_ID]; an extension
public record PayEsamsat(Login login, String invoice, Optional<String> refId) implements Question {
  public PayEsamsat {
    Shape.INVOICE.check("invoice", invoice);
    refId.ifPresent(it -> Shape.REF_ID.check("ref_id", it));
  }

  static PayEsamsat read(Fields from) throws Garbled {
    return new PayEsamsat(
        Login.read(from), Shape.INVOICE.read(from, "invoice"), Asked.findRefId(from));
  }

  Members spelled() {
    return login.draft().text("invoice", invoice).text("ref_id", refId).members();
  }
}
