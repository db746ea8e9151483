package id.sakelar.wire.iak.desc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// Internet of a company that says what was bought and no more. Immutable.
public record Internet(Optional<String> productDesc) implements Desc {
  static Internet read(Fields from) throws Garbled {
    return new Internet(from.findText("product_desc"));
  }

  @Override
  public Members spelled() {
    return new Draft().text("product_desc", productDesc).members();
  }
}
