package id.sakelar.simulator.iak;

import static id.sakelar.simulator.iak.Counter.CUSTOMER;
import static id.sakelar.simulator.iak.Counter.answer;
import static id.sakelar.simulator.iak.Counter.code;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row.State;
import id.sakelar.wire.iak.Account;
import id.sakelar.wire.iak.Answer;
import id.sakelar.wire.iak.BalanceQuestion;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.Inquiry;
import id.sakelar.wire.iak.Payment;
import id.sakelar.wire.iak.PriceListQuestion;
import id.sakelar.wire.iak.Reply;
import id.sakelar.wire.iak.StatusQuestion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A simulated IAK takes payments by the rules that are published, and each once.
class PaymentTest {
  private static final Instant NIGHT = Instant.parse("2026-01-05T16:59:59Z");
  private static final String PLN = "PLNPOSTPAID";
  private static final long PRINTED = 9_732_789;

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
  void fifty_payments_of_one_inquiry_are_booked_once() throws Exception {
    long trId = counter.quote(PLN, CUSTOMER, "ref-1");
    List<Callable<Reply<Answer>>> pays = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      pays.add(() -> counter.pay(trId));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(pays);

      for (var each : answers) {
        assertThat(each.get()).isEqualTo(answers.getFirst().get());
        assertThat(code(each.get())).isEqualTo("00");
      }
    }
    assertThat(counter.rows()).hasSize(1);
  }

  @Test
  void fifty_inquiries_of_one_reference_have_one_number() throws Exception {
    List<Callable<Reply<Answer>>> inquiries = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      inquiries.add(() -> counter.inquire(PLN, CUSTOMER, "ref-1"));
    }

    List<String> codes = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : threads.invokeAll(inquiries)) {
        codes.add(code(each.get()));
      }
    }

    assertThat(codes).hasSize(50).containsOnlyOnce("00").containsOnly("00", "11");
  }

  @Test
  void the_book_says_what_was_taken() throws Exception {
    long trId = counter.quote(PLN, CUSTOMER, "ref-1");

    var paid = answer(counter.pay(trId));

    var row = counter.rows().getFirst();
    assertThat(row.reference()).isEqualTo("ref-1");
    assertThat(row.serial())
        .isEqualTo(paid.booking().noref().orElseThrow())
        .matches("[0-9A-F]{32}");
    assertThat(row.product()).isEqualTo(PLN);
    assertThat(row.customer()).isEqualTo("********7890");
    assertThat(row.price()).isEqualTo(paid.owed().sellingPrice());
    assertThat(row.at()).isEqualTo(Instant.parse("2026-01-05T05:00:00Z"));
    assertThat(row.state(row.at())).isEqualTo(State.PAID);
    assertThat(paid.booking().datetime()).contains(LocalDateTime.parse("2026-01-05T12:00:00"));
  }

  @Test
  void what_was_told_is_told_again_after_a_restart() throws Exception {
    long paidId = counter.quote("SHOPEEPAY", "082100000001", "ref-paid");
    long pendingId = counter.quote(PLN, "530000000007", "ref-pending");
    long failedId = counter.quote(PLN, "530000000008", "ref-failed");
    var paid = counter.pay(paidId);
    var pending = counter.pay(pendingId);
    var failed = counter.pay(failedId);
    var balance = counter.balance();
    counter.close();

    counter = Counter.open(directory);

    assertThat(counter.balance()).isEqualTo(balance);
    assertThat(counter.rows()).hasSize(3);
    assertThat(answer(counter.pay(paidId)).owed()).isEqualTo(answer(paid).owed());
    assertThat(answer(counter.pay(paidId)).booking().noref())
        .isEqualTo(answer(paid).booking().noref());
    assertThat(code(counter.pay(pendingId))).isEqualTo(code(pending)).isEqualTo("39");
    assertThat(counter.pay(failedId)).isEqualTo(failed);
    assertThat(counter.rows()).hasSize(3);
  }

  @Test
  void an_inquiry_can_be_paid_after_a_restart_and_no_number_comes_twice() throws Exception {
    var numbers = new HashSet<Long>();
    long open = counter.quote(PLN, CUSTOMER, "ref-0");
    numbers.add(open);
    for (int i = 1; i < 4; i++) {
      numbers.add(counter.quote(PLN, CUSTOMER, "ref-" + i));
      counter.close();
      counter = Counter.open(directory);
    }

    assertThat(numbers).hasSize(4).doesNotContain(PRINTED);
    assertThat(code(counter.inquire(PLN, CUSTOMER, "ref-1"))).isEqualTo("11");
    assertThat(code(counter.pay(open))).isEqualTo("00");
  }

  @Test
  void a_payment_stays_what_it_was_when_numbers_are_read_differently() throws Exception {
    var number = "01783001";
    long trId = counter.quote("CBN", number, "ref-1");
    var paid = counter.pay(trId);
    counter.close();

    counter = Counter.open(directory, Scheme.B);

    assertThat(code(counter.inquire("CBN", number, "ref-2"))).isEqualTo("14");
    assertThat(counter.pay(trId)).isEqualTo(paid);
    assertThat(code(counter.status("ref-1"))).isEqualTo("00");
  }

  @Test
  void the_printed_inquiry_is_paid_once_on_any_day_and_stays_paid() throws Exception {
    assertThat(code(counter.status("09128374652"))).isEqualTo("42");
    assertThat(code(counter.inquire("FNMEGA", "6391601201", "09128374652"))).isEqualTo("11");
    counter.pass(Duration.ofDays(400));

    var paid = counter.pay(PRINTED);

    assertThat(answer(paid).booking().noref()).contains("49911296");
    assertThat(counter.pay(PRINTED)).isEqualTo(paid);
    counter.close();
    counter = Counter.open(directory);
    counter.pass(Duration.ofDays(800));
    assertThat(counter.pay(PRINTED)).isEqualTo(paid);
    assertThat(counter.rows()).hasSize(1);
  }

  @Test
  void the_balance_falls_by_what_leaves_the_deposit_and_by_nothing_else() throws Exception {
    var before = counter.balance();
    for (String number : List.of("530000000001", "530000000006", "530000000008")) {
      counter.pay(counter.quote(PLN, number, "ref-" + number));
    }
    assertThat(counter.balance()).isEqualTo(before.minus(Rupiah.of(301_900)));

    var pending = answer(counter.pay(counter.quote(PLN, "530000000007", "ref-2")));

    assertThat(counter.balance()).isEqualTo(before.minus(Rupiah.of(603_800)));
    assertThat(pending.booking().balance()).contains(counter.balance());
  }

  @Test
  void a_pending_payment_is_pending_to_the_last_moment() throws Exception {
    counter.pay(counter.quote(PLN, "530000000007", "ref-1"));

    counter.pass(Counter.PENDING_FOR.minusNanos(1));
    assertThat(code(counter.status("ref-1"))).isEqualTo("39");
    counter.pass(Duration.ofNanos(1));
    assertThat(code(counter.status("ref-1"))).isEqualTo("00");
  }

  @Test
  void a_bill_of_yesterday_in_jakarta_has_expired() throws Exception {
    counter.setNow(NIGHT);
    long paid = counter.quote(PLN, CUSTOMER, "ref-1");
    long open = counter.quote(PLN, CUSTOMER, "ref-2");
    assertThat(code(counter.pay(paid))).isEqualTo("00");

    counter.pass(Duration.ofSeconds(1));

    assertThat(code(counter.pay(open))).isEqualTo("04");
    assertThat(code(counter.status("ref-2"))).isEqualTo("42");
    assertThat(code(counter.pay(paid))).isEqualTo("00");
    assertThat(counter.rows()).hasSize(1);
  }

  @Test
  void an_inquiry_that_was_refused_leaves_its_reference_free() throws Exception {
    assertThat(code(counter.inquire(PLN, "530000000003", "ref-1"))).isEqualTo("103");
    assertThat(code(counter.inquire("NOTHING", CUSTOMER, "ref-1"))).isEqualTo("20");

    assertThat(code(counter.inquire(PLN, CUSTOMER, "ref-1"))).isEqualTo("00");
  }

  @Test
  void what_belongs_to_another_is_unknown() throws Exception {
    long trId = counter.quote(PLN, CUSTOMER, "ref-1");

    var pay = counter.ask(Format.JSON, Payment.by(Counter.OTHER, trId));
    var status = counter.ask(Format.JSON, StatusQuestion.by(Counter.OTHER, "ref-1"));

    assertThat(pay).isEqualTo(counter.pay(trId + 1)).isEqualTo(status);
    assertThat(code(pay)).isEqualTo("06");
    assertThat(counter.rows()).isEmpty();
    assertThat(code(counter.ask(Format.JSON, Payment.by(Counter.OTHER, PRINTED)))).isEqualTo("06");
  }

  @Test
  void a_stranger_is_told_nothing() throws Exception {
    var forged = new Account("123123123", "a-guess");
    long trId = counter.quote(PLN, CUSTOMER, "ref-1");

    assertThat(code(counter.ask(Format.XML, Payment.by(forged, trId)))).isEqualTo("100");
    assertThat(code(counter.ask(Format.JSON, Inquiry.by(forged, PLN, CUSTOMER, "ref-2"))))
        .isEqualTo("100");
    assertThat(counter.rows()).isEmpty();
    var balance = Iak.BALANCE.question().write(BalanceQuestion.by(forged));
    var told = Counter.message(counter.hear(Iak.BALANCE.path(), balance));
    assertThat(Iak.BALANCE.answer().read(told).balance()).isEmpty();
    var words = Iak.in(Format.JSON).priceList();
    var list = words.question().write(PriceListQuestion.by(forged));
    assertThat(words.answer().read(Counter.message(counter.hear(words.path(), list))))
        .isInstanceOf(Reply.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 93", "1000000001, 93", "1, 00", "1000000000, 00"})
  void an_open_amount_is_positive_and_not_too_large(long amount, String code) throws Exception {
    var asked = counter.inquiry("SHOPEEPAY", "082100000001", "ref-1").withAmount(Rupiah.of(amount));

    assertThat(code(counter.ask(Format.JSON, asked))).isEqualTo(code);
  }

  @Test
  void what_a_product_needs_has_to_be_said() throws Exception {
    var wallet = Inquiry.by(Counter.ACCOUNT, "SHOPEEPAY", "082100000001", "ref-1");
    var vehicle = Inquiry.by(Counter.ACCOUNT, "ESAMSAT.JABAR", "9658548523568701", "ref-2");

    assertThat(code(counter.ask(Format.JSON, wallet))).isEqualTo("93");
    assertThat(code(counter.ask(Format.JSON, vehicle))).isEqualTo("107");
  }

  @Test
  void a_payment_pays_the_amount_that_was_inquired() throws Exception {
    var asked = counter.inquiry("SHOPEEPAY", "082100000001", "ref-1");
    var quoted = answer(counter.ask(Format.JSON, asked.withAmount(Rupiah.of(54_321))));

    var paid = answer(counter.pay(quoted.echo().trId()));

    assertThat(paid.owed()).isEqualTo(quoted.owed());
    assertThat(paid.owed().price()).isEqualTo(Rupiah.of(55_121));
    assertThat(counter.biller.book().charged(NIGHT)).isEqualTo(Rupiah.of(54_671));
  }

  @Test
  void readings_come_with_the_payment_and_not_before() throws Exception {
    var quoted = answer(counter.inquire(PLN, "530000000007", "ref-1"));
    var pending = answer(counter.pay(quoted.echo().trId()));
    counter.pass(Counter.PENDING_FOR);

    var paid = answer(counter.status("ref-1"));

    assertThat(pending.owed()).isEqualTo(quoted.owed()).isNotEqualTo(paid.owed());
    assertThat(quoted.owed().desc().fields()).doesNotContainKey("lembar_tagihan_sisa");
    assertThat(paid.owed().desc().fields()).containsKey("lembar_tagihan_sisa");
  }

  @Test
  void month_and_year_are_those_that_were_asked_for() throws Exception {
    var health = counter.inquiry("BPJS", "8801234560001", "ref-1").withMonth(12);
    var land = counter.inquiry("PBBKOT.CIMAHI", "329801092375999901", "ref-2").withYear(2024);

    assertThat(answer(counter.ask(Format.JSON, health)).owed().period()).isEqualTo("12");
    assertThat(answer(counter.ask(Format.JSON, land)).owed().period()).isEqualTo("202409");
    assertThat(answer(counter.inquire("BPJS", "8801234560001", "ref-3")).owed().period())
        .isEqualTo("01");
  }
}
