package id.sakelar.wire.iak.desc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// Health insurance: the branch, what is left to pay, and how many are insured. Immutable.
public record Bpjs(
    Optional<String> kodeCabang,
    Optional<String> namaCabang,
    Optional<String> sisaPembayaran,
    Optional<String> jumlahPeserta)
    implements Desc {
  static Bpjs read(Fields from) throws Garbled {
    return new Bpjs(
        from.findText("kode_cabang"),
        from.findText("nama_cabang"),
        from.findText("sisa_pembayaran"),
        from.findText("jumlah_peserta"));
  }

  @Override
  public Members spelled() {
    return new Draft()
        .text("kode_cabang", kodeCabang)
        .text("nama_cabang", namaCabang)
        .text("sisa_pembayaran", sisaPembayaran)
        .text("jumlah_peserta", jumlahPeserta)
        .members();
  }
}
