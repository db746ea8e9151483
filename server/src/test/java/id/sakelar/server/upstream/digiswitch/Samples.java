package id.sakelar.server.upstream.digiswitch;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Bill.Gas.GasMonth;
import id.sakelar.server.payment.Bill.Internet.InternetMonth;
import id.sakelar.server.payment.Bill.Multifinance.Instalment;
import id.sakelar.server.payment.Bill.Television.TelevisionMonth;
import id.sakelar.server.payment.Electricity;
import id.sakelar.server.payment.Electricity.ElectricityMonth;
import id.sakelar.server.payment.HealthInsurance;
import id.sakelar.server.payment.PropertyTax;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.payment.VehicleTax.Fees;
import id.sakelar.server.payment.VehicleTax.Vehicle;
import id.sakelar.server.payment.Water;
import id.sakelar.server.payment.Water.WaterMonth;
import id.sakelar.wire.Json.Members;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.desc.Bpjs;
import id.sakelar.wire.digiswitch.desc.Bpjstk;
import id.sakelar.wire.digiswitch.desc.Bpjstkpu;
import id.sakelar.wire.digiswitch.desc.Desc;
import id.sakelar.wire.digiswitch.desc.Emoney;
import id.sakelar.wire.digiswitch.desc.Family;
import id.sakelar.wire.digiswitch.desc.Hp;
import id.sakelar.wire.digiswitch.desc.Internet;
import id.sakelar.wire.digiswitch.desc.Kirimuang;
import id.sakelar.wire.digiswitch.desc.Multifinance;
import id.sakelar.wire.digiswitch.desc.Pbb;
import id.sakelar.wire.digiswitch.desc.Pdam;
import id.sakelar.wire.digiswitch.desc.Pdl;
import id.sakelar.wire.digiswitch.desc.Pgas;
import id.sakelar.wire.digiswitch.desc.Pln;
import id.sakelar.wire.digiswitch.desc.Plnnontaglis;
import id.sakelar.wire.digiswitch.desc.Samsat;
import id.sakelar.wire.digiswitch.desc.Tv;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A bill over Rp10.000 of every family, in the dialect's words and in ours. No two fields of one
/// kind have the same value, so that none can be taken for another.
final class Samples {
  static final String HOLDER = "Nama Pelanggan";

  private static final Rupiah AMOUNT = Rupiah.of(10_000);

  /// @param bill what `desc` means
  record Sample(Desc desc, Bill bill) {}

  private Samples() {}

  /// What a biller says who adds Rp2.500 and takes Rp11.000 from us.
  static id.sakelar.wire.digiswitch.Bill bill(Members desc) {
    return id.sakelar.wire.digiswitch.Bill.of(
        HOLDER,
        Rupiah.of(2_500),
        Rupiah.of(500_000),
        Rupiah.of(11_000),
        AMOUNT.plus(Rupiah.of(2_500)),
        desc);
  }

  static Sample of(Family family, Spelling spelling) {
    return switch (family) {
      case PLN -> pln();
      case PDAM -> pdam();
      case HP -> new Sample(new Hp(2), new Bill.Mobile(HOLDER, 2, AMOUNT));
      case INTERNET -> internet();
      case BPJS -> bpjs();
      case MULTIFINANCE -> multifinance();
      case PBB -> pbb();
      case PDL -> pdl();
      case PGAS -> pgas(spelling);
      case TV -> tv();
      case BPJSTK -> bpjstk();
      case BPJSTKPU -> bpjstkpu();
      case PLNNONTAGLIS -> plnnontaglis();
      case EMONEY -> new Sample(new Emoney(1), new Bill.EmoneyTopup(HOLDER, 1, AMOUNT));
      case SAMSAT -> samsat();
      case KIRIMUANG -> new Sample(new Kirimuang(1), new Bill.MoneyTransfer(HOLDER, 1, AMOUNT));
    };
  }

  private static Sample pln() {
    var first =
        new Pln.Sheet(
            "201901", rp(4_000), rp(1), rp(500), Optional.of("0080"), Optional.of("0090"));
    var second =
        new Pln.Sheet("201902", rp(5_500), rp(2), rp(0), Optional.empty(), Optional.empty());
    return new Sample(
        new Pln("R1", 1_300, 2, List.of(first, second)),
        new Electricity(
            HOLDER,
            2,
            AMOUNT,
            "R1",
            1_300,
            List.of(
                new ElectricityMonth("201901", rp(4_000), rp(500), "0080", "0090"),
                new ElectricityMonth("201902", rp(5_500), rp(0), "", ""))));
  }

  private static Sample pdam() {
    var sheet = new Pdam.Sheet("201901", rp(8_000), rp(500), "0080", "0090", rp(1_500));
    return new Sample(
        new Pdam("3A", 1, "WONOKROMO", "1-15 DES 2014", List.of(sheet)),
        new Water(
            HOLDER,
            1,
            AMOUNT,
            "3A",
            "WONOKROMO",
            "1-15 DES 2014",
            List.of(new WaterMonth("201901", rp(8_000), rp(500), "0080", "0090", rp(1_500)))));
  }

  private static Sample internet() {
    var first = new Internet.Sheet("MEI 2019", rp(4_000), rp(1));
    var second = new Internet.Sheet("JUN 2019", rp(6_000), rp(2));
    return new Sample(
        new Internet(2, List.of(first, second)),
        new Bill.Internet(
            HOLDER,
            2,
            AMOUNT,
            List.of(
                new InternetMonth("MEI 2019", rp(4_000)),
                new InternetMonth("JUN 2019", rp(6_000)))));
  }

