package id.sakelar.wire.mmbc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;

/// Who asks. Every question has it, in the clear. Prints without the password. Immutable.
///
/// @param username empty if none came
/// @param password empty if none came
public record Login(String username, String password) {
  static final String USERNAME = "username";
  static final String PASSWORD = "password";

  /// What is missing is empty, so that it is answered as any login that nobody has.
  static Login read(Fields from) throws Garbled {
    return new Login(from.findText(USERNAME).orElse(""), from.findText(PASSWORD).orElse(""));
  }

  Draft draft() {
    return new Draft().text(USERNAME, username).text(PASSWORD, password);
  }

  @Override
  public String toString() {
    return "Login[" + username + "]";
  }
}
