package id.sakelar.wire.digiswitch.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;

/// Workers' insurance of one who works for himself. Its amounts are numbers. Immutable.
public record Bpjstk(
    int lembarTagihan,
    String kodeIuran,
    String kodeProgram,
    Rupiah jkk,
    Rupiah jkm,
    Rupiah jht,
    String kantorCabang,
    String tglEfektif,
    String tglExpired)
    implements Desc {
  static Bpjstk read(Fields from) throws Garbled {
    return new Bpjstk(
        from.count("lembar_tagihan"),
        from.text("kode_iuran"),
        from.text("kode_program"),
        from.amount("jkk"),
        from.amount("jkm"),
        from.amount("jht"),
        from.text("kantor_cabang"),
        from.text("tgl_efektif"),
        from.text("tgl_expired"));
  }

  @Override
  public Members spelled(Spelling spelling) {
    return new Draft()
        .count("lembar_tagihan", lembarTagihan)
        .text("kode_iuran", kodeIuran)
        .text("kode_program", kodeProgram)
        .amount("jkk", jkk)
        .amount("jkm", jkm)
        .amount("jht", jht)
        .text("kantor_cabang", kantorCabang)
        .text("tgl_efektif", tglEfektif)
        .text("tgl_expired", tglExpired)
        .members();
  }
}
