package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;

/// A postal code, five digits. Immutable.
public record PostalCode(int kodepos) {
  static PostalCode read(Fields from) throws Garbled {
    return new PostalCode(from.count("kodepos"));
  }

  Draft spelled() {
    return new Draft().count("kodepos", kodepos);
  }
}
