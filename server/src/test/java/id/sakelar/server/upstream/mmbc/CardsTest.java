package id.sakelar.server.upstream.mmbc;

import static id.sakelar.server.upstream.mmbc.PretendedCard.AMOUNT;
import static id.sakelar.server.upstream.mmbc.PretendedCard.BANK;
import static id.sakelar.server.upstream.mmbc.PretendedCard.BILL;
import static id.sakelar.server.upstream.mmbc.PretendedCard.CARD;
import static id.sakelar.server.upstream.mmbc.PretendedCard.COST;
import static id.sakelar.server.upstream.mmbc.PretendedCard.INVOICE;
import static id.sakelar.server.upstream.mmbc.PretendedCard.NUMBER;
import static id.sakelar.server.upstream.mmbc.PretendedCard.ORDER;
import static id.sakelar.server.upstream.mmbc.PretendedCard.QUESTION;
import static id.sakelar.server.upstream.mmbc.PretendedCard.question;
import static id.sakelar.server.upstream.mmbc.PretendedCard.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.catalog.Family;
import id.sakelar.server.payment.Bill;
import id.sakelar.server.payment.Biller.Found.Billed;
import id.sakelar.server.payment.Biller.Found.NoBill;
import id.sakelar.server.payment.Biller.Order;
import id.sakelar.server.payment.Biller.Question;
import id.sakelar.server.payment.Evidence.Ambiguous;
import id.sakelar.server.payment.Evidence.InProcess;
import id.sakelar.server.payment.Evidence.NotSent;
import id.sakelar.server.payment.Evidence.Success;
import id.sakelar.server.payment.Reason;
import id.sakelar.wire.mmbc.Card;
import id.sakelar.wire.mmbc.CardReceipt;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the connector asks about credit cards, and which answers it takes for answers to that.
class CardsTest {
  private Counterpart other;

  @BeforeEach
  void open() {
    other = new Counterpart(PretendedCard.PATH);
  }

  @AfterEach
  void close() {
    other.close();
  }

  @Test
  void a_bill_is_what_goes_to_the_card_and_costs_what_is_taken_for_it() {
    other.says(PretendedCard.bill(CARD, AMOUNT, COST));

    assertThat(other.biller().inquire(QUESTION)).isEqualTo(new Billed(BILL, COST, null));
    assertThat(other.heard())
        .isEqualTo(
            "inquiry_acc?username=sakelar&password=kata-sandi-rahasia&cc_code=8"
                + "&cc_accountnumber=4137700000000011&amount=100000");
  }

  @Test
  void what_a_biller_does_not_say_of_a_card_is_empty() {
    other.says(PretendedCard.bill(new Card("", BANK, "", NUMBER), AMOUNT, COST));

    assertThat(other.biller().inquire(QUESTION))
        .isEqualTo(new Billed(new Bill.CreditCard("", 1, AMOUNT, ""), COST, null));
  }

  @Test
  void a_bill_of_another_card_bank_or_amount_or_cheaper_than_itself_is_no_bill() {
    var bodies =
        List.of(
            PretendedCard.bill(new Card("B", BANK, "N", "4137700000000029"), AMOUNT, COST),
            PretendedCard.bill(new Card("B", BANK, "N", "************0011"), AMOUNT, COST),
            PretendedCard.bill(new Card("B", "08", "N", NUMBER), AMOUNT, COST),
            PretendedCard.bill(new Card("B", "14", "N", NUMBER), AMOUNT, COST),
            PretendedCard.bill(CARD, AMOUNT.plus(Rupiah.of(1)), COST),
            PretendedCard.bill(CARD, AMOUNT, AMOUNT.minus(Rupiah.of(1))));
    for (String body : bodies) {
      other.says(body);

      assertThat(other.biller().inquire(QUESTION)).isEqualTo(new NoBill(Reason.BILLER_UNREACHABLE));
    }
  }

