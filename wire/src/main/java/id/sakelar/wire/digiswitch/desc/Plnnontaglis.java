package id.sakelar.wire.digiswitch.desc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;

/// Electricity services that are no monthly bill, such as a new connection. Immutable.
public record Plnnontaglis(
    int lembarTagihan, String transaksi, String noRegistrasi, String tanggalRegistrasi)
    implements Desc {
  static Plnnontaglis read(Fields from) throws Garbled {
    return new Plnnontaglis(
        from.count("lembar_tagihan"),
        from.text("transaksi"),
        from.text("no_registrasi"),
        from.text("tanggal_registrasi"));
  }

  @Override
  public Members spelled(Spelling spelling) {
    return new Draft()
        .count("lembar_tagihan", lembarTagihan)
        .text("transaksi", transaksi)
        .text("no_registrasi", noRegistrasi)
        .text("tanggal_registrasi", tanggalRegistrasi)
        .members();
  }
}
