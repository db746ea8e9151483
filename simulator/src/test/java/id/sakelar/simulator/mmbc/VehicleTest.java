package id.sakelar.simulator.mmbc;

import static id.sakelar.simulator.mmbc.Counter.no;
import static id.sakelar.simulator.mmbc.Counter.ok;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row;
import id.sakelar.simulator.Row.State;
import id.sakelar.wire.mmbc.Echo;
import id.sakelar.wire.mmbc.InquiryEsamsat;
import id.sakelar.wire.mmbc.Login;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.PayEsamsat;
import id.sakelar.wire.mmbc.Refusal;
import id.sakelar.wire.mmbc.Reply;
import id.sakelar.wire.mmbc.SamsatBill;
import id.sakelar.wire.mmbc.SamsatReceipt;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A simulated MMBC takes vehicle tax by the rules of the document: each invoice once, and on its
/// day.
class VehicleTest {
  private static final String OWNER = "3201234567890123";
  private static final String CHASSIS = "MH1ABC0DEF1234567";
  private static final Instant NIGHT = Instant.parse("2026-01-05T16:59:59Z");

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
  void fifty_payments_of_one_invoice_are_booked_once() throws Exception {
    String invoice = ok(counter.inquire(OWNER, CHASSIS)).invoice();
    List<Callable<Reply<SamsatReceipt>>> pays = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      var asked = new PayEsamsat(Counter.LOGIN, invoice, Optional.of("ref-" + i));
      pays.add(() -> counter.ask(Mmbc.PAY_ESAMSAT, asked));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(pays);

      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(answers.getFirst().get());
        assertThat(ok(answer.get()).status()).isEqualTo(Status.CONFIRM);
      }
    }
    assertThat(counter.rows()).hasSize(1);
  }

  @Test
  void the_book_says_what_was_taken() throws Exception {
    var bill = ok(counter.inquire(OWNER, CHASSIS));
    var asked = new PayEsamsat(Counter.LOGIN, bill.invoice(), Optional.of("ref-1"));

    var paid = ok(counter.ask(Mmbc.PAY_ESAMSAT, asked));

    var row = counter.rows().getFirst();
    assertThat(row.reference()).isEqualTo("ref-1");
    assertThat(row.serial()).isEqualTo(paid.referenceNumber()).matches("[0-9A-F]{32}");
    assertThat(row.product()).isEqualTo("SAMSAT_JABAR");
    assertThat(row.customer()).isEqualTo("*************4567");
    assertThat(row.price()).isEqualTo(paid.vehicle().total());
    assertThat(row.state(row.at())).isEqualTo(State.PAID);
    assertThat(paid.traceNumber()).matches("[0-9]{6}");
    assertThat(paid.tanggal()).isEqualTo(LocalDateTime.of(2026, 1, 5, 12, 0));
    assertThat(paid.vehicle()).isEqualTo(bill.vehicle());
    assertThat(bill.invoice()).matches("[0-9]{11}");
  }

  @Test
  void a_made_up_bill_is_the_same_at_every_look_and_adds_up() throws Exception {
    var one = ok(counter.inquire(OWNER, CHASSIS));
    var two = ok(counter.inquire(OWNER, CHASSIS));
    var other = ok(counter.inquire(OWNER, "MH1ABC0DEF1234568"));

    assertThat(two.vehicle()).isEqualTo(one.vehicle());
    assertThat(two.invoice()).isNotEqualTo(one.invoice());
    assertThat(other.vehicle().total()).isNotEqualTo(one.vehicle().total());
    assertThat(one.vehicle().tax().pkb().orElseThrow())
        .isBetween(Rupiah.of(100_000), Rupiah.of(2_000_000));
    assertThat(one.vehicle().total())
        .isEqualTo(
            one.vehicle().tax().pkb().orElseThrow().plus(Rupiah.of(35_000)).plus(Rupiah.of(5_000)));
  }

  @ParameterizedTest
  @CsvSource({"2, CONFIRM, 250000", "3, REFUND, 0"})
  void a_pending_payment_is_pending_to_the_last_moment(int which, Status ending, long charged)
      throws Exception {
    String invoice = ok(inquire(which)).invoice();
    assertThat(ok(counter.pay(invoice)).status()).isEqualTo(Status.PENDING);

    counter.pass(Counter.PENDING_FOR.minusNanos(1));
    assertThat(ok(counter.status(invoice)).status()).isEqualTo(Status.PENDING);
    assertThat(ok(counter.status(invoice)).referenceNumber()).isEmpty();
    counter.pass(Duration.ofNanos(1));

    assertThat(ok(counter.status(invoice)).status()).isEqualTo(ending);
    assertThat(counter.pay(invoice)).isEqualTo(counter.status(invoice));
    assertThat(counter.biller.book().charged(Counter.NOON.plus(Counter.PENDING_FOR)))
        .isEqualTo(Rupiah.of(charged));
  }

  @Test
  void a_payment_that_is_given_back_costs_nothing() throws Exception {
    String invoice = ok(inquire(5)).invoice();

    assertThat(ok(counter.pay(invoice)).status()).isEqualTo(Status.REFUND);
    assertThat(ok(counter.status(invoice)).status()).isEqualTo(Status.REFUND);
    assertThat(counter.biller.book().charged(Counter.NOON)).isEqualTo(Rupiah.ZERO);
  }

  @Test
  void a_refused_payment_stays_refused() throws Exception {
    String invoice = ok(inquire(4)).invoice();

    assertThat(no(counter.pay(invoice))).isEqualTo(Sentence.FAILED);

    assertThat(no(counter.pay(invoice))).isEqualTo(Sentence.FAILED);
    assertThat(no(counter.status(invoice))).isEqualTo(Sentence.FAILURE_INVOICE);
    assertThat(counter.rows()).extracting(it -> it.state(it.at())).containsExactly(State.FAILED);
    assertThat(counter.biller.book().charged(Counter.NOON)).isEqualTo(Rupiah.ZERO);
  }

  @ParameterizedTest
  @CsvSource({"6, ALREADY_PAID", "7, NOT_YET_DUE", "8, PLATES_DUE"})
  void a_refused_inquiry_uses_an_invoice_up_that_nobody_can_pay(int which, Sentence why)
      throws Exception {
    var refused = inquire(which);
    assertThat(no(refused)).isEqualTo(why);

    String invoice = echo(refused).invoice();

    assertThat(invoice).matches("[0-9]{11}");
    assertThat(no(counter.status(invoice))).isEqualTo(Sentence.FAILURE_INVOICE);
    assertThat(no(counter.pay(invoice))).isEqualTo(why);
    assertThat(ok(counter.inquire(OWNER, CHASSIS)).invoice()).isGreaterThan(invoice);
  }

  @Test
  void a_known_vehicle_has_to_be_asked_for_under_its_owner() throws Exception {
    assertThat(no(counter.inquire(OWNER, "MH328D204AK4010000"))).isEqualTo(Sentence.DATA_NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({"SAMSAT_JATENG, CLOSED", "SAMSAT_BALI, PRODUCT"})
  void a_region_has_to_be_there_and_open(String product, Sentence why) throws Exception {
    var asked = new InquiryEsamsat(Counter.LOGIN, product, OWNER, CHASSIS);

    var refused = counter.ask(Mmbc.INQUIRY_ESAMSAT, asked);

    assertThat(no(refused)).isEqualTo(why);
    assertThat(echo(refused).withInvoice("")).isEqualTo(new Echo(product, "", OWNER, CHASSIS));
  }

  @Test
  void a_bill_of_yesterday_in_jakarta_cannot_be_paid() throws Exception {
    counter.setNow(NIGHT);
    String one = ok(counter.inquire(OWNER, CHASSIS)).invoice();
    String two = ok(counter.inquire(OWNER, CHASSIS)).invoice();
    assertThat(ok(counter.pay(one)).status()).isEqualTo(Status.CONFIRM);

    counter.pass(Duration.ofSeconds(1));

    assertThat(no(counter.pay(two))).isEqualTo(Sentence.INQUIRY_OVER);
    assertThat(ok(counter.pay(one)).status()).isEqualTo(Status.CONFIRM);
    assertThat(counter.rows()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"11111111111", "22222222222", "33333333333"})
  void a_printed_inquiry_is_open_on_any_day(String invoice) throws Exception {
    assertThat(ok(counter.status(invoice)).status()).isEqualTo(Status.INQUIRY);
    counter.pass(Duration.ofDays(400));

    var paid = ok(counter.pay(invoice));

    assertThat(paid.invoice()).isEqualTo(invoice);
    assertThat(counter.rows()).extracting(Row::reference).containsExactly(invoice);
  }

  @Test
  void what_was_told_is_told_again_after_a_restart() throws Exception {
    var bill = ok(counter.inquire(OWNER, CHASSIS));
    String paid = ok(counter.inquire(OWNER, CHASSIS)).invoice();
    var asked = new PayEsamsat(Counter.LOGIN, paid, Optional.of("ref-1"));
    var told = counter.ask(Mmbc.PAY_ESAMSAT, asked);
    String refused = ok(inquire(4)).invoice();
    assertThat(no(counter.pay(refused))).isEqualTo(Sentence.FAILED);
    counter.close();

    counter = Counter.open(directory);

    assertThat(counter.status(paid)).isEqualTo(told);
    assertThat(counter.pay(paid)).isEqualTo(told);
    assertThat(no(counter.pay(refused))).isEqualTo(Sentence.FAILED);
    assertThat(ok(counter.status(bill.invoice())).status()).isEqualTo(Status.INQUIRY);
    assertThat(ok(counter.pay(bill.invoice())).vehicle()).isEqualTo(bill.vehicle());
    assertThat(ok(counter.inquire(OWNER, CHASSIS)).invoice()).isGreaterThan(refused);
    assertThat(counter.rows())
        .extracting(Row::reference)
        .containsExactly("ref-1", refused, bill.invoice());
  }

  @Test
  void an_invoice_nobody_has_is_a_failure() throws Exception {
    var unpaid = counter.pay("70000000001");
    assertThat(no(unpaid)).isEqualTo(Sentence.NOT_FOUND);
    assertThat(echo(unpaid)).isEqualTo(Echo.NONE.withInvoice("70000000001"));

    assertThat(counter.status("70000000001"))
        .isEqualTo(Reply.no(new Refusal.OfInvoice("Failure Invoice 70000000001!")));
  }

  @Test
  void a_stranger_is_told_nothing() throws Exception {
    var forged = new PayEsamsat(new Login("dummy", "a-guess"), "11111111111", Optional.empty());

    assertThat(no(counter.ask(Mmbc.PAY_ESAMSAT, forged))).isEqualTo(Sentence.LOGIN);

    assertThat(counter.rows()).isEmpty();
  }

  private Reply<SamsatBill> inquire(int which) throws Exception {
    return counter.inquire("320101010101000" + which, "MHSAKELAR0000000" + which);
  }

  private static Echo echo(Reply<?> reply) {
    var refusal = ((Reply.No<?>) reply).refusal();
    return ((Refusal.OfVehicle) refusal).echo();
  }
}
