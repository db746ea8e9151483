package id.sakelar.server.front.iak;

import id.sakelar.money.Rupiah;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Electricity;
import id.sakelar.server.payment.Electricity.ElectricityMonth;
import id.sakelar.server.payment.HealthInsurance;
import id.sakelar.server.payment.PropertyTax;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.server.payment.Water;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The bills of the golden conversations, in our own words.
final class GoldenBills {
  private static final Rupiah ZERO = Rupiah.ZERO;

  private GoldenBills() {}

  /// What is owed for a product of the dialect.
  static Bill of(String code, String customer) {
    return switch (code) {
      case "PLNPOSTPAID" -> electricity(customer.endsWith("2") ? 4 : 1, null);
      case "PLNNONH" -> connection();
      case "BPJS" -> health();
      case "BPJSTK" -> employment();
      case "BPJSTKPU" -> company();
      case "TELKOMPSTN" -> telephone(customer.endsWith("2") ? 3 : 1);
      case "CBN" -> internet();
      case "HPTHREE" -> mobile();
      case "FNMEGA" -> instalment();
      case "AIA.PREMICONVEN" -> premium();
      case "PDAMKOTA.SURABAYA" -> water();
      case "PGAS" -> gas();
      case "TVBIG" -> television("Mr. syahrun as", 138_499, List.of());
      case "TVTLKMV" -> television("BAITUS MONGJENG", 99_000, List.of("MEI 12"));
      case "PBBKOT.CIMAHI" -> property();
      case "ESAMSAT.JABAR" -> vehicle("");
      case "SHOPEEPAY" -> new Bill.EmoneyTopup("IAK Sandbox Inquiry", 1, Rupiah.of(100_000));
      default -> throw new IllegalArgumentException(code);
    };
  }

  /// The periods as the biller sums them up, where that is not what is on the sheets.
  static @Nullable String period(String code, String customer) {
    return switch (code) {
      case "BPJS" -> "02";
      case "BPJSTK" -> "1";
      case "BPJSTKPU" -> "202104";
      case "TELKOMPSTN" -> customer.endsWith("2") ? "201405,201407" : "201405";
      case "ESAMSAT.JABAR" -> "20181022-20191022";
      case "PBBKOT.CIMAHI" -> "201909";
      default -> null;
    };
  }

  /// What the receipt says; null where it is no more than the bill.
  static @Nullable Bill receipt(String code, String customer) {
    return switch (code) {
      case "PLNPOSTPAID" -> customer.endsWith("2") ? electricity(4, 4) : electricity(1, 0);
      case "ESAMSAT.JABAR" -> vehicle("Q8T3L318R0Z3");
      default -> null;
    };
  }

  private static Bill electricity(int sheets, @Nullable Integer left) {
    var months =
        IntStream.rangeClosed(1, sheets)
            .mapToObj(month -> sheets == 1 ? "201608" : "20160" + month)
            .map(it -> new ElectricityMonth(it, Rupiah.of(300_000), ZERO, "00080000", "00080000"))
            .toList();
    var amount = Rupiah.of(300_000).times(sheets);
    return new Electricity("SUBCRIBER NAME", sheets, amount, "R1", 1300, months, left);
  }

  private static Bill connection() {
    return new Bill.ElectricityNonBill(
        "JAYUSMAN", 1, Rupiah.of(696_400), "PENYAMBUNGAN BARU", "5392112011703", "20120524");
  }

  private static Bill health() {
    return new HealthInsurance(
        "VERGIE",
        1,
        Rupiah.of(50_000),
        "2",
        "",
        List.of(),
        new HealthInsurance.Branch("0901", "JAKARTA PUSAT"),
        "0");
  }

  private static Bill internet() {
    return new Bill.Internet(
        "Budi",
        1,
        Rupiah.of(30_000),
        List.of(new Bill.Internet.InternetMonth("201905", Rupiah.of(30_000))),
        Bill.Exchange.UNTOLD,
        "CBN Anywhere Basic");
  }

  private static Bill mobile() {
    return new Bill.Mobile(
        "INTAN NUR AZIZA",
        1,
        Rupiah.of(55_000),
        List.of(new Bill.Mobile.MobileMonth("201808", Rupiah.of(55_000))),
        Bill.Exchange.UNTOLD);
  }

  private static Bill premium() {
    return new Bill.Insurance(
        "USER TESTING AIA",
        1,
        Rupiah.of(1_250_000),
        "XX",
        "XX",
        "XX",
        List.of("AIA CUSTOMER CARE 1500980"));
  }