  @Test
  void what_the_dialect_cannot_say_is_not_even_asked_for() {
    for (String bank : new String[] {"", "08", "8 ", "bca", "1234"}) {
      assertNotAsked(question(bank, NUMBER, AMOUNT), Reason.PRODUCT_CLOSED);
    }
    for (String card : new String[] {"", "41377", "4137 7000 0000 0011", "４137700000000011"}) {
      assertNotAsked(question(BANK, card, AMOUNT), Reason.NUMBER_WRONG);
    }
    for (long sen : new long[] {0, -10_000_000, 10_000_050, 1_000_000_000_000_000L}) {
      assertNotAsked(question(BANK, NUMBER, new Rupiah(sen)), Reason.AMOUNT_INVALID);
    }
    assertNotAsked(question(BANK, NUMBER, null), Reason.AMOUNT_INVALID);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CREDIT_CARD", "VEHICLE_TAX"})
  void a_product_of_a_family_of_other_dialects_is_closed(Family family) {
    assertNotAsked(
        new Question(BANK, family, NUMBER, "S1", AMOUNT, null, null, false), Reason.PRODUCT_CLOSED);
  }

  @Test
  void a_payment_of_another_family_is_not_sent() {
    var mobile = PretendedCard.quote(BANK, NUMBER, new Bill.Mobile("NAMA", 1, AMOUNT));
    var order = new Order(mobile, Instant.parse("2026-11-20T03:00:00Z"), INVOICE, false);

    assertThat(other.biller().pay(order)).isEqualTo(new NotSent("not for this biller"));
    assertThat(other.biller().status(order)).isEqualTo(new Ambiguous("not for this biller"));
    assertThat(other.hasHeardNothing()).isTrue();
  }

  @Test
  void a_test_is_never_sent() {
    var order = PretendedCard.order(INVOICE, true);

    assertThat(other.biller().pay(order)).isEqualTo(new NotSent("not for this biller"));
    assertThat(other.biller().status(order)).isEqualTo(new Ambiguous("not for this biller"));
    assertNotAsked(
        new Question(BANK, Family.CREDIT_CARD, NUMBER, "S1", AMOUNT, null, null, true),
        Reason.FORBIDDEN);
  }

  @Test
  void an_order_says_the_published_words_and_nothing_more() {
    other.says(PretendedCard.says(receipt(Status.CONFIRM)));

    other.biller().pay(PretendedCard.order(null, false));

    assertThat(other.heard())
        .isEqualTo(
            "transfer_acc?username=sakelar&password=kata-sandi-rahasia&cc_code=8"
                + "&cc_accountnumber=4137700000000011&amount=100000");
  }

  @Test
  void an_order_that_the_dialect_cannot_say_is_not_sent() {
    var at = Instant.parse("2026-11-20T03:00:00Z");
    var quotes =
        List.of(
            PretendedCard.quote("mandiri", NUMBER, BILL),
            PretendedCard.quote(BANK, "0811", BILL),
            PretendedCard.quote(
                BANK, NUMBER, new Bill.CreditCard("NAMA", 1, new Rupiah(50), "Bank")));
    for (var quote : quotes) {
      assertThat(other.biller().pay(new Order(quote, at, null, false)))
          .isEqualTo(new NotSent("not for this biller"));
    }
    assertThat(other.hasHeardNothing()).isTrue();
  }

  @Test
  void a_payment_is_asked_after_by_the_invoice_that_the_biller_gave_it() {
    other.says(PretendedCard.says(receipt(Status.PENDING)));

    assertThat(other.biller().status(ORDER)).isEqualTo(new InProcess("ok PENDING", INVOICE));
    assertThat(other.heard())
        .isEqualTo(
            "status_transfer?username=sakelar&password=kata-sandi-rahasia&invoice=999999999999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "INV/1", "999999999999999999999"})
  void a_payment_without_an_invoice_cannot_be_asked_after(String invoice) {
    assertThat(other.biller().status(PretendedCard.order(invoice, false)))
        .isEqualTo(new Ambiguous("no invoice"));
    assertThat(other.biller().status(PretendedCard.order(null, false)))
        .isEqualTo(new Ambiguous("no invoice"));
    assertThat(other.hasHeardNothing()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"CONFIRM", "PENDING", "REFUND"})
  void an_answer_about_another_card_bank_or_amount_proves_nothing(Status status) {
    var receipts =
        List.of(
            receipt(status, new Card("B", BANK, "N", "4137700000000029"), AMOUNT, COST),
            receipt(status, new Card("B", BANK, "N", ""), AMOUNT, COST),
            receipt(status, new Card("B", "14", "N", NUMBER), AMOUNT, COST),
            receipt(status, CARD, AMOUNT.minus(Rupiah.of(1)), COST),
            receipt(status, CARD, COST, AMOUNT));
    for (CardReceipt receipt : receipts) {
      other.says(PretendedCard.says(receipt));

      assertThat(other.biller().pay(ORDER)).isEqualTo(new Ambiguous("not our order"));
      assertThat(other.biller().status(ORDER)).isEqualTo(new Ambiguous("not our order"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CONFIRM", "PENDING", "REFUND"})
  void a_status_of_another_invoice_proves_nothing(Status status) {
    other.says(PretendedCard.says(receipt(status, "999999999998", "R1", CARD, AMOUNT, COST)));

    assertThat(other.biller().status(ORDER)).isEqualTo(new Ambiguous("not our order"));
  }

  @Test
  void an_end_at_another_price_is_no_end() {
    for (long off : new long[] {-1, 1}) {
      for (Status status : new Status[] {Status.CONFIRM, Status.REFUND}) {
        other.says(PretendedCard.says(receipt(status, CARD, AMOUNT, COST.plus(Rupiah.of(off)))));

        var doubt = new Ambiguous("ok " + status + ", another price");
        assertThat(other.biller().pay(ORDER)).isEqualTo(doubt);
        assertThat(other.biller().status(ORDER)).isEqualTo(doubt);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void a_yes_without_the_banks_reference_is_in_process_until_there_is_one(String reference) {
    other.says(PretendedCard.says(receipt(Status.CONFIRM, INVOICE, reference, CARD, AMOUNT, COST)));

    var inProcess = new InProcess("ok CONFIRM, no reference", INVOICE);
    assertThat(other.biller().pay(ORDER)).isEqualTo(inProcess);
    assertThat(other.biller().status(ORDER)).isEqualTo(inProcess);

    other.says(PretendedCard.says(receipt(Status.CONFIRM)));
    assertThat(other.biller().status(ORDER))
        .isEqualTo(new Success("ok CONFIRM", PretendedCard.BANKS_REFERENCE, COST, null, INVOICE));
  }

  @Test
  void an_invoice_that_nobody_can_ask_after_is_none() {
    other.says(PretendedCard.says(receipt(Status.PENDING, "INV/1", "", CARD, AMOUNT, COST)));
    assertThat(other.biller().pay(ORDER)).isEqualTo(new InProcess("ok PENDING", null));

    other.says(PretendedCard.says(receipt(Status.CONFIRM, "INV/1", "R1", CARD, AMOUNT, COST)));
    assertThat(other.biller().pay(ORDER)).isEqualTo(new Success("ok CONFIRM", "R1", COST, null));
  }

  @Test
  void a_refusal_in_the_form_of_vehicle_tax_proves_nothing() {
    var funds = Sentence.FUNDS.text();
    for (String body :
        List.of(
            PretendedTax.refusesOrder(PretendedTax.ECHO, funds),
            PretendedTax.refusesStatus(Sentence.NOT_FOUND.text()))) {
      other.says(body);

      assertThat(other.biller().pay(ORDER)).isEqualTo(new Ambiguous("no, not to our order"));
      assertThat(other.biller().status(ORDER)).isEqualTo(new Ambiguous("no, not to our order"));
    }
  }

  private void assertNotAsked(Question question, Reason reason) {
    assertThat(other.biller().inquire(question)).isEqualTo(new NoBill(reason));
    assertThat(other.hasHeardNothing()).isTrue();
  }
}
