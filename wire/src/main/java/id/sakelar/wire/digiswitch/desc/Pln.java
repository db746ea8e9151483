package id.sakelar.wire.digiswitch.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;
import java.util.List;
import java.util.Optional;

/// Electricity. Immutable.
public record Pln(String tarif, int daya, int lembarTagihan, List<Sheet> detail) implements Desc {
  public Pln {
    detail = List.copyOf(detail);
  }

  /// One month. The meter's readings come with the payment.
  public record Sheet(
      String periode,
      Rupiah nilaiTagihan,
      Rupiah admin,
      Rupiah denda,
      Optional<String> meterAwal,
      Optional<String> meterAkhir) {
    private static Sheet read(Fields from) throws Garbled {
      return new Sheet(
          from.text("periode"),
          from.amount("nilai_tagihan"),
          from.amount("admin"),
          from.amount("denda"),
          from.findText("meter_awal"),
          from.findText("meter_akhir"));
    }

    private Draft draft() {
      return new Draft()
          .text("periode", periode)
          .amountText("nilai_tagihan", nilaiTagihan)
          .amountText("admin", admin)
          .amountText("denda", denda)
          .text("meter_awal", meterAwal)
          .text("meter_akhir", meterAkhir);
    }
  }

  static Pln read(Fields from) throws Garbled {
    return new Pln(
        from.text("tarif"),
        from.count("daya"),
        from.count("lembar_tagihan"),
        from.rows("detail", Sheet::read));
  }

  @Override
  public Members spelled(Spelling spelling) {
    return new Draft()
        .text("tarif", tarif)
        .count("daya", daya)
        .count("lembar_tagihan", lembarTagihan)
        .rows("detail", detail, Sheet::draft)
        .members();
  }
}
