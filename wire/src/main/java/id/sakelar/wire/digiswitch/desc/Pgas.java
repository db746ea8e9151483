package id.sakelar.wire.digiswitch.desc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;
import java.util.List;
import java.util.Optional;

/// Gas. Only Digiflazz tells the `usage`. Immutable.
public record Pgas(int lembarTagihan, String alamat, List<Sheet> detail) implements Desc {
  public Pgas {
    detail = List.copyOf(detail);
  }

  /// One month; the readings are in cubic metres.
  public record Sheet(String periode, String meterAwal, String meterAkhir, Optional<String> usage) {
    private static Sheet read(Fields from) throws Garbled {
      return new Sheet(
          from.text("periode"),
          from.text("meter_awal"),
          from.text("meter_akhir"),
          from.findText("usage"));
    }

    private Draft draft(Spelling spelling) {
      Draft draft =
          new Draft()
              .text("periode", periode)
              .text("meter_awal", meterAwal)
              .text("meter_akhir", meterAkhir);
      return spelling == Spelling.DIGIFLAZZ ? draft.text("usage", usage) : draft;
    }
  }

  static Pgas read(Fields from) throws Garbled {
    return new Pgas(
        from.count("lembar_tagihan"), from.text("alamat"), from.rows("detail", Sheet::read));
  }

  @Override
  public Members spelled(Spelling spelling) {
    return new Draft()
        .count("lembar_tagihan", lembarTagihan)
        .text("alamat", alamat)
        .rows("detail", detail, sheet -> sheet.draft(spelling))
        .members();
  }
}
