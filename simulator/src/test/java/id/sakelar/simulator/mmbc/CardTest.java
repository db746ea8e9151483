package id.sakelar.simulator.mmbc;

import static id.sakelar.simulator.mmbc.Counter.inquiry;
import static id.sakelar.simulator.mmbc.Counter.no;
import static id.sakelar.simulator.mmbc.Counter.ok;
import static id.sakelar.simulator.mmbc.Counter.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row;
import id.sakelar.simulator.Row.State;
import id.sakelar.wire.mmbc.Login;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Status;
import id.sakelar.wire.mmbc.TransferAcc;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A simulated MMBC pays credit card bills by the rules of the document: every call is a payment.
class CardTest {
  private static final String VISA = "4137700000000011";
  private static final String PENDING_THEN_PAID = "5237700000000058";
  private static final String PENDING_THEN_REFUNDED = "372370000000064";

  @TempDir Path directory;
  private Counter counter;

  @BeforeEach
  void open() throws Exception {
    counter = Counter.open(directory);
  }

  @AfterEach
  void close() throws Exception {
    counter.close();
  }

  @Test
  void every_transfer_is_another_payment() throws Exception {
    var asked = transfer("8", VISA, 100_000);
    var one = counter.pay(asked);
    var two = counter.pay(asked);

    assertThat(two.invoice()).isNotEqualTo(one.invoice());
    assertThat(counter.biller.book().charged(Counter.NOON)).isEqualTo(Rupiah.of(206_000));
  }

  @Test
  void a_transfer_that_is_named_twice_is_two_rows() throws Exception {
    var asked = transfer("8", VISA, 100_000).withRefId("ref-1");
    counter.pay(asked);
    var two = counter.pay(asked);

    assertThat(counter.rows())
        .extracting(Row::reference)
        .containsExactly("ref-1", "ref-1/" + two.invoice());
  }

