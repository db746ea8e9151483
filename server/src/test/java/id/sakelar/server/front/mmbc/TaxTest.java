package id.sakelar.server.front.mmbc;

import static id.sakelar.server.front.mmbc.Visitor.invoice;
import static id.sakelar.server.front.mmbc.Visitor.login;
import static id.sakelar.server.front.mmbc.Visitor.reason;
import static id.sakelar.server.front.mmbc.Visitor.status;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.front.PuppetBiller;
import id.sakelar.server.payment.Biller.Found;
import id.sakelar.server.payment.Evidence;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.VehicleTax;
import id.sakelar.wire.mmbc.ListEsamsat;
import id.sakelar.wire.mmbc.Mmbc;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What partners are told of vehicle tax.
class TaxTest {
  private static final Instant PRINTED = Instant.parse("2019-07-07T06:14:15Z");
  private static final String JABAR = "SAMSAT_JABAR";
  private static final String MIO = "MH328D204AK4010000,320111111111111";
  private static final Rupiah ZERO = Rupiah.ZERO;
  private static Premises premises;
  private static Visitor visitor;

  @BeforeAll
  static void moveIn() {
    premises = Visitor.open();
    visitor = new Visitor(premises);
  }

  @BeforeEach
  void set() {
    premises.setTime(PRINTED);
  }

  @AfterAll
  static void the_books_are_whole() throws Exception {
    assertThat(premises.audit()).isEmpty();
    premises.close();
  }

  private static VehicleTax mio(String trace, String paidUntil) {
    return new VehicleTax(
        "JORDAN",
        1,
        Rupiah.of(178_500),
        "KP CITAMIANG DUA RT1 RW4 PAMIJAHAN KAB BOGOR",
        "320111111111111",
        new VehicleTax.Vehicle(
            "MH328D204AK4010000",
            "",
            "F 0001 Z",
            "",
            "YAMAHA",
            "28D (AL115S/MIO)",
            "2010",
            "MERAH MARUN"),
        paidUntil,
        new VehicleTax.Fees(
            ZERO, Rupiah.of(35_000), Rupiah.of(143_500), ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO),
        new VehicleTax.Slip(trace.isEmpty() ? "322020060719000" : "", trace, ""));
  }

  private static String customer(int number) {
    return "MHSAKELAR%08d,3201010101010001".formatted(number);
  }

  private static void owes(String customer, String paidUntil) {
    premises.biller().owes(customer, () -> PuppetBiller.found(mio("", paidUntil)));
  }

  private static void ends(String customer, @Nullable VehicleTax receipt) {
    premises
        .biller()
        .ends(
            customer,
            () ->
                new Evidence.Success(
                    "00", "5A834FE7A6394BA0A387EA9E8EFB1E48", Rupiah.of(180_000), receipt));
  }

  @Test
  void the_regions_are_listed_in_the_order_of_the_catalogue() throws Exception {
    var answer = visitor.ask(Mmbc.LIST_ESAMSAT, new ListEsamsat(login(Key.ONE)));

    assertThat(answer.body())
        .isEqualTo(
            """
            [{"product":"SAMSAT_JABAR","product_code":"SAMSAT_JABAR","debet":"tagihan+5000",\
            "cashback":"2000","status":"ON"},\
            {"product":"SAMSAT_JATENG","product_code":"SAMSAT_JATENG","debet":"tagihan+5000",\
            "cashback":"2000","status":"OFF"},\
            {"product":"SAMSAT_JAKARTA","product_code":"SAMSAT_JAKARTA","debet":"tagihan+5000",\
            "cashback":"2000","status":"OFF"},\
            {"product":"SAMSAT_JATIM","product_code":"SAMSAT_JATIM","debet":"tagihan+5000",\
            "cashback":"2000","status":"OFF"}]""");
  }

  @Test
  void an_inquiry_a_payment_and_a_status_are_told_as_printed() throws Exception {
    owes(MIO, "");
    ends(MIO, mio("245209", ""));
    var before = premises.deposit(Key.ONE);

    var inquiry = visitor.inquireTax(Key.ONE, JABAR, MIO);
    var unpaid = visitor.taxStatus(Key.ONE, invoice(inquiry));
    var paid = visitor.payTax(Key.ONE, invoice(inquiry));
    premises.setTime(PRINTED.plusSeconds(86_400));
    var status = visitor.taxStatus(Key.ONE, invoice(inquiry));

    var invoice = invoice(inquiry);
    assertThat(invoice).hasSize(11);
    assertThat(inquiry.body()).isEqualTo(printed(invoice, "", "INQUIRY"));
    assertThat(unpaid.body()).isEqualTo(printed(invoice, references("", ""), "INQUIRY"));
    var references = references("5A834FE7A6394BA0A387EA9E8EFB1E48", "245209");
    assertThat(paid.body()).isEqualTo(printed(invoice, references, "CONFIRM"));
    assertThat(status.body()).isEqualTo(paid.body());
    assertThat(before.minus(premises.deposit(Key.ONE))).isEqualTo(Rupiah.of(181_500));
  }

