package id.sakelar.server.payment;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bill in the switch's own words. Fronts and connectors translate between it and their dialect,
/// which is how a bill asked for in one dialect is paid at an upstream that speaks another.
///
/// Every kind says who owes it (`holder`), on how many sheets (`sheets`, at least 1) and how much
/// (`amount`: everything the biller wants, fines and other costs included, admin fees excluded).
/// Periods and due dates stay text: billers write them in many ways and nobody computes with them.
///
/// Dialects know more and less of a bill. What a biller does not say is an empty text, an absent
/// (null) amount or an empty list; nothing is made up in its place. The shorter constructors are
/// for dialects that have no fields for the rest. All kinds are immutable.
public sealed interface Bill {
  String holder();

  int sheets();

  Rupiah amount();

  /// The kind as the catalogue calls it.
  default Family family() {
    return switch (this) {
      case Electricity _ -> Family.ELECTRICITY;
      case ElectricityNonBill _ -> Family.ELECTRICITY_NON_BILL;
      case Water _ -> Family.WATER;
      case Mobile _ -> Family.MOBILE;
      case Internet _ -> Family.INTERNET;
      case HealthInsurance _ -> Family.HEALTH_INSURANCE;
      case EmploymentInsurance _ -> Family.EMPLOYMENT_INSURANCE;
      case CompanyInsurance _ -> Family.COMPANY_INSURANCE;
      case Insurance _ -> Family.INSURANCE;
      case Multifinance _ -> Family.MULTIFINANCE;
      case PropertyTax it -> it.province() == null ? Family.PROPERTY_TAX : Family.LOCAL_TAX;
      case Gas _ -> Family.GAS;
      case Television _ -> Family.TELEVISION;
      case EmoneyTopup _ -> Family.EMONEY_TOPUP;
      case VehicleTax _ -> Family.VEHICLE_TAX;
      case MoneyTransfer _ -> Family.MONEY_TRANSFER;
      case CreditCard _ -> Family.CREDIT_CARD;
    };
  }

  /// What kind of bill it is and over how much, never whose: how every kind prints itself.
  static String describe(Bill bill) {
    return bill.getClass().getSimpleName() + "[" + bill.amount() + "]";
  }

