package id.sakelar.wire.mmbc;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictForm;
import java.util.Set;

/// What a caller has sent, wherever and in whichever form: clients of this API post forms, JSON, or
/// put their parameters into the query. Prints nothing. Immutable.
public final class Parameters {
  private final Fields fields;

  private Parameters(Members members) {
    this.fields = new Fields(members);
  }

  /// Reads query and body together.
  ///
  /// @param query as it stood behind the question mark, empty if there is none
  /// @throws Exposed if the query can be read and holds a username or a password
  /// @throws Garbled if either cannot be read as [StrictForm] says, or a parameter is in both
  public static Parameters read(String query, Message body) throws Garbled, Exposed {
    Members inQuery = StrictForm.query(query);
    if (holdsCredential(inQuery.fields().keySet())) {
      throw new Exposed();
    }
    return new Parameters(StrictForm.join(inQuery, StrictForm.body(body)));
  }

  private static boolean holdsCredential(Set<String> names) {
    return names.stream()
        .anyMatch(it -> it.equalsIgnoreCase(Login.USERNAME) || it.equalsIgnoreCase(Login.PASSWORD));
  }

  /// Who asks. What did not come is empty; a whole question need not be readable for this.
  public Login login() throws Garbled {
    return Login.read(fields);
  }

  /// What can be repeated of these parameters in an answer that refuses them: every one that is
  /// what it has to be; the others are empty.
  public Echo echo() {
    return new Echo(
        orEmpty("product", Shape.PRODUCT),
        orEmpty("invoice", Shape.INVOICE),
        orEmpty("customer_number", Shape.KTP),
        orEmpty("structure_number", Shape.CHASSIS));
  }

  private String orEmpty(String name, Shape shape) {
    try {
      return shape.read(fields, name);
    } catch (Garbled _) {
      return "";
    }
  }

  Fields fields() {
    return fields;
  }
}
