package id.sakelar.server.front.digiswitch;

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
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.payment.Water;
import id.sakelar.wire.digiswitch.desc.Bpjs;
import id.sakelar.wire.digiswitch.desc.Bpjstk;
import id.sakelar.wire.digiswitch.desc.Bpjstkpu;
import id.sakelar.wire.digiswitch.desc.Desc;
import id.sakelar.wire.digiswitch.desc.Emoney;
import id.sakelar.wire.digiswitch.desc.Hp;
import id.sakelar.wire.digiswitch.desc.Kirimuang;
import id.sakelar.wire.digiswitch.desc.Pbb;
import id.sakelar.wire.digiswitch.desc.Pdam;
import id.sakelar.wire.digiswitch.desc.Pdl;
import id.sakelar.wire.digiswitch.desc.Pgas;
import id.sakelar.wire.digiswitch.desc.Pln;
import id.sakelar.wire.digiswitch.desc.Plnnontaglis;
import id.sakelar.wire.digiswitch.desc.Samsat;
import id.sakelar.wire.digiswitch.desc.Tv;
import java.util.Optional;

/// Tells what a bill says about itself as the dialect's `desc`.
final class Details {
  private Details() {}

  /// The detail of `bill`.
  ///
  /// @param admin the fee on one sheet
  /// @param paid whether this is a receipt: an electricity bill shows its meter only there
  static Desc of(Bill bill, Rupiah admin, boolean paid) {
    return switch (bill) {
      case Electricity it -> electricity(it, admin, paid);
      case ElectricityNonBill it ->
          new Plnnontaglis(it.sheets(), it.transaction(), it.registration(), it.registered());
      case Water it -> water(it);
      case Mobile it -> new Hp(it.sheets());
      case Internet it -> internet(it, admin);
      case HealthInsurance it -> health(it);
      case EmploymentInsurance it -> employment(it);
      case CompanyInsurance it -> company(it);
      case Multifinance it -> multifinance(it);
      case PropertyTax it -> propertyTax(it);
      case Gas it -> gas(it);
      case Television it -> television(it);
      case EmoneyTopup it -> new Emoney(it.sheets());
      case VehicleTax it -> vehicleTax(it);
      case MoneyTransfer it -> new Kirimuang(it.sheets());
      case Insurance _, CreditCard _, Ticket _ ->
          throw new IllegalStateException("no such product is sold in this dialect");
    };
  }

  private static Pln electricity(Electricity bill, Rupiah admin, boolean paid) {
    var sheets = bill.months().stream().map(month -> sheet(month, admin, paid)).toList();
    return new Pln(bill.tariff(), bill.power(), bill.sheets(), sheets);
  }

  private static Pln.Sheet sheet(Electricity.ElectricityMonth month, Rupiah admin, boolean paid) {
    return new Pln.Sheet(
        month.period(),
        month.amount(),
        admin,
        month.fine(),
        paid ? Optional.of(month.meterStart()) : Optional.empty(),
        paid ? Optional.of(month.meterEnd()) : Optional.empty());
  }

  private static Pdam water(Water bill) {
    var sheets =
        bill.months().stream()
            .map(
                month ->
                    new Pdam.Sheet(
                        month.period(),
                        month.amount(),
                        month.fine(),
                        month.meterStart(),
                        month.meterEnd(),
                        month.other()))
            .toList();
    return new Pdam(bill.tariff(), bill.sheets(), bill.address(), bill.due(), sheets);
  }

  private static id.sakelar.wire.digiswitch.desc.Internet internet(Internet bill, Rupiah admin) {
    var sheets =
        bill.months().stream()
            .map(
                month ->
                    new id.sakelar.wire.digiswitch.desc.Internet.Sheet(
                        month.period(), month.amount(), admin))
            .toList();
    return new id.sakelar.wire.digiswitch.desc.Internet(bill.sheets(), sheets);
  }

  private static Bpjs health(HealthInsurance bill) {
    var sheets = bill.months().stream().map(Bpjs.Sheet::new).toList();
    return new Bpjs(bill.members(), bill.sheets(), bill.address(), sheets);
  }

  private static Bpjstk employment(EmploymentInsurance bill) {
    return new Bpjstk(
        bill.sheets(),
        bill.dueCode(),
        bill.programCode(),
        bill.accident(),
        bill.death(),
        bill.oldAge(),
        bill.branch(),
        bill.from(),
        bill.until());
  }

  /// The published names of the programmes: jkk is accident, jkm death, jht old age, jpn pension
  /// and jpk what [CompanyInsurance] calls job loss.
  private static Bpjstkpu company(CompanyInsurance bill) {
    return new Bpjstkpu(
        bill.sheets(),
        bill.dueCode(),
        bill.oldAge(),
        bill.accident(),
        bill.death(),
        bill.jobLoss(),
        bill.pension(),
        bill.companyNumber(),
        bill.division());
  }

  private static id.sakelar.wire.digiswitch.desc.Multifinance multifinance(Multifinance bill) {
    var sheets =
        bill.instalments().stream()
            .map(
                it ->
                    new id.sakelar.wire.digiswitch.desc.Multifinance.Sheet(
                        it.number(), it.fine(), it.other()))
            .toList();
    return new id.sakelar.wire.digiswitch.desc.Multifinance(
        bill.sheets(), bill.item(), bill.chassis(), bill.plate(), bill.tenor(), sheets);
  }

  private static Desc propertyTax(PropertyTax bill) {
    var province = bill.province();
    return province == null
        ? new Pbb(
            bill.sheets(),
            bill.address(),
            bill.year(),
            bill.village(),
            bill.district(),
            bill.cityCode(),
            bill.city(),
            bill.landArea(),
            bill.buildingArea())
        : new Pdl(
            bill.sheets(),
            bill.address(),
            bill.year(),
            bill.village(),
            bill.district(),
            bill.cityCode(),
            bill.city(),
            province,
            bill.landArea(),
            bill.buildingArea());
  }

  private static Pgas gas(Gas bill) {
    var sheets =
        bill.months().stream()
            .map(
                month ->
                    new Pgas.Sheet(
                        month.period(),
                        month.meterStart(),
                        month.meterEnd(),
                        Optional.ofNullable(month.used())))
            .toList();
    return new Pgas(bill.sheets(), bill.address(), sheets);
  }

  private static Tv television(Television bill) {
    var sheets =
        bill.months().stream()
            .map(month -> new Tv.Sheet(month.period(), month.amount(), month.reference()))
            .toList();
    return new Tv(bill.sheets(), sheets);
  }

  private static Samsat vehicleTax(VehicleTax bill) {
    var vehicle = bill.vehicle();
    var fees = bill.fees();
    return new Samsat(
        bill.sheets(),
        bill.address(),
        bill.identity(),
        vehicle.chassis(),
        vehicle.engine(),
        vehicle.plate(),
        vehicle.ownership(),
        vehicle.make(),
        vehicle.model(),
        vehicle.built(),
        bill.paidUntil(),
        fees.bbn(),
        fees.swd(),
        fees.pkb(),
        fees.fineSwd(),
        fees.fineBbn(),
        fees.finePkb(),
        fees.registration(),
        fees.plates(),
        fees.parking(),
        fees.progressive());
  }
}
