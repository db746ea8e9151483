package id.sakelar.sandbox;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Bill.Internet.InternetMonth;
import id.sakelar.server.payment.HealthInsurance;
import id.sakelar.server.payment.Water;
import id.sakelar.server.payment.Water.WaterMonth;
import java.util.List;
import java.util.Locale;

/// Old bills of customers who never were.
final class DemoBills {
  private static final String MONTH = "202001";
  private static final Rupiah ZERO = Rupiah.ZERO;

  private DemoBills() {}

  /// The bill of one customer, over some tens of thousands of rupiah.
  ///
  /// @throws IllegalArgumentException if there are no old bills of this family
  static Bill of(Family family, int number) {
    var holder = String.format(Locale.ROOT, "PELANGGAN %02d", number + 1);
    var amount = Rupiah.of(25_000 + 500L * number);
    return switch (family) {
      case HEALTH_INSURANCE -> new HealthInsurance(holder, 1, amount, "1", "", List.of(MONTH));
      case WATER ->
          new Water(
              holder,
              1,
              amount,
              "",
              "",
              "",
              List.of(new WaterMonth(MONTH, amount, ZERO, "", "", ZERO)));
      case MOBILE -> new Bill.Mobile(holder, 1, amount);
      case EMPLOYMENT_INSURANCE -> ofWorker(holder, amount);
      case COMPANY_INSURANCE -> ofCompany(holder, amount);
      case INTERNET ->
          new Bill.Internet(holder, 1, amount, List.of(new InternetMonth(MONTH, amount)));
      case EMONEY_TOPUP -> new Bill.EmoneyTopup(holder, 1, amount);
      case TICKET -> new Bill.Ticket(holder, 1, amount, "GMR-BD 2020-01-31");
      case ELECTRICITY,
          ELECTRICITY_NON_BILL,
          INSURANCE,
          MULTIFINANCE,
          PROPERTY_TAX,
          LOCAL_TAX,
          GAS,
          TELEVISION,
          VEHICLE_TAX,
          MONEY_TRANSFER,
          CREDIT_CARD ->
          throw new IllegalArgumentException("there are no old bills of " + family);
    };
  }

  /// Whose bill it is.
  static String customer(int number) {
    return String.format(Locale.ROOT, "20200101%04d", number + 1);
  }

  private static Bill ofWorker(String holder, Rupiah amount) {
    return new Bill.EmploymentInsurance(
        holder, 1, amount, "", "", ZERO, ZERO, ZERO, "", MONTH, MONTH);
  }

  private static Bill ofCompany(String holder, Rupiah amount) {
    return new Bill.CompanyInsurance(holder, 1, amount, "", ZERO, ZERO, ZERO, ZERO, ZERO, "", "");
  }
}
