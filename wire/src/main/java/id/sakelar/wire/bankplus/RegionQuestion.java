package id.sakelar.wire.bankplus;

import id.sakelar.wire.Draft;
import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;

/// Asks for the postal code of a village. What is missing is empty. Immutable.
///
/// @param jenis `Kota` or `Kabupaten`
public record RegionQuestion(
    String propinsi, String jenis, String kabupaten, String kecamatan, String kelurahan) {
  static RegionQuestion read(Fields from) throws Garbled {
    return new RegionQuestion(
        Shape.NOTE.find(from, "propinsi").orElse(""),
        Shape.NOTE.find(from, "jenis").orElse(""),
        Shape.NOTE.find(from, "kabupaten").orElse(""),
        Shape.NOTE.find(from, "kecamatan").orElse(""),
        Shape.NOTE.find(from, "kelurahan").orElse(""));
  }

  Members spelled() {
    return new Draft()
        .text("propinsi", propinsi)
        .text("jenis", jenis)
        .text("kabupaten", kabupaten)
        .text("kecamatan", kecamatan)
        .text("kelurahan", kelurahan)
        .members();
  }
}
