package id.sakelar.simulator.digiswitch;

import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row;
import id.sakelar.simulator.Row.State;
import id.sakelar.wire.digiswitch.Account;
import id.sakelar.wire.digiswitch.Answer;
import id.sakelar.wire.digiswitch.BalanceQuestion;
import id.sakelar.wire.digiswitch.Command;
import id.sakelar.wire.digiswitch.Digiswitch;
import id.sakelar.wire.digiswitch.PriceListQuestion;
import id.sakelar.wire.digiswitch.PriceListQuestion.Kind;
import id.sakelar.wire.digiswitch.Reply;
import id.sakelar.wire.digiswitch.Spelling;
import id.sakelar.wire.digiswitch.Transaction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A simulated Digiswitch takes payments by the rules that are published, and each once.
class PaymentTest {
  private static final Instant NIGHT = Instant.parse("2026-01-05T16:59:59Z");
  private static final String ELECTRICITY = "551234567890";

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
  void fifty_payments_of_one_reference_are_booked_once() throws Exception {
    counter.inquire("pln", ELECTRICITY, "ref-1");
    List<Callable<Answer>> pays = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      pays.add(() -> counter.pay("pln", ELECTRICITY, "ref-1"));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(pays);

      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(answers.getFirst().get());
        assertThat(answer.get().verdict().rc()).isEqualTo("00");
      }
    }
    assertThat(rows()).hasSize(1);
  }

  @Test
  void the_book_says_what_was_taken() throws Exception {
    var paid = counter.pay("pln", ELECTRICITY, "ref-1");

    var row = rows().getFirst();
    assertThat(row.reference()).isEqualTo("ref-1");
    assertThat(row.serial()).isEqualTo(paid.sn().orElseThrow()).matches("S[0-9A-F]{16}");
    assertThat(row.product()).isEqualTo("pln");
    assertThat(row.customer()).isEqualTo("********7890");
    assertThat(row.price()).isEqualTo(paid.bill().price().orElseThrow());
    assertThat(row.at()).isEqualTo(Instant.parse("2026-01-05T05:00:00Z"));
    assertThat(row.state(row.at())).isEqualTo(State.PAID);
  }

  @Test
  void what_was_told_of_a_payment_is_told_again_after_a_restart() throws Exception {
    var amount = Rupiah.of(50_000);
    var inquiry = Counter.asks(Command.INQUIRY, "emoney", "082100000001", "ref-1");
    counter.ask(Spelling.DIGISWITCH, inquiry.withAmount(amount));
    var paid = counter.pay("emoney", "082100000001", "ref-1");
    counter.close();

    counter = Counter.open(directory);

    assertThat(paid.bill().sellingPrice()).contains(Rupiah.of(52_500));
    assertThat(paid.bill().price()).contains(Rupiah.of(52_000));
    assertThat(counter.pay("emoney", "082100000001", "ref-1")).isEqualTo(paid);
    assertThat(counter.status("emoney", "082100000001", "ref-1")).isEqualTo(paid);
    assertThat(rows()).hasSize(1);
  }

  @Test
  void the_balance_falls_by_what_is_paid_and_rises_when_a_pending_payment_fails() throws Exception {
    var before = balance();
    counter.pay("pln", "630000000006", "ref-1");
    counter.pay("pln", "530000000001", "ref-2");
    assertThat(balance()).isEqualTo(before.minus(Rupiah.of(20_000)));

    counter.pass(Counter.PENDING_FOR);

    assertThat(balance()).isEqualTo(before.minus(Rupiah.of(10_000)));
  }

  @Test
  void a_pending_payment_is_pending_to_the_last_moment() throws Exception {
    counter.pay("pln", "630000000001", "ref-1");

    counter.pass(Counter.PENDING_FOR.minusNanos(1));
    assertThat(rc(counter.status("pln", "630000000001", "ref-1"))).isEqualTo("03");
    counter.pass(Duration.ofNanos(1));
    assertThat(rc(counter.status("pln", "630000000001", "ref-1"))).isEqualTo("00");
  }

  @Test
  void a_bill_of_yesterday_in_jakarta_is_not_found() throws Exception {
    counter.setNow(NIGHT);
    counter.inquire("pln", ELECTRICITY, "ref-1");
    counter.inquire("pln", ELECTRICITY, "ref-2");
    assertThat(rc(counter.pay("pln", ELECTRICITY, "ref-1"))).isEqualTo("00");

    counter.pass(Duration.ofSeconds(1));

    assertThat(rc(counter.pay("pln", ELECTRICITY, "ref-2"))).isEqualTo("50");
    assertThat(rc(counter.status("pln", ELECTRICITY, "ref-2"))).isEqualTo("50");
    assertThat(rc(counter.pay("pln", ELECTRICITY, "ref-1"))).isEqualTo("00");
  }

  @ParameterizedTest
  @CsvSource({"pln, 551234567891", "pdam, 7712345"})
  void a_reference_is_good_for_one_bill(String code, String customer) throws Exception {
    counter.inquire("pln", ELECTRICITY, "ref-1");
    assertThat(rc(counter.inquire(code, customer, "ref-1"))).isEqualTo("49");
    assertThat(rc(counter.pay(code, customer, "ref-1"))).isEqualTo("49");
    assertThat(rows()).isEmpty();

    counter.pay("pln", ELECTRICITY, "ref-1");

    assertThat(rc(counter.inquire(code, customer, "ref-1"))).isEqualTo("49");
    assertThat(rc(counter.inquire("pln", ELECTRICITY, "ref-1"))).isEqualTo("49");
    assertThat(rc(counter.pay(code, customer, "ref-1"))).isEqualTo("49");
    assertThat(rc(counter.status(code, customer, "ref-1"))).isEqualTo("49");
    assertThat(rows()).hasSize(1);
  }

  @Test
  void a_refusal_stays_one_after_its_reason_has_gone() throws Exception {
    assertThat(rc(counter.pay("pln", "530000000009", "ref-1"))).isEqualTo("54");

    assertThat(rc(counter.status("pln", "530000000009", "ref-1"))).isEqualTo("54");
    assertThat(rows()).extracting(it -> it.state(it.at())).containsExactly(State.FAILED);
    assertThat(counter.biller.book().charged(NIGHT)).isEqualTo(Rupiah.ZERO);
  }

  @ParameterizedTest
  @CsvSource({"0, 84", "1000000001, 84", "10500, 87", "10000, 00"})
  void an_amount_is_whole_thousands_for_a_wallet(long amount, String rc) throws Exception {
    var inquiry = Counter.asks(Command.INQUIRY, "emoney", "082100000001", "ref-1");

    var answer = counter.ask(Spelling.DIGISWITCH, inquiry.withAmount(Rupiah.of(amount)));

    assertThat(rc(answer)).isEqualTo(rc);
  }

  @Test
  void a_payment_pays_the_amount_of_its_inquiry_and_no_other() throws Exception {
    var inquiry = Counter.asks(Command.INQUIRY, "kirimuang", "5830000004", "ref-1");
    var payment = Counter.asks(Command.PAYMENT, "kirimuang", "5830000004", "ref-1");
    counter.ask(Spelling.DIGISWITCH, inquiry.withAmount(Rupiah.of(10_500)));

    var answer = counter.ask(Spelling.DIGISWITCH, payment.withAmount(Rupiah.of(20_500)));

    assertThat(rc(answer)).isEqualTo("84");
    assertThat(counter.biller.book().charged(NIGHT)).isEqualTo(Rupiah.ZERO);
  }

  @Test
  void blanks_around_the_parts_of_a_number_make_no_difference() throws Exception {
    var paid = counter.pay("samsat", "9658548523568703, 0212502110170100", "ref-1");

    var told = counter.status("samsat", "9658548523568703,0212502110170100", "ref-1");

    assertThat(told.bill()).isEqualTo(paid.bill());
    assertThat(paid.echo().customerNo()).isEqualTo("9658548523568703, 0212502110170100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"550000000000", "550000000001", "559999999999", ELECTRICITY})
  void a_made_up_bill_is_the_same_at_every_look(String customer) throws Exception {
    var one = counter.inquire("pln", customer, "ref-1").bill();
    var two = counter.inquire("pln", customer, "ref-2").bill();

    assertThat(two).isEqualTo(one);
    var amount = one.sellingPrice().orElseThrow().minus(one.admin().orElseThrow());
    assertThat(amount).isBetween(Rupiah.of(20_000), Rupiah.of(500_000));
    assertThat(amount.isWhole()).isTrue();
    assertThat(one.sellingPrice().orElseThrow().minus(one.price().orElseThrow()))
        .isEqualTo(Rupiah.of(1_000));
  }

  @ParameterizedTest
  @CsvSource({"pln, 55123456789, 54", "pln, 5512345678901, 57", "pdam, 771234, 54"})
  void a_made_up_number_has_its_length(String code, String customer, String rc) throws Exception {
    assertThat(rc(counter.inquire(code, customer, "ref-1"))).isEqualTo(rc);
  }

  @Test
  void neighbours_owe_different_amounts() throws Exception {
    var one = counter.inquire("pdam", "7700001", "ref-1").bill().sellingPrice();
    var two = counter.inquire("pdam", "7700002", "ref-2").bill().sellingPrice();

    assertThat(one).isPresent().isNotEqualTo(two);
  }

  @Test
  void a_stranger_is_told_nothing() throws Exception {
    var strange = new Account("nobody", "sandbox-api-key");
    var forged = new Account("your-username", "a-guess");

    assertThat(rc(pay(strange))).isEqualTo("42");
    assertThat(rc(pay(forged))).isEqualTo("41");
    assertThat(rows()).isEmpty();
    var words = Digiswitch.in(Spelling.DIGISWITCH);
    assertThat(counter.tell(words.balance(), BalanceQuestion.by(forged)))
        .isInstanceOf(Reply.Refused.class);
    assertThat(counter.tell(words.priceList(), PriceListQuestion.by(strange, Kind.POSTPAID)))
        .isInstanceOf(Reply.Refused.class);
  }

  @Test
  void nothing_is_sold_in_advance() throws Exception {
    var asked = Counter.asks(Command.TOP_UP, "xld10", "087800001230", "ref-1");

    assertThat(rc(counter.ask(Spelling.DIGISWITCH, asked))).isEqualTo("43");
  }

  @Test
  void both_spellings_ask_about_the_same_payment() throws Exception {
    counter.pay("pbb", "329801092375999991", "ref-1");

    var asked = Counter.asks(Command.STATUS, "cimahi", "329801092375999991", "ref-1");
    var told = counter.ask(Spelling.DIGIFLAZZ, asked);

    assertThat(rc(told)).isEqualTo("00");
    assertThat(told.echo().code()).isEqualTo("cimahi");
  }

  private Answer pay(Account account) throws Exception {
    var asked = Transaction.by(account, Command.PAYMENT, "pln", ELECTRICITY, "ref-1");
    return counter.ask(Spelling.DIGISWITCH, asked);
  }

  private Rupiah balance() throws Exception {
    var words = Digiswitch.in(Spelling.DIGISWITCH).balance();
    var reply = counter.tell(words, BalanceQuestion.by(Counter.ACCOUNT));
    return ((Reply.Answered<Rupiah>) reply).answer();
  }

  private List<Row> rows() {
    return counter.biller.book().listAfter(0, 1_000);
  }

  private static String rc(Answer answer) {
    return answer.verdict().rc();
  }
}
