package id.sakelar.server.front.digiswitch;

import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Electricity;
import id.sakelar.server.payment.HealthInsurance;
import id.sakelar.server.payment.PropertyTax;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.payment.Water;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The periods of a bill as Digiflazz tells them at the top: joined by commas, and none for the
/// products that have none.
final class Periods {
  private Periods() {}

  static Optional<String> of(Bill bill) {
    return switch (bill) {
      case Electricity it -> joined(it.months(), Electricity.ElectricityMonth::period);
      case Water it -> joined(it.months(), Water.WaterMonth::period);
      case Bill.Internet it -> joined(it.months(), Bill.Internet.InternetMonth::period);
      case HealthInsurance it -> joined(it.months(), Function.identity());
      case Bill.Multifinance it -> joined(it.instalments(), Bill.Multifinance.Instalment::number);
      case PropertyTax it -> Optional.of(it.year());
      case Bill.Gas it -> joined(it.months(), Bill.Gas.GasMonth::period);
      case Bill.Television it -> joined(it.months(), Bill.Television.TelevisionMonth::period);
      case VehicleTax it -> Optional.of(it.paidUntil());
      case Bill.ElectricityNonBill _,
          Bill.Mobile _,
          Bill.EmploymentInsurance _,
          Bill.CompanyInsurance _,
          Bill.Insurance _,
          Bill.CreditCard _,
          Bill.Ticket _,
          Bill.EmoneyTopup _,
          Bill.MoneyTransfer _ ->
          Optional.empty();
    };
  }

  private static <T> Optional<String> joined(List<T> sheets, Function<T, String> period) {
    return Optional.of(String.join(",", sheets.stream().map(period).toList()));
  }
}
