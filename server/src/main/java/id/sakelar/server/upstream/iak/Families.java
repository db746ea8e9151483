package id.sakelar.server.upstream.iak;

import id.sakelar.wire.Garbled;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.iak.desc.Desc;
import id.sakelar.wire.iak.desc.Family;
import id.sakelar.wire.iak.desc.Internet;
import java.util.Optional;

/// What the dialect calls the families of products.
final class Families {
  private Families() {}

  /// Whether the dialect has words for such bills.
  static boolean has(id.sakelar.server.catalog.Family family) {
    return find(family).isPresent();
  }

  /// Reads what a bill says of itself. Two families of ours are told in two ways: some companies
  /// tell the months of an internet bill and others what was bought, and some open amounts tell
  /// nothing at all.
  static Desc read(id.sakelar.server.catalog.Family family, Members desc) throws Garbled {
    var words = find(family).orElseThrow(() -> Garbled.field("desc", "is of no family"));
    boolean isEmpty = desc.fields().isEmpty();
    if (words == Family.TELKOM && (isEmpty || tellsWhatWasBought(desc))) {
      return Family.INTERNET.read(desc);
    }
    return words == Family.OPEN_AMOUNT && isEmpty ? Family.COLLECTION.read(desc) : words.read(desc);
  }

  private static boolean tellsWhatWasBought(Members desc) throws Garbled {
    return Family.INTERNET.read(desc) instanceof Internet(var product) && product.isPresent();
  }

  /// Local taxes are told as property tax is.
  private static Optional<Family> find(id.sakelar.server.catalog.Family family) {
    return switch (family) {
      case ELECTRICITY -> Optional.of(Family.PLN);
      case ELECTRICITY_NON_BILL -> Optional.of(Family.PLNNONTAGLIS);
      case WATER -> Optional.of(Family.PDAM);
      case MOBILE -> Optional.of(Family.MOBILE);
      case INTERNET -> Optional.of(Family.TELKOM);
      case HEALTH_INSURANCE -> Optional.of(Family.BPJS);
      case EMPLOYMENT_INSURANCE -> Optional.of(Family.BPJSTK);
      case COMPANY_INSURANCE -> Optional.of(Family.BPJSTKPU);
      case INSURANCE -> Optional.of(Family.INSURANCE);
      case MULTIFINANCE -> Optional.of(Family.MULTIFINANCE);
      case PROPERTY_TAX, LOCAL_TAX -> Optional.of(Family.PBB);
      case GAS -> Optional.of(Family.PGAS);
      case TELEVISION -> Optional.of(Family.TV);
      case EMONEY_TOPUP -> Optional.of(Family.OPEN_AMOUNT);
      case VEHICLE_TAX -> Optional.of(Family.ESAMSAT);
      case MONEY_TRANSFER, CREDIT_CARD, TICKET -> Optional.empty();
    };
  }
}
