package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Electricity used (PLN). `power` in volt-ampere; `sheetsLeft` are owed besides those paid now.
public record Electricity(
    String holder,
    int sheets,
    Rupiah amount,
    String tariff,
    int power,
    List<ElectricityMonth> months,
    @Nullable Integer sheetsLeft)
    implements Bill {
  public Electricity {
    months = List.copyOf(months);
  }

  public Electricity(
      String holder,
      int sheets,
      Rupiah amount,
      String tariff,
      int power,
      List<ElectricityMonth> months) {
    this(holder, sheets, amount, tariff, power, months, null);
  }

  /// One month. Meters as the biller prints them, in its own number of digits.
  public record ElectricityMonth(
      String period, Rupiah amount, Rupiah fine, String meterStart, String meterEnd) {}

  @Override
  public String toString() {
    return Bill.describe(this);
  }
}
