package id.sakelar.wire.mmbc;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// Asks in which regions vehicle tax can be paid. Prints without the password. Immutable.
public record ListEsamsat(Login login) implements Question {
  static ListEsamsat read(Fields from) throws Garbled {
    return new ListEsamsat(Login.read(from));
  }

  Members spelled() {
    return login.draft().members();
  }
}
