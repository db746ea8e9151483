package id.sakelar.wire.digiswitch.desc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;

/// A bank transfer. Immutable.
public record Kirimuang(int lembarTagihan) implements Desc {
  static Kirimuang read(Fields from) throws Garbled {
    return new Kirimuang(from.count("lembar_tagihan"));
  }

  @Override
  public Members spelled(Spelling spelling) {
    return new Draft().count("lembar_tagihan", lembarTagihan).members();
  }
}
