package id.sakelar.server.payment;

import java.util.List;
import java.util.function.Function;

/// The periods of a bill as they stand at the top: as the biller sums them up, or joined by commas,
/// and empty for a bill that tells none.
public final class Periods {
  private Periods() {}

  /// The periods of a bill.
  ///
  /// @param bill the quoted one, or the one of its receipt
  public static String of(Quote quote, Bill bill) {
    return quote.period() == null ? of(bill) : quote.period();
  }

  private static String of(Bill bill) {
    return switch (bill) {
      case Electricity it -> joined(it.months(), Electricity.ElectricityMonth::period);
      case Water it -> joined(it.months(), Water.WaterMonth::period);
      case Bill.Mobile it -> joined(it.months(), Bill.Mobile.MobileMonth::period);
      case Bill.Internet it -> joined(it.months(), Bill.Internet.InternetMonth::period);
      case HealthInsurance it -> joined(it.months(), Function.identity());
      case Bill.Multifinance it -> joined(it.instalments(), Bill.Multifinance.Instalment::number);
      case PropertyTax it -> it.year();
      case Bill.Gas it -> joined(it.months(), Bill.Gas.GasMonth::period);
      case Bill.Television it -> joined(it.months(), Bill.Television.TelevisionMonth::period);
      case VehicleTax it -> it.paidUntil();
      case Bill.ElectricityNonBill _,
          Bill.EmploymentInsurance _,
          Bill.CompanyInsurance _,
          Bill.Insurance _,
          Bill.EmoneyTopup _,
          Bill.MoneyTransfer _,
          Bill.CreditCard _,
          Bill.Ticket _ ->
          "";
    };
  }

  /// What is not told of one sheet is left out.
  private static <T> String joined(List<T> sheets, Function<T, String> period) {
    return String.join(",", sheets.stream().map(period).filter(it -> !it.isEmpty()).toList());
  }
}
