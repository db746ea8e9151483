package id.sakelar.server.front.digiswitch;

import static id.sakelar.server.front.digiswitch.Visitor.account;
import static id.sakelar.server.front.digiswitch.Visitor.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.Operation;
import id.sakelar.wire.digiswitch.BalanceQuestion;
import id.sakelar.wire.digiswitch.DepositQuestion;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.HolderQuestion;
import id.sakelar.wire.digiswitch.PriceListQuestion;
import id.sakelar.wire.digiswitch.PriceListQuestion.Kind;
import id.sakelar.wire.digiswitch.Spelling;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What can be asked beside transactions.
class OtherQuestionsTest {
  private static final Digiswitch WORDS = Digiswitch.in(Spelling.DIGISWITCH);
  private static Premises premises;
  private static Visitor visitor;

  @BeforeAll
  static void moveIn() {
    premises = Premises.open(Visitor::open);
    visitor = new Visitor(premises, Spelling.DIGISWITCH);
  }

  @AfterAll
  static void close() {
    premises.close();
  }

  @Test
  void a_partner_is_told_its_own_deposit() throws Exception {
    var answer = ask(WORDS.balance(), BalanceQuestion.by(account(Key.POOR)));

    assertThat(answer.body()).isEqualTo("{\"data\":{\"deposit\":1000}}");
  }

  @Test
  void a_stranger_is_not() throws Exception {
    var forged = BalanceQuestion.by(account(Key.POOR.withKey("another")));

    assertThat(ask(WORDS.balance(), forged).body())
        .isEqualTo(
            """
            {"data":{"rc":"41","message":"Signature tidak valid","status":"Gagal"}}""");
  }

  @Test
  void the_whole_list_of_bills_comes_once_in_five_minutes_and_one_line_always() throws Exception {
    var whole = PriceListQuestion.by(account(Key.ONE), Kind.POSTPAID);

    assertThat(ask(WORDS.priceList(), whole).body()).contains("\"pln\"", "\"kirimuang\"");
    assertThat(verdict(ask(WORDS.priceList(), whole))).isEqualTo("400 83");
    assertThat(ask(WORDS.priceList(), only(whole, "plnnontaglist")).body())
        .isEqualTo(
            """
            {"data":[{"name":"PLN NONTAGLIS","category":"Pascabayar","brand":"PLN NONTAGLIS",\
            "admin":2500,"commission":500,"code":"plnnontaglis","status":true,"desc":""}]}""");
  }

  private static PriceListQuestion only(PriceListQuestion whole, String code) {
    return new PriceListQuestion(
        whole.kind(), whole.username(), Optional.of(code), Optional.empty(), whole.sign());
  }

  @Test
  void a_list_may_be_of_one_brand() throws Exception {
    var whole = PriceListQuestion.by(account(Key.TWO), Kind.POSTPAID);
    var brand =
        new PriceListQuestion(
            whole.kind(), whole.username(), Optional.empty(), Optional.of("pdam"), whole.sign());

    assertThat(ask(WORDS.priceList(), brand).body()).contains("\"pdam\"").doesNotContain("\"tv\"");
  }

  @Test
  void nothing_is_sold_in_advance() throws Exception {
    var prepaid = PriceListQuestion.by(account(Key.ONE), Kind.PREPAID);

    assertThat(ask(WORDS.priceList(), prepaid).body()).isEqualTo("{\"data\":[]}");
    assertThat(ask(WORDS.priceList(), prepaid).body()).isEqualTo("{\"data\":[]}");
  }

  @Test
  void nobody_gets_a_ticket() throws Exception {
    var ticket = DepositQuestion.by(account(Key.ONE), Rupiah.of(200_000), "BCA", "Toko Maju");

    var answer = ask(WORDS.deposit(), ticket);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"data":{"rc":"64","message":"Tarik tiket gagal, coba nominal lain",\
            "status":"Gagal"}}""");
  }

  @Test
  void the_holder_of_a_number_is_told_from_its_bill() throws Exception {
    var answer = ask(WORDS.holder(), HolderQuestion.by(account(Key.ONE), "530000000031"));

    assertThat(answer.body())
        .isEqualTo(
            """
            {"data":{"message":"Transaksi Sukses","status":"Sukses","rc":"00",\
            "customer_no":"530000000031","meter_no":"","subscriber_id":"530000000031",\
            "name":"Nama Pelanggan Pertama","segment_power":"R1 /000001300"}}""");
  }

  @Test
  void the_holder_of_a_number_without_a_bill_is_not() throws Exception {
    premises.biller().owes("530000000032", () -> new NoBill(Reason.NO_BILL));

    var answer = ask(WORDS.holder(), HolderQuestion.by(account(Key.ONE), "530000000032"));

    assertThat(answer.body())
        .isEqualTo(
            """
            {"data":{"message":"Tagihan belum tersedia","status":"Gagal","rc":"60",\
            "customer_no":"530000000032"}}""");
  }

  private static <Q> HttpResponse<String> ask(Operation<Q, ?> operation, Q question)
      throws Exception {
    return visitor.post(operation.path(), operation.question().write(question).text());
  }
}
