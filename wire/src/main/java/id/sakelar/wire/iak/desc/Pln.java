package id.sakelar.wire.iak.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.List;
import java.util.Optional;

/// Electricity. At most four sheets are paid at once. Immutable.
///
/// @param daya in volt-ampere
/// @param lembarTagihanSisa how many sheets are left; comes with the payment
public record Pln(
    Optional<String> tarif,
    Optional<Integer> daya,
    int lembarTagihan,
    Optional<Integer> lembarTagihanSisa,
    List<Sheet> detail)
    implements Desc {
  public Pln {
    detail = List.copyOf(detail);
  }

  /// One month. The meter's readings come with the payment.
  public record Sheet(
      Optional<String> meterAwal,
      Optional<String> meterAkhir,
      String periode,
      Rupiah nilaiTagihan,
      Optional<Rupiah> admin,
      Optional<Rupiah> denda,
      Optional<Rupiah> total) {
    private static Sheet read(Fields from) throws Garbled {
      return new Sheet(
          from.findText("meter_awal"),
          from.findText("meter_akhir"),
          from.text("periode"),
          from.amount("nilai_tagihan"),
          from.findAmount("admin"),
          from.findAmount("denda"),
          from.findAmount("total"));
    }

    private Draft draft() {
      return new Draft()
          .text("meter_awal", meterAwal)
          .text("meter_akhir", meterAkhir)
          .text("periode", periode)
          .amountText("nilai_tagihan", nilaiTagihan)
          .amountText("admin", admin)
          .amountText("denda", denda)
          .amount("total", total);
    }
  }

  static Pln read(Fields from) throws Garbled {
    return new Pln(
        from.findText("tarif"),
        from.findCount("daya"),
        from.count("lembar_tagihan"),
        from.findCount("lembar_tagihan_sisa"),
        Details.read(from, "tagihan", Sheet::read));
  }

  @Override
  public Members spelled() {
    return new Draft()
        .text("tarif", tarif)
        .count("daya", daya)
        .text("lembar_tagihan", Integer.toString(lembarTagihan))
        .count("lembar_tagihan_sisa", lembarTagihanSisa)
        .json("tagihan", Details.spelled(detail, Sheet::draft))
        .members();
  }
}
