package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// Changes the password of the agent who asks. Prints neither. Immutable.
///
/// @param old the password so far
/// @param fresh the new one, spelled `new`
public record ChangePassword(String old, String fresh) {
  static ChangePassword read(Fields from) throws Garbled {
    return new ChangePassword(Shape.SECRET.read(from, "old"), Shape.SECRET.read(from, "new"));
  }

  Members spelled() {
    return new Draft().text("old", old).text("new", fresh).members();
  }

  @Override
  public String toString() {
    return "ChangePassword";
  }
}
