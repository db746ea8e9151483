package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// Asks how a transfer or a reversal stands. Immutable.
///
/// @param refnum 14 to 16 digits
public record SwitcherCheck(String refnum) {
  static SwitcherCheck read(Fields from) throws Garbled {
    return new SwitcherCheck(SwitcherShape.REFNUM.read(from, "refnum"));
  }

  Members spelled() {
    return new Draft().text("refnum", refnum).members();
  }
}
