package id.sakelar.wire.digiswitch.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;
import java.util.List;

/// A hire purchase. Immutable.
public record Multifinance(
    int lembarTagihan,
    String itemName,
    String noRangka,
    String noPol,
    String tenor,
    List<Sheet> detail)
    implements Desc {
  public Multifinance {
    detail = List.copyOf(detail);
  }

  /// One instalment; `periode` is its number.
  public record Sheet(String periode, Rupiah denda, Rupiah biayaLain) {
    private static Sheet read(Fields from) throws Garbled {
      return new Sheet(from.text("periode"), from.amount("denda"), from.amount("biaya_lain"));
    }

    private Draft draft() {
      return new Draft()
          .text("periode", periode)
          .amountText("denda", denda)
          .amountText("biaya_lain", biayaLain);
    }
  }

  static Multifinance read(Fields from) throws Garbled {
    return new Multifinance(
        from.count("lembar_tagihan"),
        from.text("item_name"),
        from.text("no_rangka"),
        from.text("no_pol"),
        from.text("tenor"),
        from.rows("detail", Sheet::read));
  }

  @Override
  public Members spelled(Spelling spelling) {
    return new Draft()
        .count("lembar_tagihan", lembarTagihan)
        .text("item_name", itemName)
        .text("no_rangka", noRangka)
        .text("no_pol", noPol)
        .text("tenor", tenor)
        .rows("detail", detail, Sheet::draft)
        .members();
  }
}
