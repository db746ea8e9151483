package id.sakelar.wire.digiswitch.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;
import java.util.List;

/// Internet and fixed line. Immutable.
public record Internet(int lembarTagihan, List<Sheet> detail) implements Desc {
  public Internet {
    detail = List.copyOf(detail);
  }

  /// One month.
  public record Sheet(String periode, Rupiah nilaiTagihan, Rupiah admin) {
    private static Sheet read(Fields from) throws Garbled {
      return new Sheet(from.text("periode"), from.amount("nilai_tagihan"), from.amount("admin"));
    }

    private Draft draft() {
      return new Draft()
          .text("periode", periode)
          .amountText("nilai_tagihan", nilaiTagihan)
          .amountText("admin", admin);
    }
  }

  static Internet read(Fields from) throws Garbled {
    return new Internet(from.count("lembar_tagihan"), from.rows("detail", Sheet::read));
  }

  @Override
  public Members spelled(Spelling spelling) {
    return new Draft()
        .count("lembar_tagihan", lembarTagihan)
        .rows("detail", detail, Sheet::draft)
        .members();
  }
}
