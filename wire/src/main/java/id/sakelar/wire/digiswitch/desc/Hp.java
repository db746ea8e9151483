package id.sakelar.wire.digiswitch.desc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;

/// Postpaid mobile. Immutable.
public record Hp(int lembarTagihan) implements Desc {
  static Hp read(Fields from) throws Garbled {
    return new Hp(from.count("lembar_tagihan"));
  }

  @Override
  public Members spelled(Spelling spelling) {
    return new Draft().count("lembar_tagihan", lembarTagihan).members();
  }
}
