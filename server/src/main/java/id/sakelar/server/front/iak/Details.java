package id.sakelar.server.front.iak;

import static id.sakelar.server.front.iak.Told.told;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Bill.CompanyInsurance;
import id.sakelar.server.payment.Bill.CreditCard;
import id.sakelar.server.payment.Bill.ElectricityNonBill;
import id.sakelar.server.payment.Bill.EmoneyTopup;
import id.sakelar.server.payment.Bill.EmploymentInsurance;
import id.sakelar.server.payment.Bill.Gas;
import id.sakelar.server.payment.Bill.Insurance;
import id.sakelar.server.payment.Bill.Internet;
import id.sakelar.server.payment.Bill.Mobile;
import id.sakelar.server.payment.Bill.MoneyTransfer;
import id.sakelar.server.payment.Bill.Multifinance;
import id.sakelar.server.payment.Bill.Television;
import id.sakelar.server.payment.Bill.Ticket;
import id.sakelar.server.payment.Electricity;
import id.sakelar.server.payment.HealthInsurance;
import id.sakelar.server.payment.PropertyTax;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.payment.Water;
import id.sakelar.wire.iak.desc.Bpjs;
import id.sakelar.wire.iak.desc.Bpjstk;
import id.sakelar.wire.iak.desc.Bpjstkpu;
import id.sakelar.wire.iak.desc.Desc;
import id.sakelar.wire.iak.desc.Family;
import id.sakelar.wire.iak.desc.OpenAmount;
import id.sakelar.wire.iak.desc.Pdam;
import id.sakelar.wire.iak.desc.Pgas;
import id.sakelar.wire.iak.desc.Phone;
import id.sakelar.wire.iak.desc.Pln;
import id.sakelar.wire.iak.desc.Plnnontaglis;
import id.sakelar.wire.iak.desc.Tv;
import java.util.Optional;

/// Tells what a bill says about itself as the dialect's `desc`. What it does not say is left out;
/// but a text that the published example of its family always has is empty then, as it is there.
final class Details {
  private Details() {}

  /// The detail of `bill`, on the terms of `quote`.
  ///
  /// @param code what the dialect calls the product
  /// @param isReceipt whether this is one: an electricity bill shows its meter only there
  static Desc of(Bill bill, Quote quote, String code, boolean isReceipt) {
    var admin = quote.adminPerSheet();
    return switch (bill) {
      case Electricity it -> electricity(it, admin, isReceipt);
      case ElectricityNonBill it ->
          new Plnnontaglis(
              Optional.of(it.transaction()),
              Optional.of(it.registration()),
              Optional.of(it.registered()));
      case Water it -> water(it);
      case Mobile it -> mobile(it, admin);
      case Internet it -> internet(it, admin, code);
      case HealthInsurance it -> health(it);
      case EmploymentInsurance it -> employment(it);
      case CompanyInsurance it -> company(it);
      case Insurance it ->
          new id.sakelar.wire.iak.desc.Insurance(
              Optional.of(it.insured()),
              Optional.of(it.policyStatus()),
              Optional.of(it.due()),
              it.footnotes());
      case Multifinance it -> Instalments.of(it);
      case PropertyTax it -> Taxes.of(it, quote);
      case Gas it -> gas(it);
      case Television it -> television(it);
      case EmoneyTopup it -> new OpenAmount(Optional.of(it.footnote()));
      case VehicleTax it -> Taxes.of(it);
      case MoneyTransfer _, CreditCard _, Ticket _ ->
          throw new IllegalStateException("no such product is sold in this dialect");
    };
  }

  private static Pln electricity(Electricity bill, Rupiah admin, boolean isReceipt) {
    var sheets = bill.months().stream().map(month -> sheet(month, admin, isReceipt)).toList();
    return new Pln(
        Optional.of(bill.tariff()),
        Optional.of(bill.power()).filter(it -> it > 0),
        bill.sheets(),
        Optional.ofNullable(bill.sheetsLeft()).filter(_ -> isReceipt),
        sheets);
  }

  private static Pln.Sheet sheet(
      Electricity.ElectricityMonth month, Rupiah admin, boolean isReceipt) {
    return new Pln.Sheet(
        told(month.meterStart()).filter(_ -> isReceipt),
        told(month.meterEnd()).filter(_ -> isReceipt),
        month.period(),
        month.amount(),
        Optional.of(admin),
        Optional.of(month.fine()),
        Optional.of(month.amount().plus(month.fine()).plus(admin)));
  }

