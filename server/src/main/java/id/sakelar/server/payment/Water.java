package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Water (PDAM).
public record Water(
    String holder,
    int sheets,
    Rupiah amount,
    String tariff,
    String address,
    String due,
    List<WaterMonth> months,
    WaterCompany company)
    implements Bill {
  public Water {
    months = List.copyOf(months);
  }

  public Water(
      String holder,
      int sheets,
      Rupiah amount,
      String tariff,
      String address,
      String due,
      List<WaterMonth> months) {
    this(holder, sheets, amount, tariff, address, due, months, new WaterCompany("", null, null));
  }

  /// Who sells the water, and what of the amount is its own fee and its stamp duty.
  public record WaterCompany(String name, @Nullable Rupiah fee, @Nullable Rupiah stampDuty) {}

  /// One month. Some companies print the meter's readings as one text besides (`stand`), and it may
  /// be empty; others have no such field.
  public record WaterMonth(
      String period,
      Rupiah amount,
      Rupiah fine,
      String meterStart,
      String meterEnd,
      Rupiah other,
      @Nullable String stand) {
    public WaterMonth(
        String period,
        Rupiah amount,
        Rupiah fine,
        String meterStart,
        String meterEnd,
        Rupiah other) {
      this(period, amount, fine, meterStart, meterEnd, other, null);
    }
  }

  @Override
  public String toString() {
    return Bill.describe(this);
  }
}
