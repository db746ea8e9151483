package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// Begins a session. Prints without the password. Immutable.
///
/// @param username of the agent, `BNIUS100294`
public record Login(String username, String password) {
  static Login read(Fields from) throws Garbled {
    return new Login(from.text("username"), from.text("password"));
  }

  Members spelled() {
    return new Draft().text("username", username).text("password", password).members();
  }

  @Override
  public String toString() {
    return "Login[" + username + "]";
  }
}
