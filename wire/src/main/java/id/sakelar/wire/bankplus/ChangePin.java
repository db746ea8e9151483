package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// Changes the PIN of the agent who asks, an extension. The first one is set with the password
/// instead of an old one. Prints none of them. Immutable.
///
/// @param old the PIN so far
/// @param fresh the new one, spelled `new`
public record ChangePin(Optional<String> old, Optional<String> password, String fresh) {
  public ChangePin {
    if (old.isPresent() == password.isPresent()) {
      throw new IllegalArgumentException("a PIN is changed with the old one or with the password");
    }
  }

  static ChangePin read(Fields from) throws Garbled {
    var old = Shape.SECRET.find(from, "old");
    var password = Shape.SECRET.find(from, "password");
    if (old.isPresent() == password.isPresent()) {
      throw Garbled.field("old", "is there together with a password, or neither is");
    }
    return new ChangePin(old, password, Shape.PIN.read(from, "new"));
  }

  Members spelled() {
    return new Draft().text("old", old).text("password", password).text("new", fresh).members();
  }

  @Override
  public String toString() {
    return "ChangePin";
  }
}
