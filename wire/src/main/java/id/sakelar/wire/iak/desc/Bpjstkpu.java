package id.sakelar.wire.iak.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// Employment insurance of the staff of a company. Immutable.
public record Bpjstkpu(
    Optional<String> kodeIuran,
    Optional<Rupiah> jht,
    Optional<Rupiah> jkk,
    Optional<Rupiah> jkm,
    Optional<Rupiah> jpk,
    Optional<Rupiah> jpn,
    Optional<String> npp,
    Optional<String> kodeDivisi)
    implements Desc {
  static Bpjstkpu read(Fields from) throws Garbled {
    return new Bpjstkpu(
        from.findText("kode_iuran"),
        from.findAmount("jht"),
        from.findAmount("jkk"),
        from.findAmount("jkm"),
        from.findAmount("jpk"),
        from.findAmount("jpn"),
        from.findText("npp"),
        from.findText("kode_divisi"));
  }

  @Override
  public Members spelled() {
    return new Draft()
        .text("kode_iuran", kodeIuran)
        .amount("jht", jht)
        .amount("jkk", jkk)
        .amount("jkm", jkm)
        .amount("jpk", jpk)
        .amount("jpn", jpn)
        .text("npp", npp)
        .text("kode_divisi", kodeDivisi)
        .members();
  }
}
