package id.sakelar.server.front.iak;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.front.PuppetBiller;
import id.sakelar.server.partner.Network;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Electricity;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.State;
import id.sakelar.wire.iak.Format;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who gets a receipt, of what, and what is on it.
class ReceiptTest {
  private static final String HERE = "127.0.0.0/8";
  private static final String UNKNOWN =
      """
      <?xml version="1.0"?>
      <mp>
        <response_code>06</response_code>
        <message>Transaksi tidak ditemukan</message>
      </mp>""";

  private static Premises premises;
  private static Visitor visitor;

  @BeforeAll
  static void moveIn() {
    premises = Premises.open(Visitor::open);
    visitor = new Visitor(premises, Format.JSON);
  }

  @AfterAll
  static void close() {
    premises.close();
  }

  @BeforeEach
  void known() {
    put(Key.ONE, true, HERE);
  }

  private static void put(Key key, boolean active, String... networks) {
    var partner = premises.partnerStore().findPartner(key.partner()).orElseThrow();
    premises
        .partnerStore()
        .put(
            new Partner(
                partner.id(),
                partner.name(),
                active,
                List.of(networks).stream().map(Network::parse).toList(),
                partner.limits(),
                partner.webhook()));
  }

  @Test
  void a_receipt_is_told_line_by_line() throws Exception {
    var number = paid(Key.ONE, "lines-1", "530000000061");

    var answer = visitor.get("/api/v1/download/" + number + "/1");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/json;charset=utf-8");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"data":{"Nomor Transaksi":"%d","Tanggal":"20-11-2026 12:00:00 WIB",\
            "Produk":"NAME OF PLNPOSTPAID","Nomor Pelanggan":"530000000061",\
            "Nama":"Nama Pelanggan Pertama","Periode":"201901","Tagihan":"Rp8.500",\
            "Biaya Admin":"Rp2.500","Total Bayar":"Rp11.000","Nomor Referensi":"SN-1"}}"""
                .formatted(number));
  }

  @Test
  void a_receipt_is_a_file_with_the_same_lines() throws Exception {
    var number = paid(Key.ONE, "paper-1", "530000000062");

    var answer = Visitor.fetch(visitor.to("/api/v1/download/" + number + "/").build());

    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"struk-" + number + ".pdf\"");
    try (var paper = Loader.loadPDF(answer.body())) {
      assertThat(new PDFTextStripper().getText(paper))
          .isEqualTo(
              """
              STRUK PEMBAYARAN
              Nomor Transaksi %d
              Tanggal 20-11-2026 12:00:00 WIB
              Produk NAME OF PLNPOSTPAID
              Nomor Pelanggan 530000000062
              Nama Nama Pelanggan Pertama
              Periode 201901
              Tagihan Rp8.500
              Biaya Admin Rp2.500
              Total Bayar Rp11.000
              Nomor Referensi SN-1
              """
                  .formatted(number));
    }
  }

  @Test
  void a_remark_of_the_biller_is_on_it() {
    assertThat(remark(GoldenBills.receipt("PLNPOSTPAID", "530000000002")))
        .isEqualTo("Sisa tagihan 4 lembar");
    assertThat(remark(GoldenBills.receipt("ESAMSAT.JABAR", ""))).isEqualTo("NTPD Q8T3L318R0Z3");
    assertThat(remark(GoldenBills.of("AIA.PREMICONVEN", "")))
        .isEqualTo("AIA CUSTOMER CARE 1500980");
    assertThat(remark(new Bill.EmoneyTopup("A", 1, Rupiah.of(1), "Simpan struk ini")))
        .isEqualTo("Simpan struk ini");
    assertThat(remark(GoldenBills.of("ESAMSAT.JABAR", ""))).isNull();
  }

  private static @Nullable String remark(@Nullable Bill bill) {
    var payment = TellingTest.payment("p", State.SUCCEEDED, "", bill);
    return ReceiptLines.of(payment, "1", "Produk").get("Keterangan");
  }

  @Test
  void a_partner_without_a_list_of_addresses_has_no_downloads() throws Exception {
    var number = paid(Key.TWO, "open-1", "530000000063");

    assertUnknown(number);
  }

  @Test
  void from_elsewhere_there_is_no_receipt() throws Exception {
    var number = paid(Key.ONE, "elsewhere-1", "530000000064");

    put(Key.ONE, true, "203.0.113.0/24");
    assertUnknown(number);
    put(Key.ONE, true, "203.0.113.0/24", HERE);
    assertThat(lines(number).body()).contains("\"Nama\"");
  }

  @Test
  void who_is_suspended_has_no_receipts() throws Exception {
    var number = paid(Key.ONE, "suspended-1", "530000000065");

    put(Key.ONE, false, HERE);
    assertUnknown(number);
  }

  @Test
  void only_what_is_paid_has_a_receipt() throws Exception {
    assertUnknown(visitor.inquired(Key.ONE, "unpaid-1", "530000000066"));

    premises.biller().ends("530000000067", () -> new Evidence.InProcess("39"));
    assertUnknown(asked(Key.ONE, "pending-1", "530000000067"));

    var no = new Evidence.Refused("07", Reason.BILLER_REFUSED);
    premises.biller().ends("530000000068", () -> no);
    assertUnknown(asked(Key.ONE, "failed-1", "530000000068"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999", "0999999999", "99999999999999999999", "abc", "-1", "1:1"})
  void what_is_no_number_is_unknown(String number) throws Exception {
    assertThat(visitor.get("/api/v1/download/" + number).body()).isEqualTo(UNKNOWN);
    assertThat(visitor.get("/api/v1/download/" + number + "/1").body()).isEqualTo(UNKNOWN);
  }

  @Test
  void marks_in_a_name_are_text_on_the_paper() throws Exception {
    var name = "<script>alert(1)</script>";
    premises
        .biller()
        .owes(
            "530000000069",
            () -> PuppetBiller.found(new Electricity(name, 1, Rupiah.of(1), "", 0, List.of())));
    var number = paid(Key.ONE, "script-1", "530000000069");

    var answer = Visitor.fetch(visitor.to("/api/v1/download/" + number).build());

    try (var paper = Loader.loadPDF(answer.body())) {
      assertThat(new PDFTextStripper().getText(paper)).contains("Nama " + name + "\n");
    }
  }

  private static long paid(Key key, String reference, String customer) throws Exception {
    var number = visitor.inquired(key, reference, customer);
    assertThat(Visitor.verdict(visitor.pay(key, number))).isEqualTo("200 00");
    return number;
  }

  private static long asked(Key key, String reference, String customer) throws Exception {
    var number = visitor.inquired(key, reference, customer);
    visitor.pay(key, number);
    return number;
  }

  private static HttpResponse<String> lines(long number) throws Exception {
    return visitor.get("/api/v1/download/" + number + "/1");
  }

  /// In both forms, and byte for byte as for a number that nobody has.
  private static void assertUnknown(long number) throws Exception {
    for (var path : List.of("/api/v1/download/" + number, "/api/v1/download/" + number + "/1")) {
      var answer = visitor.get(path);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(UNKNOWN);
      assertThat(answer.headers().map().keySet())
          .isEqualTo(visitor.get("/api/v1/download/999999999").headers().map().keySet());
    }
  }
}
