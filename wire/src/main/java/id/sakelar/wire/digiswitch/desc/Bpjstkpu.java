package id.sakelar.wire.digiswitch.desc;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;

/// Workers' insurance of a company. Its amounts are numbers. Immutable.
public record Bpjstkpu(
    int lembarTagihan,
    String kodeIuran,
    Rupiah jht,
    Rupiah jkk,
    Rupiah jkm,
    Rupiah jpk,
    Rupiah jpn,
    String npp,
    String kodeDivisi)
    implements Desc {
  static Bpjstkpu read(Fields from) throws Garbled {
    return new Bpjstkpu(
        from.count("lembar_tagihan"),
        from.text("kode_iuran"),
        from.amount("jht"),
        from.amount("jkk"),
        from.amount("jkm"),
        from.amount("jpk"),
        from.amount("jpn"),
        from.text("npp"),
        from.text("kode_divisi"));
  }

  @Override
  public Members spelled(Spelling spelling) {
    return new Draft()
        .count("lembar_tagihan", lembarTagihan)
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