  private static String references(String reference, String trace) {
    return "\"reference_number\":\"%s\",\"trace_number\":\"%s\",".formatted(reference, trace);
  }

  private static String printed(String invoice, String references, String status) {
    return """
    {"result":"ok","tanggal":"2019-07-07 13:14:15","product":"SAMSAT_JABAR","invoice":"%s",%s\
    "paymentcode":"322020060719000","customer_number":"320111111111111",\
    "customer_name":"JORDAN",\
    "customer_address":"KP CITAMIANG DUA RT1 RW4 PAMIJAHAN KAB BOGOR",\
    "structure_number":"MH328D204AK4010000","license_plate":"F 0001 Z",\
    "vehicle_brand":"YAMAHA","vehicle_model":"28D (AL115S/MIO)",\
    "vehicle_color":"MERAH MARUN","year_built":"2010","tax_pkb":"143500","tax_swd":"35000",\
    "tax_bnn":"0","penalty_pkb":"0","penalty_swd":"0","penalty_bnn":"0","fee":"5000",\
    "total":"183500","kodeagen":"JKT-00000","status":"%s"}"""
        .formatted(invoice, references, status);
  }

  @Test
  void an_inquiry_that_finds_nothing_uses_its_invoice_up() throws Exception {
    var customer = "MHIJBK11EK04000,647104120000000";
    premises.biller().owes(customer, () -> new Found.NoBill(Reason.NUMBER_WRONG));

    var inquiry = visitor.inquireTax(Key.ONE, JABAR, customer);
    var invoice = invoice(inquiry);

    assertThat(inquiry.body())
        .isEqualTo(
            """
            {"result":"no","tanggal":"2019-07-07 13:14:15","product":"SAMSAT_JABAR",\
            "invoice":"%s","customer_number":"647104120000000",\
            "structure_number":"MHIJBK11EK04000","kodeagen":"JKT-00000",\
            "reason":"Maaf, Datamu Tidak Ketemu. Silakan periksa kembali nomor rangka dan nomor\
             KTP yang telah dimasukkan."}"""
                .formatted(invoice));
    assertIsNothing(invoice);
  }

  private static void assertIsNothing(String invoice) throws Exception {
    var failure =
        "{\"result\":\"no\",\"status\":\"FAILURE\",\"reason\":\"Failure Invoice "
            + invoice
            + "!\"}";
    assertThat(visitor.taxStatus(Key.ONE, invoice).body()).isEqualTo(failure);
    assertThat(visitor.payTax(Key.ONE, invoice).body()).isEqualTo(failure);
  }

  @Test
  void a_tax_that_is_due_too_late_is_not_shown_and_not_paid() throws Exception {
    var customer = customer(1);
    owes(customer, "2021-01-07");

    var inquiry = visitor.inquireTax(Key.ONE, JABAR, customer);

    assertThat(reason(inquiry))
        .isEqualTo(
            "Maaf, pajak kendaraan ini belum dapat dibayar: jatuh tempo masih terlalu jauh.");
    assertThat(invoice(inquiry)).hasSize(11);
    assertIsNothing(invoice(inquiry));
    assertThat(premises.biller().orders(customer)).isEmpty();
  }

  @Test
  void a_tax_that_is_due_a_day_earlier_is_paid() throws Exception {
    var customer = customer(2);
    owes(customer, "2021-01-06");
    var invoice = invoice(visitor.inquireTax(Key.ONE, JABAR, customer));

    assertThat(status(visitor.payTax(Key.ONE, invoice))).isEqualTo("CONFIRM");
  }

  @Test
  void a_bill_of_another_kind_is_not_shown() throws Exception {
    var customer = customer(3);
    premises.biller().owes(customer, () -> PuppetBiller.found(PuppetBiller.electricity()));

    var inquiry = visitor.inquireTax(Key.ONE, JABAR, customer);

    assertThat(reason(inquiry)).isEqualTo("Maaf, layanan ini sedang ditutup.");
    assertIsNothing(invoice(inquiry));
  }

