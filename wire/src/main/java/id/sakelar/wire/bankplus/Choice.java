package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;

/// One line of a list to choose from. Immutable.
public record Choice(int id, String name) {
  static Choice read(Fields from) throws Garbled {
    return new Choice(from.count("id"), from.text("name"));
  }

  Draft spelled() {
    return new Draft().count("id", id).text("name", name);
  }
}
