package id.sakelar.wire.iak.desc;

import id.sakelar.wire.Fields;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.iak.desc.Phone.Line;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The families of products: all products of one family have the same `desc`. Which one a product
/// belongs to shows in its code.
public enum Family {
  PLN("PLNPOSTPAID"),
  PLNNONTAGLIS("PLNNONH|PLNNONTAG.*"),
  BPJS("BPJS"),
  BPJSTK("BPJSTK"),
  BPJSTKPU("BPJSTKPU"),
  MULTIFINANCE("FN.*|TASPEN\\..*"),
  INSURANCE("AIA\\..*"),
  PDAM("PDAM.*|AETRA.*|PALYJA.*"),
  PGAS("PGAS"),
  TELKOM("TELKOM.*|SPEEDY.*"),
  MOBILE("HP.*"),
  INTERNET("CBN.*|FIRSTMEDIA.*|MYREPUBLIC.*"),
  TV("TV.*"),
  PBB("PBB.*"),
  ESAMSAT("ESAMSAT\\..*"),
  OPEN_AMOUNT("SHOPEEPAY.*"),
  COLLECTION("MEMBER\\..*|NONMEMBER\\..*");

  private final Pattern codes;

  Family(String codes) {
    this.codes = Pattern.compile(codes);
  }

  /// The family of the product `code`.
  public static Optional<Family> of(String code) {
    return Arrays.stream(values()).filter(it -> it.codes.matcher(code).matches()).findFirst();
  }

  /// Reads a `desc` of this family.
  public Desc read(Members desc) throws Garbled {
    var from = new Fields(desc);
    return switch (this) {
      case PLN -> Pln.read(from);
      case PLNNONTAGLIS -> Plnnontaglis.read(from);
      case BPJS -> Bpjs.read(from);
      case BPJSTK -> Bpjstk.read(from);
      case BPJSTKPU -> Bpjstkpu.read(from);
      case MULTIFINANCE -> Multifinance.read(from);
      case INSURANCE -> Insurance.read(from);
      case PDAM -> Pdam.read(from);
      case PGAS -> Pgas.read(from);
      case TELKOM -> Phone.read(from, Line.FIXED);
      case MOBILE -> Phone.read(from, Line.MOBILE);
      case INTERNET -> Internet.read(from);
      case TV -> Tv.read(from);
      case PBB -> Pbb.read(from);
      case ESAMSAT -> Esamsat.read(from);
      case OPEN_AMOUNT -> OpenAmount.read(from);
      case COLLECTION -> new Plain();
    };
  }
}
