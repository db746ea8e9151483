package id.sakelar.wire.digiswitch.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;
import java.util.List;

/// Pay television. Immutable.
public record Tv(int lembarTagihan, List<Sheet> detail) implements Desc {
  public Tv {
    detail = List.copyOf(detail);
  }

  /// One month.
  public record Sheet(String periode, Rupiah nilaiTagihan, String noRef) {
    private static Sheet read(Fields from) throws Garbled {
      return new Sheet(from.text("periode"), from.amount("nilai_tagihan"), from.text("no_ref"));
    }

    private Draft draft() {
      return new Draft()
          .text("periode", periode)
          .amountText("nilai_tagihan", nilaiTagihan)
          .text("no_ref", noRef);
    }
  }

  static Tv read(Fields from) throws Garbled {
    return new Tv(from.count("lembar_tagihan"), from.rows("detail", Sheet::read));
  }

  @Override
  public Members spelled(Spelling spelling) {
    return new Draft()
        .count("lembar_tagihan", lembarTagihan)
        .rows("detail", detail, Sheet::draft)
        .members();
  }
}
