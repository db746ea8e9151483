package id.sakelar.wire.iak.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// Property tax. Areas and dates as the biller prints them. Immutable.
///
/// @param totalTagihan the tax without fine and fee
/// @param totalBayar all that is paid
public record Pbb(
    Optional<String> tanggal,
    Optional<String> nop,
    Optional<String> tahunPajak,
    Optional<String> lokasi,
    Optional<String> kelurahan,
    Optional<String> kecamatan,
    Optional<String> kodeKabKota,
    Optional<String> kabKota,
    Optional<String> luasTanah,
    Optional<String> luasGedung,
    Optional<String> jatuhTempo,
    Optional<Rupiah> totalTagihan,
    Optional<Rupiah> denda,
    Optional<Rupiah> admin,
    Optional<Rupiah> totalBayar)
    implements Desc {
  static Pbb read(Fields from) throws Garbled {
    return new Pbb(
        from.findText("tanggal"),
        from.findText("nop"),
        from.findText("tahun_pajak"),
        from.findText("lokasi"),
        from.findText("kelurahan"),
        from.findText("kecamatan"),
        from.findText("kode_kab_kota"),
        from.findText("kab_kota"),
        from.findText("luas_tanah"),
        from.findText("luas_gedung"),
        from.findText("jatuh_tempo"),
        from.findAmount("total_tagihan"),
        from.findAmount("denda"),
        from.findAmount("admin"),
        from.findAmount("total_bayar"));
  }

  @Override
  public Members spelled() {
    return new Draft()
        .text("tanggal", tanggal)
        .text("nop", nop)
        .text("tahun_pajak", tahunPajak)
        .text("lokasi", lokasi)
        .text("kelurahan", kelurahan)
        .text("kecamatan", kecamatan)
        .text("kode_kab_kota", kodeKabKota)
        .text("kab_kota", kabKota)
        .text("luas_tanah", luasTanah)
        .text("luas_gedung", luasGedung)
        .text("jatuh_tempo", jatuhTempo)
        .amount("total_tagihan", totalTagihan)
        .amount("denda", denda)
        .amount("admin", admin)
        .amount("total_bayar", totalBayar)
        .members();
  }

  /// Leaves out what leads to the property.
  @Override
  public String toString() {
    return "Pbb[]";
  }
}