  /// Electricity used (PLN). `power` in volt-ampere; `sheetsLeft` are owed besides those paid now.
  record Electricity(
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

    /// One month. Some companies print the meter's readings as one text besides (`stand`), and it
    /// may be empty; others have no such field.
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
      return describe(this);
    }
  }

  /// Where a telephone is connected, in the codes of its company: all of them may be empty.
  record Exchange(String area, String division, String office) {
    public static final Exchange UNTOLD = new Exchange("", "", "");
  }

  /// A postpaid mobile phone.
  record Mobile(
      String holder, int sheets, Rupiah amount, List<MobileMonth> months, Exchange exchange)
      implements Bill {
    public Mobile {
      months = List.copyOf(months);
    }

    public Mobile(String holder, int sheets, Rupiah amount) {
      this(holder, sheets, amount, List.of(), Exchange.UNTOLD);
    }

    /// One month.
    public record MobileMonth(String period, Rupiah amount) {}

    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Internet or a fixed telephone, by month. `service` describes what was bought.
  record Internet(
      String holder,
      int sheets,
      Rupiah amount,
      List<InternetMonth> months,
      Exchange exchange,
      String service)
      implements Bill {
    public Internet {
      months = List.copyOf(months);
    }

    public Internet(String holder, int sheets, Rupiah amount, List<InternetMonth> months) {
      this(holder, sheets, amount, months, Exchange.UNTOLD, "");
    }

    /// One month.
    public record InternetMonth(String period, Rupiah amount) {}

    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Health insurance (BPJS Kesehatan). `members`, `months` and what is `left` to pay as printed.
  record HealthInsurance(
      String holder,
      int sheets,
      Rupiah amount,
      String members,
      String address,
      List<String> months,
      Branch branch,
      String left)
      implements Bill {
    public HealthInsurance {
      months = List.copyOf(months);
    }

    public HealthInsurance(
        String holder,
        int sheets,
        Rupiah amount,
        String members,
        String address,
        List<String> months) {
      this(holder, sheets, amount, members, address, months, new Branch("", ""), "");
    }

    /// The office that looks after the member.
    public record Branch(String code, String name) {}

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

  /// A premium of a life or other insurance. `footnotes` are printed below the receipt.
  record Insurance(
      String holder,
      int sheets,
      Rupiah amount,
      String insured,
      String policyStatus,
      String due,
      List<String> footnotes)
      implements Bill {
    public Insurance {
      footnotes = List.copyOf(footnotes);
    }

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
      List<Instalment> instalments,
      Contract contract)
      implements Bill {
    public Multifinance {
      instalments = List.copyOf(instalments);
    }

    public Multifinance(
        String holder,
        int sheets,
        Rupiah amount,
        String item,
        String chassis,
        String plate,
        String tenor,
        List<Instalment> instalments) {
      this(
          holder,
          sheets,
          amount,
          item,
          chassis,
          plate,
          tenor,
          instalments,
          new Contract(null, "", ""));
    }

    /// One instalment, by its number. Its `amount` is without fine and other costs.
    public record Instalment(String number, @Nullable Rupiah amount, Rupiah fine, Rupiah other) {
      public Instalment(String number, Rupiah fine, Rupiah other) {
        this(number, null, fine, other);
      }
    }

    /// What the company says of the contract: the most that can be paid now, the due date of what
    /// was paid last, and its own number for it.
    public record Contract(@Nullable Rupiah most, String lastDue, String number) {}

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
      String buildingArea,
      Assessment assessment)
      implements Bill {

    public PropertyTax(
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
        String buildingArea) {
      this(
          holder,
          sheets,
          amount,
          address,
          year,
          village,
          district,
          cityCode,
          city,
          province,
          landArea,
          buildingArea,
          new Assessment("", "", null));
    }

    /// When the tax was stated, when it is due, what of the amount is a fine, and the number of the
    /// property (NOP).
    public record Assessment(String stated, String due, @Nullable Rupiah fine, String property) {
      public Assessment(String stated, String due, @Nullable Rupiah fine) {
        this(stated, due, fine, "");
      }

      /// Leaves out which property it is.
      @Override
      public String toString() {
        return "Assessment[" + due + "]";
      }
    }

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
  record Television(
      String holder,
      int sheets,
      Rupiah amount,
      List<TelevisionMonth> months,
      String category,
      @Nullable Rupiah valueAddedTax)
      implements Bill {
    public Television {
      months = List.copyOf(months);
    }

    public Television(String holder, int sheets, Rupiah amount, List<TelevisionMonth> months) {
      this(holder, sheets, amount, months, "", null);
    }

    /// One month, under the biller's own number.
    public record TelevisionMonth(String period, Rupiah amount, String reference) {}

    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Money put on an e-money account. The customer chooses the amount.
  record EmoneyTopup(String holder, int sheets, Rupiah amount, String footnote) implements Bill {
    public EmoneyTopup(String holder, int sheets, Rupiah amount) {
      this(holder, sheets, amount, "");
    }

    @Override
    public String toString() {
      return describe(this);
    }
  }

  /// Vehicle tax (SAMSAT). `paidUntil` is the day until which the vehicle is taxed once it is paid.
  record VehicleTax(
      String holder,
      int sheets,
      Rupiah amount,
      String address,
      String identity,
      Vehicle vehicle,
      String paidUntil,
      Fees fees,
      Slip slip)
      implements Bill {
    public VehicleTax(
        String holder,
        int sheets,
        Rupiah amount,
        String address,
        String identity,
        Vehicle vehicle,
        String paidUntil,
        Fees fees) {
      this(
          holder,
          sheets,
          amount,
          address,
          identity,
          vehicle,
          paidUntil,
          fees,
          new Slip("", "", ""));
    }

    /// The numbers it goes by: the bank's payment code, and those that only a payment gets, the
    /// bank's trace number and the number of the state's receipt (NTPD).
    public record Slip(String paymentCode, String trace, String stateReceipt) {}

    /// The vehicle on the bill.
    public record Vehicle(
        String chassis,
        String engine,
        String plate,
        String ownership,
        String make,
        String model,
        String built,
        String color) {
      public Vehicle(
          String chassis,
          String engine,
          String plate,
          String ownership,
          String make,
          String model,
          String built) {
        this(chassis, engine, plate, ownership, make, model, built, "");
      }

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

  /// A credit card. The customer chooses the amount; `bank` is the name of the bank that issued it.
  record CreditCard(String holder, int sheets, Rupiah amount, String bank) implements Bill {
    @Override
    public String toString() {
      return describe(this);
    }
  }
}
