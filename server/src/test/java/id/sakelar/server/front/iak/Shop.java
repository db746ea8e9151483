package id.sakelar.server.front.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Closing;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.catalog.Fees;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.front.Premises;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is sold to partners who speak IAK: the products of the published examples at their prices,
/// and a few for what can go wrong.
final class Shop {
  /// Closed from eleven in the evening to one in the morning.
  static final String NIGHTLY = "PLNNIGHTLY";

  static final String CLOSED = "PLNCLOSED";

  /// Products that the dialect has no fields for, whatever the catalogue says.
  static final String CARD = "CARD";

  static final String TRANSFER = "TRANSFER";

  private Shop() {}

  static Offer[] offers() {
    return new Offer[] {
      offer("PLNPOSTPAID", Family.ELECTRICITY, 2_500, 600),
      offer("PLNNONH", Family.ELECTRICITY_NON_BILL, 1_600, 1_800),
      offer("BPJS", Family.HEALTH_INSURANCE, 2_500, 200),
      offer("BPJSTK", Family.EMPLOYMENT_INSURANCE, 3_500, 2_500),
      offer("BPJSTKPU", Family.COMPANY_INSURANCE, 2_500, 2_000),
      offer("TELKOMPSTN", Family.INTERNET, 2_500, 1_200),
      offer("CBN", Family.INTERNET, 0, 1_000),
      offer("HPTHREE", Family.MOBILE, 0, 1_000),
      offer("FNMEGA", Family.MULTIFINANCE, 0, 500),
      offer("AIA.PREMICONVEN", Family.INSURANCE, 3_000, 500),
      water("PDAMKOTA.SURABAYA", "JAWA TIMUR"),
      water("PDAMKOTA.MEDAN", "SUMATERA UTARA"),
      offer("PGAS", Family.GAS, 2_500, 600),
      offer("TVBIG", Family.TELEVISION, 0, 1_100),
      offer("TVTLKMV", Family.TELEVISION, 1_950, 1_000),
      offer("PBBKOT.CIMAHI", Family.PROPERTY_TAX, 5_000, 0),
      offer("ESAMSAT.JABAR", Family.VEHICLE_TAX, 5_000, 2_500),
      offer("SHOPEEPAY", Family.EMONEY_TOPUP, 800, 450),
      offer(CARD, Family.CREDIT_CARD, 2_500, 600),
      offer(TRANSFER, Family.MONEY_TRANSFER, 2_500, 600),
      offer(CLOSED, Family.ELECTRICITY, null, null, false),
      offer(
          NIGHTLY,
          Family.ELECTRICITY,
          null,
          new Closing(LocalTime.of(23, 0), LocalTime.of(1, 0)),
          true)
    };
  }

  private static Offer offer(String code, Family family, long admin, long commission) {
    return offer(code, family, null, fees(admin, commission), null, true);
  }

  private static Offer water(String code, String province) {
    return offer(code, Family.WATER, province, fees(2_000, 700), null, true);
  }

  private static Offer offer(
      String code,
      Family family,
      @Nullable String province,
      @Nullable Closing closing,
      boolean open) {
    return offer(code, family, province, fees(2_500, 600), closing, open);
  }

  private static Fees fees(long admin, long commission) {
    return new Fees(Rupiah.of(admin), Rupiah.of(commission), null, Rupiah.ZERO);
  }

  private static Offer offer(
      String code,
      Family family,
      @Nullable String province,
      Fees fees,
      @Nullable Closing closing,
      boolean open) {
    return new Offer(
        product(code),
        family,
        "NAME OF " + code,
        "BRAND",
        province,
        Map.of(IakFront.DIALECT, code),
        new Offer.Route(Premises.UPSTREAM, product(code)),
        fees,
        closing,
        open);
  }

  /// Our own code of the product: other than the dialect's.
  static String product(String code) {
    return "our-" + code.toLowerCase(java.util.Locale.ROOT).replace('.', '-');
  }
}
