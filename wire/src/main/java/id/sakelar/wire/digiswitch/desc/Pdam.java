package id.sakelar.wire.digiswitch.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;
import java.util.List;

/// Water. Immutable.
public record Pdam(
    String tarif, int lembarTagihan, String alamat, String jatuhTempo, List<Sheet> detail)
    implements Desc {
  public Pdam {
    detail = List.copyOf(detail);
  }

  /// One month.
  public record Sheet(
      String periode,
      Rupiah nilaiTagihan,
      Rupiah denda,
      String meterAwal,
      String meterAkhir,
      Rupiah biayaLain) {
    private static Sheet read(Fields from) throws Garbled {
      return new Sheet(
          from.text("periode"),
          from.amount("nilai_tagihan"),
          from.amount("denda"),
          from.text("meter_awal"),
          from.text("meter_akhir"),
          from.amount("biaya_lain"));
    }

    private Draft draft() {
      return new Draft()
          .text("periode", periode)
          .amountText("nilai_tagihan", nilaiTagihan)
          .amountText("denda", denda)
          .text("meter_awal", meterAwal)
          .text("meter_akhir", meterAkhir)
          .amountText("biaya_lain", biayaLain);
    }
  }

  static Pdam read(Fields from) throws Garbled {
    return new Pdam(
        from.text("tarif"),
        from.count("lembar_tagihan"),
        from.text("alamat"),
        from.text("jatuh_tempo"),
        from.rows("detail", Sheet::read));
  }

  @Override
  public Members spelled(Spelling spelling) {
    return new Draft()
        .text("tarif", tarif)
        .count("lembar_tagihan", lembarTagihan)
        .text("alamat", alamat)
        .text("jatuh_tempo", jatuhTempo)
        .rows("detail", detail, Sheet::draft)
        .members();
  }
}
