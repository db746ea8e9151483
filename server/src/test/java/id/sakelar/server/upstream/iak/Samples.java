package id.sakelar.server.upstream.iak;

import static id.sakelar.server.upstream.iak.Pretence.AMOUNT;
import static id.sakelar.server.upstream.iak.Pretence.HOLDER;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Bill.Exchange;
import id.sakelar.server.payment.Bill.Gas.GasMonth;
import id.sakelar.server.payment.Bill.Internet.InternetMonth;
import id.sakelar.server.payment.Bill.Mobile.MobileMonth;
import id.sakelar.server.payment.Bill.Multifinance.Contract;
import id.sakelar.server.payment.Bill.Multifinance.Instalment;
import id.sakelar.server.payment.Bill.Television.TelevisionMonth;
import id.sakelar.server.payment.Electricity;
import id.sakelar.server.payment.Electricity.ElectricityMonth;
import id.sakelar.server.payment.HealthInsurance;
import id.sakelar.server.payment.HealthInsurance.Branch;
import id.sakelar.server.payment.PropertyTax;
import id.sakelar.server.payment.PropertyTax.Assessment;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.payment.VehicleTax.Fees;
import id.sakelar.server.payment.VehicleTax.Slip;
import id.sakelar.server.payment.VehicleTax.Vehicle;
import id.sakelar.server.payment.Water;
import id.sakelar.server.payment.Water.WaterCompany;
import id.sakelar.server.payment.Water.WaterMonth;
import id.sakelar.wire.iak.desc.Bpjs;
import id.sakelar.wire.iak.desc.Bpjstk;
import id.sakelar.wire.iak.desc.Bpjstkpu;
import id.sakelar.wire.iak.desc.Desc;
import id.sakelar.wire.iak.desc.Esamsat;
import id.sakelar.wire.iak.desc.Insurance;
import id.sakelar.wire.iak.desc.Internet;
import id.sakelar.wire.iak.desc.Multifinance;
import id.sakelar.wire.iak.desc.OpenAmount;
import id.sakelar.wire.iak.desc.Pbb;
import id.sakelar.wire.iak.desc.Pdam;
import id.sakelar.wire.iak.desc.Pgas;
import id.sakelar.wire.iak.desc.Phone;
import id.sakelar.wire.iak.desc.Plain;
import id.sakelar.wire.iak.desc.Pln;
import id.sakelar.wire.iak.desc.Plnnontaglis;
import id.sakelar.wire.iak.desc.Tv;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A bill over Rp10.000 of every family, in the dialect's words and in ours. No two fields of one
/// kind have the same value, so that none can be taken for another.
final class Samples {
  private static final List<Sample> ALL =
      List.of(
          new Sample(
              Family.ELECTRICITY,
              new Pln(
                  some("R1"), some(1_300), 2, Optional.empty(), List.of(sheet("1"), sheet("2"))),
              new Electricity(
                  HOLDER, 2, AMOUNT, "R1", 1_300, List.of(month("1", "", ""), month("2", "", "")))),
          new Sample(
              Family.ELECTRICITY_NON_BILL,
              new Plnnontaglis(some("PENYAMBUNGAN BARU"), some("5392112011703"), some("20120524")),
              new Bill.ElectricityNonBill(
                  HOLDER, 1, AMOUNT, "PENYAMBUNGAN BARU", "5392112011703", "20120524")),
          new Sample(Family.WATER, water("3", "6000"), waterBill(rp(3), rp(6_000))),
          new Sample(Family.WATER, water("", "Rp. 6.000"), waterBill(null, null)),
          new Sample(Family.MOBILE, Pretence.DESC, Pretence.BILL),
          new Sample(
              Family.MOBILE,
              phone(Phone.Line.MOBILE, 1, row("MEI", Optional.empty())),
              mobileBill()),
          new Sample(
              Family.INTERNET,
              phone(
                  Phone.Line.FIXED,
                  3,
                  row("MEI", some(rp(1))),
                  row("JUN", some(rp(2))),
                  row("JUL", Optional.empty())),
              new Bill.Internet(
                  HOLDER,
                  3,
                  AMOUNT,
                  List.of(new InternetMonth("MEI", rp(1)), new InternetMonth("JUN", rp(2))),
                  new Exchange("0751", "01", "0006"),
                  "")),
          new Sample(
              Family.INTERNET,
              new Internet(some("CBN Anywhere")),
              new Bill.Internet(
                  HOLDER,
                  1,
                  AMOUNT,
                  List.of(new InternetMonth("201808", AMOUNT)),
                  Exchange.UNTOLD,
                  "CBN Anywhere")),
          new Sample(
              Family.HEALTH_INSURANCE,
              new Bpjs(some("0901"), some("JAKARTA"), some("7"), some("2")),
              new HealthInsurance(
                  HOLDER,
                  1,
                  AMOUNT,
                  "2",
                  "",
                  List.of("201808"),
                  new Branch("0901", "JAKARTA"),
                  "7")),
          new Sample(
              Family.EMPLOYMENT_INSURANCE,
              new Bpjstk(
                  some("IURAN"),
                  some("JKK,JKM"),
                  some(rp(1)),
                  some(rp(2)),
                  some(rp(3)),
                  some("TANGERANG"),
                  some("05-11-2022"),
                  some("09-10-2026")),
              new Bill.EmploymentInsurance(
                  HOLDER,
                  1,
                  AMOUNT,
                  "IURAN",
                  "JKK,JKM",
                  rp(2),
                  rp(3),
                  rp(1),
                  "TANGERANG",
                  "05-11-2022",
                  "09-10-2026")),
          new Sample(
              Family.COMPANY_INSURANCE,
              new Bpjstkpu(
                  some("IURAN"),
                  some(rp(1)),
                  some(rp(2)),
                  some(rp(3)),
                  some(rp(4)),
                  some(rp(5)),
                  some("NPP"),
                  some("DIVISI")),
              new Bill.CompanyInsurance(
                  HOLDER, 1, AMOUNT, "IURAN", rp(1), rp(2), rp(3), rp(5), rp(4), "NPP", "DIVISI")),
          new Sample(
              Family.INSURANCE,
              new Insurance(some("3"), some("AKTIF"), some("20260101"), List.of("SATU", "DUA")),
              new Bill.Insurance(
                  HOLDER, 1, AMOUNT, "3", "AKTIF", "20260101", List.of("SATU", "DUA"))),
          new Sample(
              Family.MULTIFINANCE,
              new Multifinance(
                  some(rp(1)),
                  some("HONDA"),
                  some("MH1"),
                  some("B1"),
                  some("030"),
                  some(rp(2)),
                  some(rp(3)),
                  some(rp(4)),
                  some("14 Dec 12"),
                  some("514367")),
              new Bill.Multifinance(
                  HOLDER,
                  1,
                  AMOUNT,
                  "HONDA",
                  "MH1",
                  "B1",
                  "030",
                  List.of(new Instalment("201808", rp(2), rp(3), rp(1))),
                  new Contract(rp(4), "14 Dec 12", "514367"))),
          new Sample(
              Family.MULTIFINANCE, instalment(9_000, 400), fewWords(rp(9_000), rp(400), rp(600))),
          new Sample(Family.PROPERTY_TAX, pbb(), propertyTax(null)),
          new Sample(Family.LOCAL_TAX, pbb(), propertyTax("")),
          new Sample(
              Family.GAS,
              new Pgas(some("CIPAGERAN"), some("006538"), some("006573"), some(35)),
              new Bill.Gas(
                  HOLDER,
                  1,
                  AMOUNT,
                  "CIPAGERAN",
                  List.of(new GasMonth("201808", "006538", "006573", "35")))),
          new Sample(
              Family.TELEVISION,
              new Tv(
                  2, some("BASIC"), some(rp(9)), List.of(new Tv.Sheet("MEI", rp(1), some("205A")))),
              new Bill.Television(
                  HOLDER,
                  2,
                  AMOUNT,
                  List.of(new TelevisionMonth("MEI", rp(1), "205A")),
                  "BASIC",
                  rp(9))),
          new Sample(
              Family.TELEVISION,
              new Tv(1, some(""), Optional.empty(), List.of()),
              new Bill.Television(HOLDER, 1, AMOUNT, List.of())),
          new Sample(
              Family.EMONEY_TOPUP,
              new OpenAmount(some("TERIMA KASIH")),
              new Bill.EmoneyTopup(HOLDER, 1, AMOUNT, "TERIMA KASIH")),
          new Sample(Family.EMONEY_TOPUP, new Plain(), new Bill.EmoneyTopup(HOLDER, 1, AMOUNT)),
          new Sample(Family.VEHICLE_TAX, esamsat(""), vehicleTax("")));

