package id.sakelar.server.front.bankplus;

import static id.sakelar.server.front.bankplus.Desk.done;
import static id.sakelar.server.front.bankplus.Desk.said;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.catalog.Fees;
import id.sakelar.server.catalog.Offer;
import id.sakelar.server.front.Premises;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.server.payment.Evidence;
import id.sakelar.wire.bankplus.AnyMonth;
import id.sakelar.wire.bankplus.Bankplus;
import id.sakelar.wire.bankplus.Bill;
import id.sakelar.wire.bankplus.BillInquiry;
import id.sakelar.wire.bankplus.BillPayment;
import id.sakelar.wire.bankplus.Graph;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Bills at the counter of an agent: paid from the float, on the terms of the inquiry.
class BillTest {
  private static final Demo AGENT = Demo.of(1);
  private static final Demo LIMITED = Demo.of(2);

  private static Branch branch;
  private static Desk desk;

  @BeforeAll
  static void moveIn() throws Exception {
    branch = Branch.open();
    branch.premises.sell(card());
    branch.add(AGENT, Rupiah.of(1_000_000));
    branch.add(LIMITED, Rupiah.of(1_000_000), new Limits(null, null, Rupiah.of(15_000)));
    desk = Desk.of(branch, AGENT);
  }

  @AfterAll
  static void the_books_are_whole() throws Exception {
    assertThat(branch.premises.audit()).isEmpty();
    branch.close();
  }

  /// What takes more than one number to be asked for.
  private static Offer card() {
    return new Offer(
        "card",
        Family.CREDIT_CARD,
        "CARD",
        "CARD",
        null,
        Map.of(),
        new Offer.Route(Premises.UPSTREAM, "8"),
        new Fees(Rupiah.of(2_500), Rupiah.ZERO, null, Rupiah.ZERO),
        null,
        true);
  }

  private static Bill inquire(Desk from, String customer) throws Exception {
    var question = new BillInquiry("pln", customer, Optional.empty());
    return done(Bankplus.BILL_INQUIRY, from.ask(Bankplus.BILL_INQUIRY, question));
  }

  @Test
  void a_bill_is_told_and_paid_without_what_the_agent_earns() throws Exception {
    var before = branch.balance(AGENT);
    var bill = inquire(desk, "530000000001");

    var answer =
        desk.ask(
            Bankplus.BILL_PAYMENT,
            new BillPayment(bill.transactionId(), Optional.of(Rupiah.of(11_000)), AGENT.pin()));

    assertThat(bill.amount()).isEqualTo(Rupiah.of(8_500));
    assertThat(bill.adminFee()).isEqualTo(Rupiah.of(2_500));
    assertThat(bill.productCode()).isEqualTo("pln");
    var paid = done(Bankplus.BILL_PAYMENT, answer);
    assertThat(paid.bill()).isEqualTo(bill);
    assertThat(paid.referenceNumber()).isEqualTo("SN-1");
    assertThat(branch.balance(AGENT)).isEqualTo(before.minus(Rupiah.of(10_000)));
    assertThat(answer.body()).doesNotContain(":10000", ":1000,");
  }

  @Test
  void another_total_than_the_inquiry_told_is_refused() throws Exception {
    var bill = inquire(desk, "530000000002");
    var before = branch.balance(AGENT);

    for (long total : List.of(0L, 8_500L, 10_000L, 11_001L)) {
      var payment =
          new BillPayment(bill.transactionId(), Optional.of(Rupiah.of(total)), AGENT.pin());
      assertThat(said(desk.ask(Bankplus.BILL_PAYMENT, payment)))
          .isEqualTo("200 -1 [13] Data tidak sesuai dengan inquiry");
    }

    assertThat(branch.balance(AGENT)).isEqualTo(before);
  }

