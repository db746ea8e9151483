package id.sakelar.server.front.mmbc;

import static id.sakelar.server.front.mmbc.Visitor.card;
import static id.sakelar.server.front.mmbc.Visitor.invoice;
import static id.sakelar.server.front.mmbc.Visitor.reason;
import static id.sakelar.server.front.mmbc.Visitor.status;
import static id.sakelar.server.front.mmbc.Visitor.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.server.payment.Evidence;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.Sentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which payment a question means that names none: the rule of tickets, as partners see it.
class CardTicketTest {
  private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");
  private static Premises premises;
  private static Visitor visitor;

  @BeforeAll
  static void moveIn() {
    premises = Visitor.open();
    visitor = new Visitor(premises);
  }

  @BeforeEach
  void set() {
    premises.setTime(NOON);
  }

  @AfterAll
  static void the_books_are_whole() throws Exception {
    assertThat(premises.audit()).isEmpty();
    premises.close();
  }

  @Test
  void what_nobody_inquired_is_not_paid() throws Exception {
    var card = card("000000000001");

    assertThat(visitor.transferTo(Key.ONE, card, 50_000).body())
        .isEqualTo(
            """
            {"result":"no","reason":"Maaf, silakan lakukan inquiry baru sebelum membayar."}\
            """);
    assertThat(premises.biller().questions(card)).isEmpty();
  }

  @Test
  void another_amount_than_inquired_is_not_paid() throws Exception {
    var card = card("000000000002");
    visitor.inquireCard(Key.ONE, card, 50_000);

    assertThat(reason(visitor.transferTo(Key.ONE, card, 50_001)))
        .isEqualTo(Sentence.INQUIRY_NEEDED.text());
    assertThat(premises.biller().orders(card)).isEmpty();
    assertThat(status(visitor.transferTo(Key.ONE, card, 50_000))).isEqualTo("CONFIRM");
  }

  @Test
  void what_another_partner_inquired_is_not_paid() throws Exception {
    var card = card("000000000003");
    visitor.inquireCard(Key.ONE, card, 50_000);

    assertThat(reason(visitor.transferTo(Key.TWO, card, 50_000)))
        .isEqualTo(Sentence.INQUIRY_NEEDED.text());
  }

  @Test
  void fifty_at_once_charge_once_and_are_told_one_invoice() throws Exception {
    var card = card("000000000004");
    var before = premises.deposit(Key.ONE);
    visitor.inquireCard(Key.ONE, card, 50_000);

    var invoices = invoicesOfFifty(card);
    assertThat(invoices).hasSize(50).doesNotContain("");
    assertThat(Set.copyOf(invoices)).hasSize(1);
    assertThat(premises.biller().orders(card)).hasSize(1);
    assertThat(before.minus(premises.deposit(Key.ONE))).isEqualTo(Rupiah.of(53_000));
  }