  @Test
  void an_invoice_of_yesterday_is_not_paid() throws Exception {
    premises.setTime(Instant.parse("2019-07-07T16:59:59Z"));
    var invoice = invoice(visitor.inquireTax(Key.ONE, JABAR, customer(4)));

    premises.setTime(Instant.parse("2019-07-07T17:00:00Z"));
    assertThat(visitor.payTax(Key.ONE, invoice).body())
        .isEqualTo(
            """
            {"result":"no","tanggal":"2019-07-08 00:00:00","product":"SAMSAT_JABAR",\
            "invoice":"%s","customer_number":"3201010101010001",\
            "structure_number":"MHSAKELAR00000004","kodeagen":"JKT-00000",\
            "reason":"Maaf, masa berlaku invoice sudah habis. Silakan cek tagihan kembali."}"""
                .formatted(invoice));
    assertThat(premises.biller().orders(customer(4))).isEmpty();
  }

  @Test
  void what_was_paid_elsewhere_is_refused_and_its_money_is_back() throws Exception {
    var customer = customer(5);
    premises.biller().ends(customer, () -> new Evidence.Refused("0054", Reason.ALREADY_PAID));
    var before = premises.deposit(Key.ONE);
    var invoice = invoice(visitor.inquireTax(Key.ONE, JABAR, customer));

    var paid = visitor.payTax(Key.ONE, invoice);
    premises.setTime(PRINTED.plusSeconds(60));

    assertThat(paid.body())
        .isEqualTo(
            """
            {"result":"no","tanggal":"2019-07-07 13:14:15","product":"SAMSAT_JABAR",\
            "invoice":"%s","customer_number":"3201010101010001",\
            "structure_number":"MHSAKELAR00000005","kodeagen":"JKT-00000",\
            "reason":"Transaksi tidak dapat diproses. Tagihan sudah dibayar (Kode: 0054)"}"""
                .formatted(invoice));
    assertThat(visitor.payTax(Key.ONE, invoice).body()).isEqualTo(paid.body());
    assertThat(status(visitor.taxStatus(Key.ONE, invoice))).isEqualTo("REFUND");
    assertThat(premises.deposit(Key.ONE)).isEqualTo(before);
  }

  @Test
  void an_inquiry_of_what_was_paid_already_says_so() throws Exception {
    var customer = customer(6);
    premises.biller().owes(customer, () -> new Found.NoBill(Reason.ALREADY_PAID));

    assertThat(reason(visitor.inquireTax(Key.ONE, JABAR, customer)))
        .isEqualTo("Transaksi tidak dapat diproses. Tagihan sudah dibayar (Kode: 0054)");
  }

  @Test
  void a_stolen_invoice_looks_like_none() throws Exception {
    var unpaid = invoice(visitor.inquireTax(Key.ONE, JABAR, customer(7)));
    var paid = invoice(visitor.inquireTax(Key.ONE, JABAR, customer(8)));
    visitor.payTax(Key.ONE, paid);

    var nobodys = visitor.taxStatus(Key.TWO, "99999999999").body();
    for (String invoice : new String[] {unpaid, paid}) {
      var looksLike = nobodys.replace("99999999999", invoice);
      assertThat(visitor.taxStatus(Key.TWO, invoice).body()).isEqualTo(looksLike);
      assertThat(visitor.payTax(Key.TWO, invoice).body()).isEqualTo(looksLike);
    }
    assertThat(premises.biller().orders(customer(7))).isEmpty();
  }

  @Test
  void a_region_that_is_closed_or_unknown_is_not_asked() throws Exception {
    var closed = visitor.inquireTax(Key.ONE, "SAMSAT_JATENG", customer(9));
    var unknown = visitor.inquireTax(Key.ONE, "SAMSAT_ACEH", customer(9));

    assertThat(reason(closed)).isEqualTo("Maaf, layanan ini sedang ditutup.");
    assertThat(invoice(closed)).hasSize(11);
    assertThat(reason(unknown)).isEqualTo("Maaf, produk tidak dikenal.");
    assertThat(invoice(unknown)).isEmpty();
    assertThat(premises.biller().questions(customer(9))).isEmpty();
  }

  @Test
  void the_trace_of_a_payment_is_told_with_its_end() throws Exception {
    var customer = customer(10);
    owes(customer, "");
    premises.biller().ends(customer, () -> new Evidence.InProcess("68"));
    var invoice = invoice(visitor.inquireTax(Key.ONE, JABAR, customer));

    assertThat(visitor.payTax(Key.ONE, invoice).body())
        .contains(references("", ""), "\"paymentcode\":\"322020060719000\"")
        .endsWith("\"status\":\"PENDING\"}");
  }
}