  private static Pdam water(Water bill) {
    var company = bill.company();
    return new Pdam(
        bill.sheets(),
        Optional.of(bill.address()),
        Optional.of(Told.digits(company.fee())),
        Optional.of(company.name()),
        Optional.of(Told.digits(company.stampDuty())),
        told(bill.due()),
        told(bill.tariff()),
        bill.months().stream().map(Details::sheet).toList());
  }

  private static Pdam.Sheet sheet(Water.WaterMonth month) {
    return new Pdam.Sheet(
        month.period(),
        Told.count(month.meterStart()),
        Told.count(month.meterEnd()),
        Optional.of(month.fine()),
        month.amount(),
        Optional.of(month.other()),
        Optional.ofNullable(month.stand()));
  }

  private static Phone mobile(Mobile bill, Rupiah admin) {
    return new Phone(
        Phone.Line.MOBILE,
        Optional.of(bill.exchange().area()),
        Optional.of(bill.exchange().division()),
        Optional.of(bill.exchange().office()),
        bill.sheets(),
        bill.months().stream().map(it -> sheet(it.period(), it.amount(), admin)).toList());
  }

  private static Phone.Sheet sheet(String period, Rupiah amount, Rupiah admin) {
    return new Phone.Sheet(
        period, Optional.of(amount), Optional.of(admin), Optional.of(amount.plus(admin)));
  }

  /// The dialect has one form for telephones, by month, and one for companies that say what was
  /// bought and no more. A code that it does not know is told by month where there are months.
  private static Desc internet(Internet bill, Rupiah admin, String code) {
    var family = Family.of(code);
    boolean isService =
        family.isPresent() ? family.get() == Family.INTERNET : bill.months().isEmpty();
    return isService
        ? new id.sakelar.wire.iak.desc.Internet(Optional.of(bill.service()))
        : new Phone(
            Phone.Line.FIXED,
            Optional.of(bill.exchange().area()),
            Optional.of(bill.exchange().division()),
            Optional.of(bill.exchange().office()),
            bill.sheets(),
            bill.months().stream().map(it -> sheet(it.period(), it.amount(), admin)).toList());
  }

  private static Bpjs health(HealthInsurance bill) {
    return new Bpjs(
        Optional.of(bill.branch().code()),
        Optional.of(bill.branch().name()),
        Optional.of(bill.left()),
        Optional.of(bill.members()));
  }

  private static Bpjstk employment(EmploymentInsurance bill) {
    return new Bpjstk(
        Optional.of(bill.dueCode()),
        Optional.of(bill.programCode()),
        Optional.of(bill.oldAge()),
        Optional.of(bill.accident()),
        Optional.of(bill.death()),
        Optional.of(bill.branch()),
        Optional.of(bill.from()),
        Optional.of(bill.until()));
  }

  private static Bpjstkpu company(CompanyInsurance bill) {
    return new Bpjstkpu(
        Optional.of(bill.dueCode()),
        Optional.of(bill.oldAge()),
        Optional.of(bill.accident()),
        Optional.of(bill.death()),
        Optional.of(bill.jobLoss()),
        Optional.of(bill.pension()),
        Optional.of(bill.companyNumber()),
        Optional.of(bill.division()));
  }

  /// There is one row for all months, so meters are told from the first to the last, and the usage
  /// only of one month.
  private static Pgas gas(Gas bill) {
    var months = bill.months();
    return new Pgas(
        Optional.of(bill.address()),
        Optional.of(months.isEmpty() ? "" : months.getFirst().meterStart()),
        Optional.of(months.isEmpty() ? "" : months.getLast().meterEnd()),
        months.size() == 1 ? Told.count(months.getFirst().used()) : Optional.empty());
  }

  private static Tv television(Television bill) {
    var sheets =
        bill.months().stream()
            .map(month -> new Tv.Sheet(month.period(), month.amount(), told(month.reference())))
            .toList();
    return new Tv(
        bill.sheets(),
        Optional.of(bill.category()),
        Optional.ofNullable(bill.valueAddedTax()),
        sheets);
  }
}
