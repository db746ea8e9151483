package id.sakelar.wire.iak.desc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// A payment whose amount the customer chooses. Immutable.
///
/// @param footer for the receipt
public record OpenAmount(Optional<String> footer) implements Desc {
  static OpenAmount read(Fields from) throws Garbled {
    return new OpenAmount(from.findText("footer"));
  }

  @Override
  public Members spelled() {
    return new Draft().text("footer", footer).members();
  }
}
