package id.sakelar.server.upstream.digiswitch;

import id.sakelar.wire.digiswitch.desc.Family;
import java.util.Optional;

/// What the dialect calls the families of products.
final class Families {
  private Families() {}

  /// The dialect's family, if it has one for such bills.
  static Optional<Family> find(id.sakelar.server.catalog.Family family) {
    return switch (family) {
      case ELECTRICITY -> Optional.of(Family.PLN);
      case ELECTRICITY_NON_BILL -> Optional.of(Family.PLNNONTAGLIS);
      case WATER -> Optional.of(Family.PDAM);
      case MOBILE -> Optional.of(Family.HP);
      case INTERNET -> Optional.of(Family.INTERNET);
      case HEALTH_INSURANCE -> Optional.of(Family.BPJS);
      case EMPLOYMENT_INSURANCE -> Optional.of(Family.BPJSTK);
      case COMPANY_INSURANCE -> Optional.of(Family.BPJSTKPU);
      case MULTIFINANCE -> Optional.of(Family.MULTIFINANCE);
      case PROPERTY_TAX -> Optional.of(Family.PBB);
      case LOCAL_TAX -> Optional.of(Family.PDL);
      case GAS -> Optional.of(Family.PGAS);
      case TELEVISION -> Optional.of(Family.TV);
      case EMONEY_TOPUP -> Optional.of(Family.EMONEY);
      case VEHICLE_TAX -> Optional.of(Family.SAMSAT);
      case MONEY_TRANSFER -> Optional.of(Family.KIRIMUANG);
      case INSURANCE, CREDIT_CARD, TICKET -> Optional.empty();
    };
  }
}
