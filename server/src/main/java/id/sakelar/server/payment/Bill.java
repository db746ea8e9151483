package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bill in the switch's own words. Fronts and connectors translate between it and their dialect,
/// which is how a bill asked for in one dialect is paid at an upstream that speaks another.
///
/// Every kind says who owes it (`holder`), on how many sheets (`sheets`, at least 1) and how much
/// (`amount`: everything the biller wants, fines and other costs included, admin fees excluded).
/// Periods and due dates stay text: billers write them in many ways and nobody computes with them.
/// All kinds are immutable.
public sealed interface Bill {
  String holder();

  int sheets();

  Rupiah amount();

  /// What kind of bill it is and over how much, never whose: how every kind prints itself.
  static String describe(Bill bill) {
    return bill.getClass().getSimpleName() + "[" + bill.amount() + "]";
  }

  /// Electricity used (PLN). `power` in volt-ampere.
  record Electricity(
      String holder,
      int sheets,
      Rupiah amount,
      String tariff,
      int power,
      List<ElectricityMonth> months)
      implements Bill {
    public Electricity {
      months = List.copyOf(months);
    }

    /// One month. Meters as the biller prints them, in its own number of digits.
    public record ElectricityMonth(
        String period, Rupiah amount, Rupiah fine, String meterStart, String meterEnd) {}

    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Electricity charges other than usage, such as a new connection (PLN nontaglis).
  record ElectricityNonBill(
      String holder,
      int sheets,
      Rupiah amount,
      String transaction,
      String registration,
      String registered)
      implements Bill {
    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Water (PDAM).
  record Water(
      String holder,
      int sheets,
      Rupiah amount,
      String tariff,
      String address,
      String due,
      List<WaterMonth> months)
      implements Bill {
    public Water {
      months = List.copyOf(months);
    }

    /// One month.
    public record WaterMonth(
        String period,
        Rupiah amount,
        Rupiah fine,
        String meterStart,
        String meterEnd,
        Rupiah other) {}

    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// A postpaid mobile phone.
  record Mobile(String holder, int sheets, Rupiah amount) implements Bill {
    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Internet, by month.
  record Internet(String holder, int sheets, Rupiah amount, List<InternetMonth> months)
      implements Bill {
    public Internet {
      months = List.copyOf(months);
    }

    /// One month.
    public record InternetMonth(String period, Rupiah amount) {}

    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Health insurance (BPJS Kesehatan). `members` and `months` as printed.
  record HealthInsurance(
      String holder, int sheets, Rupiah amount, String members, String address, List<String> months)
      implements Bill {
    public HealthInsurance {
      months = List.copyOf(months);
    }

    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Employment insurance of a worker (BPJS Ketenagakerjaan).
  record EmploymentInsurance(
      String holder,
      int sheets,
      Rupiah amount,
      String dueCode,
      String programCode,
      Rupiah accident,
      Rupiah death,
      Rupiah oldAge,
      String branch,
      String from,
      String until)
      implements Bill {
    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Employment insurance of a company's staff (BPJS Ketenagakerjaan PU).
  record CompanyInsurance(
      String holder,
      int sheets,
      Rupiah amount,
      String dueCode,
      Rupiah oldAge,
      Rupiah accident,
      Rupiah death,
      Rupiah pension,
      Rupiah jobLoss,
      String companyNumber,
      String division)
      implements Bill {
    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// An instalment of a vehicle or of goods.
  record Multifinance(
      String holder,
      int sheets,
      Rupiah amount,
      String item,
      String chassis,
      String plate,
      String tenor,
      List<Instalment> instalments)
      implements Bill {
    public Multifinance {
      instalments = List.copyOf(instalments);
    }

    /// One instalment, by its number.
    public record Instalment(String number, Rupiah fine, Rupiah other) {}

    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Property tax (PBB), or another local tax when it names a province (PDL).
  record PropertyTax(
      String holder,
      int sheets,
      Rupiah amount,
      String address,
      String year,
      String village,
      String district,
      String cityCode,
      String city,
      @Nullable String province,
      String landArea,
      String buildingArea)
      implements Bill {
    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Gas (PGN).
  record Gas(String holder, int sheets, Rupiah amount, String address, List<GasMonth> months)
      implements Bill {
    public Gas {
      months = List.copyOf(months);
    }

    /// One month; `used` only where the biller says it.
    public record GasMonth(
        String period, String meterStart, String meterEnd, @Nullable String used) {}

    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Cable or satellite television.
  record Television(String holder, int sheets, Rupiah amount, List<TelevisionMonth> months)
      implements Bill {
    public Television {
      months = List.copyOf(months);
    }

    /// One month, under the biller's own number.
    public record TelevisionMonth(String period, Rupiah amount, String reference) {}

    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Money put on an e-money account. The customer chooses the amount.
  record EmoneyTopup(String holder, int sheets, Rupiah amount) implements Bill {
    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Vehicle tax (SAMSAT).
  record VehicleTax(
      String holder,
      int sheets,
      Rupiah amount,
      String address,
      String identity,
      Vehicle vehicle,
      String paidUntil,
      Fees fees)
      implements Bill {

    /// The vehicle on the bill.
    public record Vehicle(
        String chassis,
        String engine,
        String plate,
        String ownership,
        String make,
        String model,
        String built) {
      /// Leaves out what leads to its owner.
      @Override
      public String toString() {
        return "Vehicle[" + make + "]";
      }
    }

    /// What the tax is made of: bbn (transfer of ownership), swd (insurance), pkb (vehicle tax).
    public record Fees(
        Rupiah bbn,
        Rupiah swd,
        Rupiah pkb,
        Rupiah fineSwd,
        Rupiah fineBbn,
        Rupiah finePkb,
        Rupiah registration,
        Rupiah plates,
        Rupiah parking,
        Rupiah progressive) {}

    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Money sent to a bank account.
  record MoneyTransfer(String holder, int sheets, Rupiah amount) implements Bill {
    @Override
    public String toString() {
      return describe(this);
    }
  }
}
