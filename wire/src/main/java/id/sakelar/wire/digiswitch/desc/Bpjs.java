package id.sakelar.wire.digiswitch.desc;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;
import java.util.List;

/// Health insurance. Immutable.
public record Bpjs(String jumlahPeserta, int lembarTagihan, String alamat, List<Sheet> detail)
    implements Desc {
  public Bpjs {
    detail = List.copyOf(detail);
  }

  /// `periode` is how many months, in two digits.
  public record Sheet(String periode) {
    private static Sheet read(Fields from) throws Garbled {
      return new Sheet(from.text("periode"));
    }

    private Draft draft() {
      return new Draft().text("periode", periode);
    }
  }

  static Bpjs read(Fields from) throws Garbled {
    return new Bpjs(
        from.text("jumlah_peserta"),
        from.count("lembar_tagihan"),
        from.text("alamat"),
        from.rows("detail", Sheet::read));
  }

  @Override
  public Members spelled(Spelling spelling) {
    return new Draft()
        .text("jumlah_peserta", jumlahPeserta)
        .count("lembar_tagihan", lembarTagihan)
        .text("alamat", alamat)
        .rows("detail", detail, Sheet::draft)
        .members();
  }
}