  /// @param bill what `desc` means
  record Sample(Family family, Desc desc, Bill bill) {
    /// The customer it is asked for under.
    String customer() {
      return family == Family.VEHICLE_TAX ? "9658548523568701,0212502110170100" : "530000000001";
    }
  }

  private Samples() {}

  static List<Sample> all() {
    return ALL;
  }

  /// The first one of its family.
  static Sample of(Family family) {
    return all().stream().filter(it -> it.family() == family).findFirst().orElseThrow();
  }

  private static Pln.Sheet sheet(String period) {
    return new Pln.Sheet(
        Optional.empty(),
        Optional.empty(),
        period,
        rp(4_000),
        some(rp(1)),
        some(rp(500)),
        some(rp(4_501)));
  }

  private static ElectricityMonth month(String period, String start, String end) {
    return new ElectricityMonth(period, rp(4_000), rp(500), start, end);
  }

  private static Pdam water(String fee, String duty) {
    var sheet =
        new Pdam.Sheet(
            "201412", some(4_589), some(4_613), some(rp(500)), rp(8_000), some(rp(1)), some(""));
    return new Pdam(
        2,
        some("WONOKROMO"),
        some(fee),
        some("PDAM SURABAYA"),
        some(duty),
        some("1-15 DES 2014"),
        some("3A"),
        List.of(sheet));
  }