  private static List<String> invoicesOfFifty(String card) throws Exception {
    var invoices = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var start = new CountDownLatch(1);
      var asked = new ArrayList<Future<String>>();
      for (int i = 0; i < 50; i++) {
        asked.add(
            threads.submit(
                () -> {
                  start.await();
                  return invoice(visitor.transferTo(Key.ONE, card, 50_000));
                }));
      }
      start.countDown();
      for (Future<String> it : asked) {
        invoices.add(it.get());
      }
    }
    return invoices;
  }

  @Test
  void who_repeats_after_a_timeout_is_told_the_same_payment() throws Exception {
    var card = card("000000000005");
    var spoken = new CountDownLatch(1);
    premises.biller().ends(card, () -> after(spoken));
    visitor.inquireCard(Key.ONE, card, 50_000);

    var first = visitor.transferTo(Key.ONE, card, 50_000);
    spoken.countDown();
    var repeated = visitor.transferTo(Key.ONE, card, 50_000);

    assertThat(status(first)).isEqualTo("PENDING");
    assertThat(status(repeated)).isEqualTo("CONFIRM");
    assertThat(invoice(repeated)).isEqualTo(invoice(first)).hasSize(12);
    assertThat(premises.biller().orders(card)).hasSize(1);
  }

  private static Evidence after(CountDownLatch spoken) {
    try {
      spoken.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Evidence.Success("00", "SN-late", Rupiah.of(50_000), null);
  }

  @Test
  void a_second_inquiry_lets_the_same_be_paid_again() throws Exception {
    var card = card("000000000006");
    visitor.inquireCard(Key.ONE, card, 50_000);
    var first = visitor.transferTo(Key.ONE, card, 50_000);
    visitor.inquireCard(Key.ONE, card, 50_000);
    var second = visitor.transferTo(Key.ONE, card, 50_000);

    assertThat(status(second)).isEqualTo("CONFIRM");
    assertThat(invoice(second)).isNotEqualTo(invoice(first));
    assertThat(premises.biller().orders(card)).hasSize(2);
  }

  @Test
  void no_second_payment_begins_while_the_first_is_undecided() throws Exception {
    var card = card("000000000007");
    premises.biller().ends(card, () -> new Evidence.Ambiguous("no answer"));
    visitor.inquireCard(Key.ONE, card, 50_000);
    var first = visitor.transferTo(Key.ONE, card, 50_000);
    visitor.inquireCard(Key.ONE, card, 50_000);

    assertThat(invoice(visitor.transferTo(Key.ONE, card, 50_000))).isEqualTo(invoice(first));
    assertThat(premises.biller().orders(card)).hasSize(1);
  }

  @Test
  void after_ten_minutes_a_repetition_has_to_be_inquired() throws Exception {
    var card = card("000000000008");
    visitor.inquireCard(Key.ONE, card, 50_000);
    visitor.transferTo(Key.ONE, card, 50_000);

    premises.setTime(NOON.plusSeconds(599));
    assertThat(status(visitor.transferTo(Key.ONE, card, 50_000))).isEqualTo("CONFIRM");
    premises.setTime(NOON.plusSeconds(601));
    assertThat(reason(visitor.transferTo(Key.ONE, card, 50_000)))
        .isEqualTo(Sentence.INQUIRY_NEEDED.text());
    assertThat(premises.biller().orders(card)).hasSize(1);
  }

  @Test
  void a_partners_own_reference_means_one_payment_for_ever() throws Exception {
    var card = card("000000000009");
    var other = card("000000000010");
    var own = transfer(Key.ONE, card, 50_000).withRefId("nota-1");
    visitor.inquireCard(Key.ONE, card, 50_000);
    var first = visitor.ask(Mmbc.TRANSFER_ACC, own);
    visitor.inquireCard(Key.ONE, card, 50_000);
    visitor.inquireCard(Key.ONE, other, 50_000);
    premises.setTime(NOON.plusSeconds(3_600));

    assertThat(visitor.ask(Mmbc.TRANSFER_ACC, own).body()).isEqualTo(first.body());
    assertThat(
            visitor
                .ask(Mmbc.TRANSFER_ACC, transfer(Key.ONE, other, 50_000).withRefId("nota-1"))
                .body())
        .isEqualTo(
            """
            {"result":"no","reason":"Maaf, ref_id sudah dipakai untuk transaksi lain."}\
            """);
    assertThat(premises.biller().orders(card)).hasSize(1);
    assertThat(premises.biller().orders(other)).isEmpty();
  }

  @Test
  void a_ticket_of_yesterday_evening_pays_what_is_asked_for_anew() throws Exception {
    var card = card("000000000011");
    premises.setTime(Instant.parse("2026-11-20T16:59:00Z"));
    visitor.inquireCard(Key.ONE, card, 50_000);

    premises.setTime(Instant.parse("2026-11-20T17:01:00Z"));
    assertThat(status(visitor.transferTo(Key.ONE, card, 50_000))).isEqualTo("CONFIRM");
    assertThat(premises.biller().questions(card)).hasSize(2);
  }

  /// But not at once: that might be a late copy of what was refused.
  @Test
  void who_could_not_pay_may_try_the_same_again() throws Exception {
    var card = card("000000000012");
    visitor.inquireCard(Key.POOR, card, 50_000);
    assertThat(visitor.transferTo(Key.POOR, card, 50_000).body())
        .isEqualTo("{\"result\":\"no\",\"reason\":\"Maaf, saldo tidak cukup.\"}");

    premises.topUp(Key.POOR, Rupiah.of(100_000));
    assertThat(visitor.transferTo(Key.POOR, card, 50_000).body())
        .isEqualTo("{\"result\":\"no\",\"reason\":\"Maaf, saldo tidak cukup.\"}");
    premises.forgetRefusals();
    assertThat(status(visitor.transferTo(Key.POOR, card, 50_000))).isEqualTo("CONFIRM");
    assertThat(premises.biller().orders(card)).hasSize(1);
  }
}
