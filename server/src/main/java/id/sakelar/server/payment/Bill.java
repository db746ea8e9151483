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
/// for dialects that have no fields for the rest. All kinds are immutable; those with much to say
/// have files of their own.
public sealed interface Bill
    permits Electricity,
        Bill.ElectricityNonBill,
        Water,
        Bill.Mobile,
        Bill.Internet,
        HealthInsurance,
        Bill.EmploymentInsurance,
        Bill.CompanyInsurance,
        Bill.Insurance,
        Bill.Multifinance,
        PropertyTax,
        Bill.Gas,
        Bill.Television,
        Bill.EmoneyTopup,
        VehicleTax,
        Bill.MoneyTransfer,
        Bill.CreditCard,
        Bill.Ticket {
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
      case Ticket _ -> Family.TICKET;
    };
  }

  /// What kind of bill it is and over how much, never whose: how every kind prints itself.
  static String describe(Bill bill) {
    return bill.getClass().getSimpleName() + "[" + bill.amount() + "]";
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

  /// Seats on a train, booked already. `sheets` are the passengers; `journey` says when and between
  /// which stations.
  record Ticket(String holder, int sheets, Rupiah amount, String journey) implements Bill {
    @Override
    public String toString() {
      return describe(this);
    }
  }
}
