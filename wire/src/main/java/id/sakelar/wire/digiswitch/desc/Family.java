package id.sakelar.wire.digiswitch.desc;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;
import java.util.Arrays;
import java.util.Optional;

/// The families of products: all products of one family have the same `desc`.
///
/// The code of a family is the code of its test product; a tenant's own products have codes of
/// their own, and which family those belong to is for the catalogue to know.
public enum Family {
  PLN("pln"),
  PDAM("pdam"),
  HP("hp"),
  INTERNET("internet"),
  BPJS("bpjs"),
  MULTIFINANCE("multifinance"),
  PBB("pbb", "cimahi"),
  PDL("pdl"),
  PGAS("pgas"),
  TV("tv"),
  BPJSTK("bpjstk"),
  BPJSTKPU("bpjstkpu"),
  PLNNONTAGLIS("plnnontaglis", "plnnontaglist"),
  EMONEY("emoney"),
  SAMSAT("samsat"),
  KIRIMUANG("kirimuang");

  private final String digiswitch;
  private final String digiflazz;

  Family(String code) {
    this(code, code);
  }

  Family(String digiswitch, String digiflazz) {
    this.digiswitch = digiswitch;
    this.digiflazz = digiflazz;
  }

  /// The family whose code `code` is, in either spelling.
  public static Optional<Family> of(String code) {
    return Arrays.stream(values())
        .filter(it -> it.digiswitch.equals(code) || it.digiflazz.equals(code))
        .findFirst();
  }

  public String code(Spelling spelling) {
    return switch (spelling) {
      case DIGISWITCH -> digiswitch;
      case DIGIFLAZZ -> digiflazz;
    };
  }

  /// Reads a `desc` of this family.
  public Desc read(Members desc) throws Garbled {
    var from = new Fields(desc);
    return switch (this) {
      case PLN -> Pln.read(from);
      case PDAM -> Pdam.read(from);
      case HP -> Hp.read(from);
      case INTERNET -> Internet.read(from);
      case BPJS -> Bpjs.read(from);
      case MULTIFINANCE -> Multifinance.read(from);
      case PBB -> Pbb.read(from);
      case PDL -> Pdl.read(from);
      case PGAS -> Pgas.read(from);
      case TV -> Tv.read(from);
      case BPJSTK -> Bpjstk.read(from);
      case BPJSTKPU -> Bpjstkpu.read(from);
      case PLNNONTAGLIS -> Plnnontaglis.read(from);
      case EMONEY -> Emoney.read(from);
      case SAMSAT -> Samsat.read(from);
      case KIRIMUANG -> Kirimuang.read(from);
    };
  }
}