  private static Bill gas() {
    return new Bill.Gas(
        "NGATIMUN",
        1,
        Rupiah.of(322_002),
        "-",
        List.of(new Bill.Gas.GasMonth("0917", "006538", "006573", "35")));
  }

  private static Bill television(String holder, long amount, List<String> periods) {
    var months =
        periods.stream()
            .map(it -> new Bill.Television.TelevisionMonth(it, Rupiah.of(amount), "205A"))
            .toList();
    return new Bill.Television(holder, 1, Rupiah.of(amount), months, "", ZERO);
  }

  private static Bill employment() {
    return new Bill.EmploymentInsurance(
        "DWI TAMARA ANGGITA",
        1,
        Rupiah.of(16_800),
        "",
        "JKK,JKM",
        Rupiah.of(10_000),
        Rupiah.of(6_800),
        ZERO,
        "KABUPATEN TANGERANG",
        "05-11-2022",
        "09-10-2026");
  }

  private static Bill company() {
    return new Bill.CompanyInsurance(
        "PT LIMABELAS",
        1,
        Rupiah.of(100_000),
        "210300016066",
        Rupiah.of(61_688),
        Rupiah.of(1_082),
        Rupiah.of(2_166),
        Rupiah.of(32_467),
        Rupiah.of(2_597),
        "15092873",
        "000");
  }

  private static Bill telephone(int sheets) {
    var months =
        List.of(
            new Bill.Internet.InternetMonth("MEI 2014", Rupiah.of(49_870)),
            new Bill.Internet.InternetMonth("JUN 2014", Rupiah.of(44_870)),
            new Bill.Internet.InternetMonth("JUL 2014", Rupiah.of(34_870)));
    return new Bill.Internet(
        "JAORAH",
        sheets,
        sheets == 1 ? Rupiah.of(49_870) : Rupiah.of(129_610),
        months.subList(0, sheets),
        new Bill.Exchange("0751", "01", "0006"),
        "");
  }

  private static Bill instalment() {
    return new Bill.Multifinance(
        "ABDUL SAMID HARAHAP",
        1,
        Rupiah.of(661_000),
        "HONDA VARIO TECHNO 125 PGM FI NON CBS",
        "MH1JFB111CK196426",
        "B6213UWX",
        "030",
        List.of(new Bill.Multifinance.Instalment("005", Rupiah.of(3_305), ZERO)),
        new Bill.Multifinance.Contract(ZERO, "14 Dec 12", "514367"));
  }

  private static Bill water() {
    var month =
        new Water.WaterMonth(
            "201412", Rupiah.of(27_240), Rupiah.of(7_500), "4589", "4613", Rupiah.of(750), "");
    return new Water(
        "DADANG SOEKARDI",
        1,
        Rupiah.of(35_490),
        "3A",
        "WONOKROMO S.S BARU 2 8",
        "1-15 DES 2014",
        List.of(month),
        new Water.WaterCompany("PDAM SURABAYA", null, null));
  }

  private static Bill property() {
    return new PropertyTax(
        "TESTING PBB",
        1,
        Rupiah.of(203_857),
        "KO. GRIYA ASRI CIPAGERAN",
        "2019",
        "CIPAGERAN",
        "CIMAHI UTARA",
        "0023",
        "PEMKOT CIMAHI",
        null,
        "113 M2",
        "47 M2",
        new PropertyTax.Assessment(
            "2019-08-14 13:57:54", "31/10/2019", ZERO, "328073000401005610"));
  }

  private static Bill vehicle(String stateReceipt) {
    return new VehicleTax(
        "TESTING ESAMSAT",
        1,
        Rupiah.of(2_274_500),
        "GRIYA BULELENG 2 RT 005 RW 014 BULELENG",
        "0212502110170100",
        new VehicleTax.Vehicle(
            "MHKV5EA2JFJ001044",
            "1NRF012268",
            "DK 1243AL",
            "001",
            "DAIHATSU",
            "XENIA 1.3 R M/T F653RV-GMDFJ",
            "2018"),
        "20191022",
        new VehicleTax.Fees(
            ZERO,
            Rupiah.of(143_000),
            Rupiah.of(2_131_500),
            ZERO,
            ZERO,
            ZERO,
            ZERO,
            ZERO,
            ZERO,
            ZERO),
        new VehicleTax.Slip("", "", stateReceipt));
  }
}
