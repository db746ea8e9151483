package id.sakelar.server.front.digiswitch;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.PuppetBiller;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Inquiry;
import id.sakelar.server.payment.Payment;
import id.sakelar.server.payment.Payment.Ending;
import id.sakelar.server.payment.Payment.Trail;
import id.sakelar.server.payment.PaymentId;
import id.sakelar.server.payment.PropertyTax;
import id.sakelar.server.payment.Quote;
import id.sakelar.server.payment.Reason;
import id.sakelar.server.payment.State;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.Echo;
import id.sakelar.wire.digiswitch.Reply;
import id.sakelar.wire.digiswitch.Spelling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How payments are told: one face for everything undecided, and every kind of bill whole. The
/// golden conversations hold the kinds that the published page has; here are the others.
class TellingTest {
  private static final Instant NOW = Instant.parse("2026-11-20T05:00:00Z");

  @Test
  void every_state_has_its_code() {
    assertThat(Arrays.stream(State.values()).map(TellingTest::line))
        .containsExactly(
            "HELD 03 Pending",
            "SENDING 03 Pending",
            "PENDING 03 Pending",
            "UNKNOWN 03 Pending",
            "REVIEW 03 Pending",
            "SUCCEEDED 00 Sukses",
            "FAILED 54 Gagal",
            "REFUNDED 74 Gagal");
  }

  private static String line(State state) {
    var echo = new Echo("r1", "530000000001", "pln");
    var payment = payment(state, PuppetBiller.electricity());
    var verdict = Telling.of(payment, echo, Spelling.DIGISWITCH).verdict();
    return state + " " + verdict.rc() + " " + verdict.status();
  }

  @Test
  void an_undecided_payment_is_told_in_six_words() {
    assertThat(told(payment(State.UNKNOWN, PuppetBiller.electricity()), Spelling.DIGIFLAZZ))
        .isEqualTo(
            """
            {"data":{"ref_id":"r1","customer_no":"530000000001","buyer_sku_code":"pln",\
            "message":"Transaksi Pending","status":"Pending","rc":"03"}}""");
  }

  @Test
  void a_local_tax_names_its_province() {
    var bill =
        new PropertyTax(
            "Nama",
            1,
            Rupiah.of(97_500),
            "JALAN 1",
            "2019",
            "DESA",
            "CAMAT",
            "0023",
            "KOTA",
            "JAWA BARAT",
            "113 M2",
            "47 M2");

    assertThat(told(payment(State.SUCCEEDED, bill), Spelling.DIGIFLAZZ))
        .contains("\"periode\":\"2019\"")
        .endsWith(
            """
            "desc":{"lembar_tagihan":1,"alamat":"JALAN 1","tahun_pajak":"2019",\
            "kelurahan":"DESA","kecamatan":"CAMAT","kode_kab_kota":"0023","kab_kota":"KOTA",\
            "provinsi":"JAWA BARAT","luas_tanah":"113 M2","luas_gedung":"47 M2"}}}""");
  }

  @Test
  void a_workers_insurance_has_its_programmes_as_numbers() {
    var bill =
        new Bill.EmploymentInsurance(
            "Nama",
            1,
            Rupiah.of(3_600),
            "880001",
            "JKK,JKM",
            Rupiah.of(1_000),
            Rupiah.of(600),
            Rupiah.of(2_000),
            "JAKARTA",
            "2019-01-01",
            "2019-01-31");

    assertThat(told(payment(State.SUCCEEDED, bill), Spelling.DIGIFLAZZ))
        .doesNotContain("periode")
        .endsWith(
            """
            "desc":{"lembar_tagihan":1,"kode_iuran":"880001","kode_program":"JKK,JKM",\
            "jkk":1000,"jkm":600,"jht":2000,"kantor_cabang":"JAKARTA",\
            "tgl_efektif":"2019-01-01","tgl_expired":"2019-01-31"}}}""");
  }

  @Test
  void a_companys_insurance_has_its_programmes_as_numbers() {
    var bill =
        new Bill.CompanyInsurance(
            "PT Nama",
            1,
            Rupiah.of(15_000),
            "880002",
            Rupiah.of(1_000),
            Rupiah.of(2_000),
            Rupiah.of(3_000),
            Rupiah.of(4_000),
            Rupiah.of(5_000),
            "NPP1",
            "000");

    assertThat(told(payment(State.SUCCEEDED, bill), Spelling.DIGIFLAZZ))
        .endsWith(
            """
            "desc":{"lembar_tagihan":1,"kode_iuran":"880002","jht":1000,"jkk":2000,"jkm":3000,\
            "jpk":5000,"jpn":4000,"npp":"NPP1","kode_divisi":"000"}}}""");
  }

  @Test
  void only_digiflazz_is_told_how_much_gas_was_used() {
    var month = new Bill.Gas.GasMonth("0320", "006538", "006573", "35");
    var bill = new Bill.Gas("Nama", 1, Rupiah.of(97_500), "JALAN 1", List.of(month));
    var payment = payment(State.SUCCEEDED, bill);

    assertThat(told(payment, Spelling.DIGIFLAZZ)).contains("\"usage\":\"35\"");
    assertThat(told(payment, Spelling.DIGISWITCH)).doesNotContain("usage");
  }

  private static String told(Payment payment, Spelling spelling) {
    var echo = new Echo("r1", "530000000001", "pln");
    var answer = Telling.of(payment, echo, spelling);
    return Digiswitch.in(spelling).transaction().answer().write(Reply.answered(answer)).text();
  }

  private static Payment payment(State state, Bill bill) {
    var quote =
        new Quote(
            "pln",
            "530000000001",
            bill,
            "puppet",
            "pln",
            "S1",
            Rupiah.of(2_500),
            bill.amount().plus(Rupiah.of(2_500)),
            bill.amount().plus(Rupiah.of(1_500)),
            null,
            Rupiah.ZERO,
            Rupiah.of(9_900),
            null);
    var inquiry =
        new Inquiry(
            new PaymentId("one", "digiswitch", "r1"), quote, LocalDate.of(2026, 11, 20), false);
    var ending =
        switch (state) {
          case HELD, SENDING, PENDING, UNKNOWN, REVIEW -> null;
          case SUCCEEDED, REFUNDED -> new Ending("SN-1", "00", null, NOW, null);
          case FAILED -> new Ending("", "54", Reason.NUMBER_WRONG, NOW, null);
        };
    var trail = new Trail(1, NOW, 0, 0, null, null);
    return new Payment(inquiry, state, 2, NOW, trail, ending, Rupiah.of(90_000));
  }
}