  private static Bill waterBill(@Nullable Rupiah fee, @Nullable Rupiah duty) {
    return new Water(
        HOLDER,
        2,
        AMOUNT,
        "3A",
        "WONOKROMO",
        "1-15 DES 2014",
        List.of(new WaterMonth("201412", rp(8_000), rp(500), "4589", "4613", rp(1), "")),
        new WaterCompany("PDAM SURABAYA", fee, duty));
  }

  private static Phone phone(Phone.Line line, int sheets, Phone.Sheet... rows) {
    return new Phone(line, some("0751"), some("01"), some("0006"), sheets, List.of(rows));
  }

  private static Phone.Sheet row(String period, Optional<Rupiah> amount) {
    return new Phone.Sheet(period, amount, Optional.empty(), Optional.empty());
  }

  private static Bill mobileBill() {
    return new Bill.Mobile(
        HOLDER,
        1,
        AMOUNT,
        List.of(new MobileMonth("MEI", AMOUNT)),
        new Exchange("0751", "01", "0006"));
  }

  /// What the companies say that say least.
  static Multifinance instalment(long instalment, long penalty) {
    return new Multifinance(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        some(rp(instalment)),
        some(rp(penalty)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Bill fewWords(Rupiah instalment, Rupiah fine, Rupiah other) {
    return new Bill.Multifinance(
        HOLDER,
        1,
        AMOUNT,
        "",
        "",
        "",
        "",
        List.of(new Instalment("201808", instalment, fine, other)));
  }

  private static Pbb pbb() {
    return new Pbb(
        some("2019-08-14 13:57:54"),
        some("328073000401005610"),
        some("2019"),
        some("JALAN"),
        some("DESA"),
        some("KECAMATAN"),
        some("0023"),
        some("KOTA"),
        some("113 M2"),
        some("47 M2"),
        some("31/10/2019"),
        some(rp(1)),
        some(rp(2)),
        some(rp(3)),
        some(rp(4)));
  }

  private static Bill propertyTax(@Nullable String province) {
    return new PropertyTax(
        HOLDER,
        1,
        AMOUNT,
        "JALAN",
        "2019",
        "DESA",
        "KECAMATAN",
        "0023",
        "KOTA",
        province,
        "113 M2",
        "47 M2",
        new Assessment("2019-08-14 13:57:54", "31/10/2019", rp(2), "328073000401005610"));
  }

  static Esamsat esamsat(String ntpd) {
    return new Esamsat(
        some("0212502110170100"),
        some("MHKV"),
        some("1NRF"),
        some("JALAN"),
        some("DK 1"),
        some("001"),
        some("DAIHATSU"),
        some("XENIA"),
        some("2018"),
        some("20191022"),
        new Esamsat.Taxes(some(rp(1)), some(rp(2)), some(rp(3))),
        new Esamsat.Taxes(some(rp(4)), some(rp(5)), some(rp(6))),
        new Esamsat.Fees(some(rp(7)), some(rp(8))),
        some(rp(9)),
        some(rp(10)),
        some(ntpd));
  }

  static Bill vehicleTax(String ntpd) {
    return new VehicleTax(
        HOLDER,
        1,
        AMOUNT,
        "JALAN",
        "0212502110170100",
        new Vehicle("MHKV", "1NRF", "DK 1", "001", "DAIHATSU", "XENIA", "2018"),
        "20191022",
        new Fees(rp(1), rp(3), rp(2), rp(6), rp(4), rp(5), rp(7), rp(8), rp(9), rp(10)),
        new Slip("9658548523568701", "", ntpd));
  }

  private static <T> Optional<T> some(T value) {
    return Optional.of(value);
  }

  private static Rupiah rp(long whole) {
    return Rupiah.of(whole);
  }
}
