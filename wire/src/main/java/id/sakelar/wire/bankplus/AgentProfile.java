package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import java.time.Instant;
import java.util.Optional;

/// Who has logged in. Prints the username only. Immutable.
///
/// @param status `0` suspended, `1` active, `2` pending
/// @param favourite the menu he likes
/// @param kelompokId `0` no agent, `4` agent
/// @param groupId his level; empty for an agent
/// @param attachment documents of his appointment, itself a JSON text
/// @param kodeWilBi the region, in the codes of Bank Indonesia
/// @param agentType comma-separated: `lakupandai`, `ePayment`, `lkd`
/// @param statusMitra `0` suspended, `1` active
public record AgentProfile(
    String nama,
    String email,
    String noHp,
    String username,
    String status,
    Optional<String> favourite,
    Codes codes,
    String kelompokId,
    Optional<String> menu,
    String groupId,
    Optional<Instant> passwordUpdatedAt,
    Optional<Instant> pinUpdatedAt,
    Optional<String> attachment,
    String kodeWilBi,
    String agentType,
    Address address,
    Optional<String> statusMitra,
    Brand brand) {

  /// Where he belongs: bank, branch, partner of the bank, and counter.
  public record Codes(String kodeBank, String kodeCabang, String kodeMitra, String kodeLoket) {
    private static Codes read(Fields from) throws Garbled {
      return new Codes(
          from.text("kode_bank"),
          from.text("kode_cabang"),
          from.text("kode_mitra"),
          from.text("kode_loket"));
    }

    private void write(Draft to) {
      to.text("kode_bank", kodeBank)
          .text("kode_cabang", kodeCabang)
          .text("kode_mitra", kodeMitra)
          .text("kode_loket", kodeLoket);
    }
  }

  /// Where he is.
  public record Address(
      String jalan,
      String rtPerum,
      String kelurahan,
      String kecamatan,
      String kabupatenKota,
      String propinsi) {
    private static Address read(Fields from) throws Garbled {
      return new Address(
          from.text("alamat_jalan"),
          from.text("alamat_rt_perum"),
          from.text("alamat_kelurahan"),
          from.text("alamat_kecamatan"),
          from.text("alamat_kabupaten_kota"),
          from.text("alamat_propinsi"));
    }

    private void write(Draft to) {
      to.text("alamat_jalan", jalan)
          .text("alamat_rt_perum", rtPerum)
          .text("alamat_kelurahan", kelurahan)
          .text("alamat_kecamatan", kecamatan)
          .text("alamat_kabupaten_kota", kabupatenKota)
          .text("alamat_propinsi", propinsi);
    }
  }

  /// How his bank looks.
  public record Brand(String iconBank, String logoBank, String warnaBank, String namaBank) {
    private static Brand read(Fields from) throws Garbled {
      return new Brand(
          from.text("icon_bank"),
          from.text("logo_bank"),
          from.text("warna_bank"),
          from.text("nama_bank"));
    }

    private void write(Draft to) {
      to.text("icon_bank", iconBank)
          .text("logo_bank", logoBank)
          .text("warna_bank", warnaBank)
          .text("nama_bank", namaBank);
    }
  }

  static AgentProfile read(Fields from) throws Garbled {
    return new AgentProfile(
        from.text("nama"),
        from.text("email"),
        from.text("no_hp"),
        from.text("username"),
        from.text("status"),
        from.findText("favourite"),
        Codes.read(from),
        from.text("kelompok_id"),
        from.findText("menu"),
        from.text("group_id"),
        Spelling.findMoment(from, "password_updated_at"),
        Spelling.findMoment(from, "pin_updated_at"),
        from.findText("attachment"),
        from.text("kode_wil_bi"),
        from.text("agent_type"),
        Address.read(from),
        from.findText("status_mitra"),
        Brand.read(from));
  }

  Draft spelled() {
    var to =
        new Draft()
            .text("nama", nama)
            .text("email", email)
            .text("no_hp", noHp)
            .text("username", username)
            .text("status", status);
    Spelling.text(to, "favourite", favourite);
    codes.write(to);
    to.text("kelompok_id", kelompokId);
    Spelling.text(to, "menu", menu).text("group_id", groupId);
    Spelling.moment(to, "password_updated_at", passwordUpdatedAt);
    Spelling.moment(to, "pin_updated_at", pinUpdatedAt);
    Spelling.text(to, "attachment", attachment)
        .text("kode_wil_bi", kodeWilBi)
        .text("agent_type", agentType);
    address.write(to);
    Spelling.text(to, "status_mitra", statusMitra);
    brand.write(to);
    return to;
  }

  @Override
  public String toString() {
    return "AgentProfile[" + username + "]";
  }
}
