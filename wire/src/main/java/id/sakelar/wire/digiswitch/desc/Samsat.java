package id.sakelar.wire.digiswitch.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;

/// Yearly vehicle tax. The field table of the page has a `biaya_tnkb`, its example a
/// `biaya_admin_tnkb`: the example wins. Immutable.
public record Samsat(
    int lembarTagihan,
    String alamat,
    String nomorIdentitas,
    String nomorRangka,
    String nomorMesin,
    String nomorPolisi,
    String milikKenama,
    String merekKb,
    String modelKb,
    String tahunBuatan,
    String tglAkhirPajakBaru,
    Rupiah biayaPokokBbn,
    Rupiah biayaPokokSwd,
    Rupiah biayaPokokPkb,
    Rupiah biayaDendaSwd,
    Rupiah biayaDendaBbn,
    Rupiah biayaDendaPkb,
    Rupiah biayaAdminStnk,
    Rupiah biayaAdminTnkb,
    Rupiah biayaParkirPokok,
    Rupiah biayaPajakProgresif)
    implements Desc {
  static Samsat read(Fields from) throws Garbled {
    return new Samsat(
        from.count("lembar_tagihan"),
        from.text("alamat"),
        from.text("nomor_identitas"),
        from.text("nomor_rangka"),
        from.text("nomor_mesin"),
        from.text("nomor_polisi"),
        from.text("milik_kenama"),
        from.text("merek_kb"),
        from.text("model_kb"),
        from.text("tahun_buatan"),
        from.text("tgl_akhir_pajak_baru"),
        from.amount("biaya_pokok_bbn"),
        from.amount("biaya_pokok_swd"),
        from.amount("biaya_pokok_pkb"),
        from.amount("biaya_denda_swd"),
        from.amount("biaya_denda_bbn"),
        from.amount("biaya_denda_pkb"),
        from.amount("biaya_admin_stnk"),
        from.amount("biaya_admin_tnkb"),
        from.amount("biaya_parkir_pokok"),
        from.amount("biaya_pajak_progresif"));
  }

  @Override
  public Members spelled(Spelling spelling) {
    return new Draft()
        .count("lembar_tagihan", lembarTagihan)
        .text("alamat", alamat)
        .text("nomor_identitas", nomorIdentitas)
        .text("nomor_rangka", nomorRangka)
        .text("nomor_mesin", nomorMesin)
        .text("nomor_polisi", nomorPolisi)
        .text("milik_kenama", milikKenama)
        .text("merek_kb", merekKb)
        .text("model_kb", modelKb)
        .text("tahun_buatan", tahunBuatan)
        .text("tgl_akhir_pajak_baru", tglAkhirPajakBaru)
        .amountText("biaya_pokok_bbn", biayaPokokBbn)
        .amountText("biaya_pokok_swd", biayaPokokSwd)
        .amountText("biaya_pokok_pkb", biayaPokokPkb)
        .amountText("biaya_denda_swd", biayaDendaSwd)
        .amountText("biaya_denda_bbn", biayaDendaBbn)
        .amountText("biaya_denda_pkb", biayaDendaPkb)
        .amountText("biaya_admin_stnk", biayaAdminStnk)
        .amountText("biaya_admin_tnkb", biayaAdminTnkb)
        .amountText("biaya_parkir_pokok", biayaParkirPokok)
        .amountText("biaya_pajak_progresif", biayaPajakProgresif)
        .members();
  }

  /// Leaves out the owner and everything that names the vehicle.
  @Override
  public String toString() {
    return "Samsat[lembarTagihan=" + lembarTagihan + "]";
  }
}
