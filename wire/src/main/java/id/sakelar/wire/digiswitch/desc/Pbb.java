package id.sakelar.wire.digiswitch.desc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;

/// Property tax of a town. Immutable.
public record Pbb(
    int lembarTagihan,
    String alamat,
    String tahunPajak,
    String kelurahan,
    String kecamatan,
    String kodeKabKota,
    String kabKota,
    String luasTanah,
    String luasGedung)
    implements Desc {
  static Pbb read(Fields from) throws Garbled {
    return new Pbb(
        from.count("lembar_tagihan"),
        from.text("alamat"),
        from.text("tahun_pajak"),
        from.text("kelurahan"),
        from.text("kecamatan"),
        from.text("kode_kab_kota"),
        from.text("kab_kota"),
        from.text("luas_tanah"),
        from.text("luas_gedung"));
  }

  @Override
  public Members spelled(Spelling spelling) {
    return new Draft()
        .count("lembar_tagihan", lembarTagihan)
        .text("alamat", alamat)
        .text("tahun_pajak", tahunPajak)
        .text("kelurahan", kelurahan)
        .text("kecamatan", kecamatan)
        .text("kode_kab_kota", kodeKabKota)
        .text("kab_kota", kabKota)
        .text("luas_tanah", luasTanah)
        .text("luas_gedung", luasGedung)
        .members();
  }
}