  @Test
  void the_book_says_what_was_taken() throws Exception {
    var paid = counter.pay(transfer("14", VISA, 100_000).withRefId("ref-1"));

    var row = counter.rows().getFirst();
    assertThat(row.reference()).isEqualTo("ref-1");
    assertThat(row.serial()).isEqualTo(paid.reference()).matches("[0-9]{15}");
    assertThat(row.product()).isEqualTo("14");
    assertThat(row.customer()).isEqualTo("************0011");
    assertThat(row.price()).isEqualTo(paid.debet()).isEqualTo(Rupiah.of(103_000));
    assertThat(row.state(row.at())).isEqualTo(State.PAID);
    assertThat(paid.invoice()).matches("[0-9]{12}");
    assertThat(paid.date()).isEqualTo(LocalDateTime.of(2026, 1, 5, 12, 0));
    assertThat(paid.duration()).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({PENDING_THEN_PAID + ", CONFIRM", PENDING_THEN_REFUNDED + ", REFUND"})
  void a_pending_payment_is_pending_to_the_last_moment(String card, Status ending)
      throws Exception {
    var paid = counter.pay(transfer("8", card, 100_000));
    assertThat(paid.status()).isEqualTo(Status.PENDING);
    assertThat(paid.reference()).isEmpty();

    counter.pass(Counter.PENDING_FOR.minusNanos(1));
    assertThat(ok(counter.cardStatus(paid.invoice())).status()).isEqualTo(Status.PENDING);
    counter.pass(Duration.ofNanos(1));

    var told = ok(counter.cardStatus(paid.invoice()));
    assertThat(told.status()).isEqualTo(ending);
    assertThat(told.reference().isEmpty()).isEqualTo(ending == Status.REFUND);
    assertThat(told.duration()).isEmpty();
    assertThat(counter.biller.book().charged(Counter.NOON.plus(Counter.PENDING_FOR)))
        .isEqualTo(ending == Status.CONFIRM ? Rupiah.of(103_000) : Rupiah.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4137700000000045", "5237700000000041", "3528700000000044", "372370000000049"})
  void a_payment_that_is_given_back_costs_nothing(String card) throws Exception {
    var paid = counter.pay(transfer("8", card, 100_000));

    assertThat(paid.status()).isEqualTo(Status.REFUND);
    assertThat(paid.reference()).isEmpty();
    assertThat(counter.biller.book().charged(Counter.NOON)).isEqualTo(Rupiah.ZERO);
  }

  @Test
  void one_who_does_not_wait_asks_for_the_reference_later() throws Exception {
    var asked =
        new TransferAcc(
            Counter.LOGIN, "8", VISA, Rupiah.of(100_000), true, Optional.empty(), false);

    var direct = counter.pay(asked);

    assertThat(direct.status()).isEqualTo(Status.PENDING);
    assertThat(direct.reference()).isEmpty();
    var told = ok(counter.cardStatus(direct.invoice()));
    assertThat(told.status()).isEqualTo(Status.CONFIRM);
    assertThat(told.reference()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4137700000000037", "5237700000000033", "3528700000000036", "372370000000031"})
  void a_refused_payment_leaves_no_trace(String card) throws Exception {
    assertThat(ok(counter.ask(Mmbc.INQUIRY_ACC, inquiry("8", card, 100_000))).debet())
        .isEqualTo(Rupiah.of(103_000));

    var refused = counter.ask(Mmbc.TRANSFER_ACC, transfer("8", card, 100_000));

    assertThat(no(refused)).isEqualTo(Sentence.FAILED);
    assertThat(counter.rows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "8, 4137700000000029, 100000, CARD_UNKNOWN",
    "8, 5237700000000025, 100000, CARD_UNKNOWN",
    "8, 3528700000000028, 100000, CARD_UNKNOWN",
    "8, 372370000000023, 100000, CARD_UNKNOWN",
    "8, 4137700000000012, 100000, CARD",
    "8, 4137777777777776, 100000, CARD",
    "8, 41377000000000, 100000, BRAND",
    "8, 6200000000000005, 100000, BRAND",
    "8, 3723700000000156, 100000, BRAND",
    "9, 4137700000000011, 100000, CC_CODE",
    "8, 4137700000000011, 49999, AMOUNT_LEAST",
    "8, 4137700000000011, 1000000001, AMOUNT_MOST",
    "8, 4137700000000011, 9999999999999, AMOUNT_MOST",
  })
  void what_cannot_be_paid_is_refused(String code, String card, long amount, Sentence why)
      throws Exception {
    assertThat(no(counter.ask(Mmbc.INQUIRY_ACC, inquiry(code, card, amount)))).isEqualTo(why);
    assertThat(no(counter.ask(Mmbc.TRANSFER_ACC, transfer(code, card, amount)))).isEqualTo(why);
    assertThat(counter.rows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "4111111111111111, 50000",
    "5555555555554444, 1000000000",
    "2223003122003222, 50000",
    "3530111333300000, 75000",
    "378282246310005, 50001"
  })
  void any_whole_card_of_a_known_brand_is_paid(String card, long amount) throws Exception {
    var one = ok(counter.ask(Mmbc.INQUIRY_ACC, inquiry("2", card, amount)));
    var two = counter.pay(transfer("2", card, amount));

    assertThat(two.card()).isEqualTo(one.card());
    assertThat(two.status()).isEqualTo(Status.CONFIRM);
    assertThat(two.debet()).isEqualTo(Rupiah.of(amount + 3_000));
  }

  @Test
  void what_was_told_of_a_payment_is_told_again_after_a_restart() throws Exception {
    var paid = counter.pay(transfer("8", VISA, 100_000).withRefId("ref-1"));
    var pending = counter.pay(transfer("8", PENDING_THEN_PAID, 100_000));
    var told = counter.cardStatus(paid.invoice());
    counter.close();

    counter = Counter.open(directory);

    assertThat(counter.cardStatus(paid.invoice())).isEqualTo(told);
    assertThat(ok(counter.cardStatus(pending.invoice())).status()).isEqualTo(Status.PENDING);
    var next = counter.pay(transfer("8", VISA, 100_000).withRefId("ref-1"));
    assertThat(next.invoice()).isGreaterThan(pending.invoice());
    assertThat(counter.rows())
        .extracting(Row::reference)
        .containsExactly("ref-1", pending.invoice(), "ref-1/" + next.invoice());
  }

  @Test
  void an_invoice_nobody_has_is_not_found() throws Exception {
    assertThat(no(counter.cardStatus("700000000001"))).isEqualTo(Sentence.NOT_FOUND);
  }

  @Test
  void a_stranger_is_told_nothing() throws Exception {
    var amount = Rupiah.of(100_000);
    var forged = TransferAcc.of(new Login("dummy", "a-guess"), "8", VISA, amount);
    var strange = TransferAcc.of(new Login("nobody", "dummy123"), "999", VISA, amount);
    var unwelcome = TransferAcc.of(new Login("xxx", "xxx123"), "8", VISA, amount);

    assertThat(no(counter.ask(Mmbc.TRANSFER_ACC, forged))).isEqualTo(Sentence.LOGIN);
    assertThat(no(counter.ask(Mmbc.TRANSFER_ACC, strange))).isEqualTo(Sentence.LOGIN);
    assertThat(no(counter.ask(Mmbc.TRANSFER_ACC, unwelcome))).isEqualTo(Sentence.NOT_ALLOWED);
    assertThat(counter.rows()).isEmpty();
  }
}