  private static Sample bpjs() {
    return new Sample(
        new Bpjs("3", 1, "JAKARTA PUSAT", List.of(new Bpjs.Sheet("01"), new Bpjs.Sheet("02"))),
        new HealthInsurance(HOLDER, 1, AMOUNT, "3", "JAKARTA PUSAT", List.of("01", "02")));
  }

  private static Sample multifinance() {
    var sheet = new Multifinance.Sheet("002", rp(70), rp(80));
    return new Sample(
        new Multifinance(1, "HONDA VARIO", "MH1JFB111", "B6213UWX", "030", List.of(sheet)),
        new Bill.Multifinance(
            HOLDER,
            1,
            AMOUNT,
            "HONDA VARIO",
            "MH1JFB111",
            "B6213UWX",
            "030",
            List.of(new Instalment("002", rp(70), rp(80)))));
  }

  private static Sample pbb() {
    return new Sample(
        new Pbb(1, "JALAN", "2019", "DESA", "KECAMATAN", "0023", "KOTA", "113 M2", "47 M2"),
        new PropertyTax(
            HOLDER,
            1,
            AMOUNT,
            "JALAN",
            "2019",
            "DESA",
            "KECAMATAN",
            "0023",
            "KOTA",
            null,
            "113 M2",
            "47 M2"));
  }

  private static Sample pdl() {
    return new Sample(
        new Pdl(
            1, "JALAN", "2019", "DESA", "KECAMATAN", "0023", "KOTA", "JABAR", "113 M2", "47 M2"),
        new PropertyTax(
            HOLDER,
            1,
            AMOUNT,
            "JALAN",
            "2019",
            "DESA",
            "KECAMATAN",
            "0023",
            "KOTA",
            "JABAR",
            "113 M2",
            "47 M2"));
  }

  /// Only Digiflazz tells how much was used.
  private static Sample pgas(Spelling spelling) {
    var used = spelling == Spelling.DIGIFLAZZ ? "35" : null;
    var sheet = new Pgas.Sheet("0320", "006538", "006573", Optional.ofNullable(used));
    return new Sample(
        new Pgas(1, "CIPAGERAN", List.of(sheet)),
        new Bill.Gas(
            HOLDER,
            1,
            AMOUNT,
            "CIPAGERAN",
            List.of(new GasMonth("0320", "006538", "006573", used))));
  }

  private static Sample tv() {
    return new Sample(
        new Tv(1, List.of(new Tv.Sheet("MEI 22", rp(10_000), "205A"))),
        new Bill.Television(
            HOLDER, 1, AMOUNT, List.of(new TelevisionMonth("MEI 22", rp(10_000), "205A"))));
  }

  private static Sample bpjstk() {
    return new Sample(
        new Bpjstk(
            1, "IURAN", "PROGRAM", rp(1), rp(2), rp(3), "CABANG", "2019-01-01", "2019-02-01"),
        new Bill.EmploymentInsurance(
            HOLDER,
            1,
            AMOUNT,
            "IURAN",
            "PROGRAM",
            rp(1),
            rp(2),
            rp(3),
            "CABANG",
            "2019-01-01",
            "2019-02-01"));
  }

  private static Sample bpjstkpu() {
    return new Sample(
        new Bpjstkpu(1, "IURAN", rp(1), rp(2), rp(3), rp(4), rp(5), "NPP", "DIVISI"),
        new Bill.CompanyInsurance(
            HOLDER, 1, AMOUNT, "IURAN", rp(1), rp(2), rp(3), rp(5), rp(4), "NPP", "DIVISI"));
  }

  private static Sample plnnontaglis() {
    return new Sample(
        new Plnnontaglis(1, "PENYAMBUNGAN BARU", "5392112011703", "20120524"),
        new Bill.ElectricityNonBill(
            HOLDER, 1, AMOUNT, "PENYAMBUNGAN BARU", "5392112011703", "20120524"));
  }

  private static Sample samsat() {
    return new Sample(
        new Samsat(
            1,
            "JALAN",
            "0212",
            "MHKV",
            "1NRF",
            "DK 1",
            "001",
            "DAIHATSU",
            "XENIA",
            "2018",
            "20210309",
            rp(1),
            rp(2),
            rp(3),
            rp(4),
            rp(5),
            rp(6),
            rp(7),
            rp(8),
            rp(9),
            rp(10)),
        new VehicleTax(
            HOLDER,
            1,
            AMOUNT,
            "JALAN",
            "0212",
            new Vehicle("MHKV", "1NRF", "DK 1", "001", "DAIHATSU", "XENIA", "2018"),
            "20210309",
            new Fees(rp(1), rp(2), rp(3), rp(4), rp(5), rp(6), rp(7), rp(8), rp(9), rp(10))));
  }

  private static Rupiah rp(long whole) {
    return Rupiah.of(whole);
  }

  /// What the catalogue calls a family of the dialect.
  static id.sakelar.server.catalog.Family family(Family family) {
    return Arrays.stream(id.sakelar.server.catalog.Family.values())
        .filter(it -> Families.find(it).equals(Optional.of(family)))
        .findFirst()
        .orElseThrow();
  }
}
