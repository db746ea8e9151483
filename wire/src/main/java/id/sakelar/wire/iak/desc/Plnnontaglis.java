package id.sakelar.wire.iak.desc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import java.util.Optional;

/// Electricity charges other than usage, such as a new connection. Immutable.
public record Plnnontaglis(
    Optional<String> transaksi, Optional<String> noRegistrasi, Optional<String> tanggalRegistrasi)
    implements Desc {
  static Plnnontaglis read(Fields from) throws Garbled {
    return new Plnnontaglis(
        from.findText("transaksi"),
        from.findText("no_registrasi"),
        from.findText("tanggal_registrasi"));
  }

  @Override
  public Members spelled() {
    return new Draft()
        .text("transaksi", transaksi)
        .text("no_registrasi", noRegistrasi)
        .text("tanggal_registrasi", tanggalRegistrasi)
        .members();
  }
}