  @Test
  void a_sid_is_the_name_of_one_bill() throws Exception {
    var first = inquire(desk, "530000000011");
    var second = inquire(desk, "530000000012");
    var named = desk.sid("bill-1");
    assertThat(said(pay(named, AGENT, first))).isEqualTo("200 00");
    var before = branch.balance(AGENT);

    assertThat(said(pay(named, AGENT, second))).isEqualTo("200 -1 [94] Referensi sudah digunakan");
    assertThat(said(pay(named, AGENT, first))).isEqualTo("200 00");
    assertThat(branch.balance(AGENT)).isEqualTo(before);
  }

  @Test
  void a_total_need_not_be_told() throws Exception {
    var bill = inquire(desk, "530000000008");
    var payment = new BillPayment(bill.transactionId(), Optional.empty(), AGENT.pin());

    assertThat(said(desk.ask(Bankplus.BILL_PAYMENT, payment))).isEqualTo("200 00");
  }

  @Test
  void what_a_biller_leaves_open_is_pending_until_it_is_known() throws Exception {
    branch.premises.biller().ends("630000000001", () -> new Evidence.InProcess("03"));
    var bill = inquire(desk, "630000000001");
    var payment =
        new BillPayment(bill.transactionId(), Optional.of(Rupiah.of(11_000)), AGENT.pin());

    assertThat(said(desk.ask(Bankplus.BILL_PAYMENT, payment))).isEqualTo("200 68");
    assertThat(said(desk.ask(Bankplus.BILL_PAYMENT, payment))).isEqualTo("200 68");
  }

  @Test
  void a_product_that_is_not_sold_here_is_not_available() throws Exception {
    for (String code : List.of("nothing", "PLN", "card")) {
      var question = new BillInquiry(code, "530000000003", Optional.empty());
      assertThat(said(desk.ask(Bankplus.BILL_INQUIRY, question)))
          .isEqualTo("200 -1 [12] Produk tidak tersedia");
    }
  }

  @Test
  void bills_and_transfers_share_an_agents_day() throws Exception {
    var limited = Desk.of(branch, LIMITED);
    var first = inquire(limited, "530000000004");
    var second = inquire(limited, "530000000005");

    assertThat(said(pay(limited, LIMITED, first))).isEqualTo("200 00");
    assertThat(said(pay(limited, LIMITED, second)))
        .isEqualTo("200 -1 [61] Transaksi melebihi batas agen");
  }

  private static HttpResponse<String> pay(Desk from, Demo agent, Bill bill) throws Exception {
    var payment =
        new BillPayment(bill.transactionId(), Optional.of(Rupiah.of(11_000)), agent.pin());
    return from.ask(Bankplus.BILL_PAYMENT, payment);
  }

  @Test
  void the_dashboard_counts_what_was_paid() throws Exception {
    var agent = Demo.of(3);
    branch.add(agent, Rupiah.of(1_000_000));
    var counting = Desk.of(branch, agent);
    assertThat(said(counting.ask(Bankplus.BILL_GRAPH, AnyMonth.ALL)))
        .isEqualTo("200 NOT_FOUND Data tidak ditemukan!");

    for (String customer : List.of("530000000006", "530000000007")) {
      var bill = inquire(counting, customer);
      counting.ask(
          Bankplus.BILL_PAYMENT,
          new BillPayment(bill.transactionId(), Optional.of(Rupiah.of(11_000)), agent.pin()));
    }

    assertThat(done(Bankplus.BILL_GRAPH, counting.ask(Bankplus.BILL_GRAPH, AnyMonth.ALL)))
        .containsExactly(new Graph("PLN PASCABAYAR", 2));
    assertThat(said(counting.ask(Bankplus.BILL_GRAPH, month("2026-11")))).isEqualTo("200 00");
    assertThat(said(counting.ask(Bankplus.BILL_GRAPH, month("2026-10"))))
        .isEqualTo("200 NOT_FOUND Data tidak ditemukan!");
    assertThat(said(counting.ask(Bankplus.PURCHASE_GRAPH, AnyMonth.ALL)))
        .isEqualTo("200 NOT_FOUND Data tidak ditemukan!");
  }

  private static AnyMonth month(String month) {
    return new AnyMonth(Optional.of(YearMonth.parse(month)));
  }
}
