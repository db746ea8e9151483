package id.sakelar.wire.iak.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// Yearly vehicle tax. Immutable.
///
/// @param tglAkhirPajakBaru until when it will be paid
/// @param ntpd the number of the tax office; comes with the payment
public record Esamsat(
    Optional<String> nomorIdentitas,
    Optional<String> nomorRangka,
    Optional<String> nomorMesin,
    Optional<String> alamat,
    Optional<String> nomorPolisi,
    Optional<String> milikKenama,
    Optional<String> merekKb,
    Optional<String> modelKb,
    Optional<String> tahunBuatan,
    Optional<String> tglAkhirPajakBaru,
    Taxes biayaPokok,
    Taxes biayaDenda,
    Fees biayaAdmin,
    Optional<Rupiah> biayaParkirPokok,
    Optional<Rupiah> biayaPajakProgresif,
    Optional<String> ntpd)
    implements Desc {
  /// What is paid for a transfer of ownership, for the vehicle, and for insurance: the taxes
  /// themselves, or the fines on them.
  public record Taxes(Optional<Rupiah> bbn, Optional<Rupiah> pkb, Optional<Rupiah> swd) {
    private static Taxes read(Fields from) throws Garbled {
      return new Taxes(from.findAmount("BBN"), from.findAmount("PKB"), from.findAmount("SWD"));
    }

    private Draft draft() {
      return new Draft().amountText("BBN", bbn).amountText("PKB", pkb).amountText("SWD", swd);
    }
  }

  /// What is paid for papers and for plates.
  public record Fees(Optional<Rupiah> stnk, Optional<Rupiah> tnkb) {
    private static Fees read(Fields from) throws Garbled {
      return new Fees(from.findAmount("stnk"), from.findAmount("tnkb"));
    }

    private Draft draft() {
      return new Draft().amountText("stnk", stnk).amountText("tnkb", tnkb);
    }
  }

  static Esamsat read(Fields from) throws Garbled {
    return new Esamsat(
        from.findText("nomor_identitas"),
        from.findText("nomor_rangka"),
        from.findText("nomor_mesin"),
        from.findText("alamat"),
        from.findText("nomor_polisi"),
        from.findText("milik_kenama"),
        from.findText("merek_kb"),
        from.findText("model_kb"),
        from.findText("tahun_buatan"),
        from.findText("tgl_akhir_pajak_baru"),
        Taxes.read(Details.group(from, "biaya_pokok")),
        Taxes.read(Details.group(from, "biaya_denda")),
        Fees.read(Details.group(from, "biaya_admin")),
        from.findAmount("biaya_parkir_pokok"),
        from.findAmount("biaya_pajak_progresif"),
        from.findText("ntpd"));
  }

  @Override
  public Members spelled() {
    var to =
        new Draft()
            .text("nomor_identitas", nomorIdentitas)
            .text("nomor_rangka", nomorRangka)
            .text("nomor_mesin", nomorMesin)
            .text("alamat", alamat)
            .text("nomor_polisi", nomorPolisi)
            .text("milik_kenama", milikKenama)
            .text("merek_kb", merekKb)
            .text("model_kb", modelKb)
            .text("tahun_buatan", tahunBuatan)
            .text("tgl_akhir_pajak_baru", tglAkhirPajakBaru);
    Details.write(to, "biaya_pokok", biayaPokok.draft());
    Details.write(to, "biaya_denda", biayaDenda.draft());
    Details.write(to, "biaya_admin", biayaAdmin.draft());
    return to.amountText("biaya_parkir_pokok", biayaParkirPokok)
        .amountText("biaya_pajak_progresif", biayaPajakProgresif)
        .text("ntpd", ntpd)
        .members();
  }

  /// Leaves out the owner and everything that names the vehicle.
  @Override
  public String toString() {
    return "Esamsat[" + merekKb + "]";
  }
}
