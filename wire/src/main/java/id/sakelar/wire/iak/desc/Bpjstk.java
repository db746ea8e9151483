package id.sakelar.wire.iak.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// Employment insurance of a worker. Dates as day, month and year: `05-11-2022`. Immutable.
public record Bpjstk(
    Optional<String> kodeIuran,
    Optional<String> kodeProgram,
    Optional<Rupiah> jht,
    Optional<Rupiah> jkk,
    Optional<Rupiah> jkm,
    Optional<String> kantorCabang,
    Optional<String> tglEfektif,
    Optional<String> tglExpired)
    implements Desc {
  static Bpjstk read(Fields from) throws Garbled {
    return new Bpjstk(
        from.findText("kode_iuran"),
        from.findText("kode_program"),
        from.findAmount("jht"),
        from.findAmount("jkk"),
        from.findAmount("jkm"),
        from.findText("kantor_cabang"),
        from.findText("tgl_efektif"),
        from.findText("tgl_expired"));
  }

  @Override
  public Members spelled() {
    return new Draft()
        .text("kode_iuran", kodeIuran)
        .text("kode_program", kodeProgram)
        .amount("jht", jht)
        .amount("jkk", jkk)
        .amount("jkm", jkm)
        .text("kantor_cabang", kantorCabang)
        .text("tgl_efektif", tglEfektif)
        .text("tgl_expired", tglExpired)
        .members();
  }
}
