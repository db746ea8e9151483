package id.sakelar.simulator.iak;

import static id.sakelar.simulator.iak.Counter.CUSTOMER;
import static id.sakelar.simulator.iak.Counter.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.http.NotSent;
import id.sakelar.http.Unheard;
import id.sakelar.simulator.Row.State;
import id.sakelar.simulator.Temper;
import id.sakelar.simulator.Temper.Closed;
import id.sakelar.simulator.Temper.Latency;
import id.sakelar.simulator.Temper.Shares;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Payment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A bad temper is felt by the caller as it was ordered, and the book knows what really happened.
class MisbehaviourTest {
  private static final String PLN = "PLNPOSTPAID";

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
  void one_that_hangs_up_has_taken_the_money() throws Exception {
    long trId = counter.quote(PLN, CUSTOMER, "ref-1");
    set(Temper.EVEN.withShares(new Shares(0, 100, 0, 0, 0)));

    assertThatThrownBy(() -> counter.pay(trId)).isInstanceOf(Unheard.class);

    assertStates(State.PAID);
    assertThat(code(counter.status("ref-1"))).isEqualTo("00");
  }

  @Test
  void garbage_after_the_booking_hides_a_payment() throws Exception {
    long trId = counter.quote(PLN, CUSTOMER, "ref-1");
    set(Temper.EVEN.withShares(new Shares(0, 0, 0, 100, 0)));

    assertThatThrownBy(() -> counter.pay(trId)).isInstanceOf(Garbled.class);

    assertStates(State.PAID);
  }

  @Test
  void garbage_before_the_booking_hides_that_nothing_happened() throws Exception {
    long trId = counter.quote(PLN, CUSTOMER, "ref-1");
    set(Temper.EVEN.withShares(new Shares(0, 0, 100, 0, 0)));

    assertThatThrownBy(() -> counter.pay(trId)).isInstanceOf(Garbled.class);

    assertStates();
    assertThat(code(counter.status("ref-1"))).isEqualTo("42");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void no_garbage_can_be_read_in_either_format(Format format) throws Exception {
    set(Temper.EVEN.withShares(new Shares(0, 0, 50, 50, 0)));

    for (int i = 0; i < 40; i++) {
      var payment = Payment.by(Counter.ACCOUNT, counter.quote(PLN, CUSTOMER, "ref-" + i));
      assertThatThrownBy(() -> counter.ask(format, payment)).isInstanceOf(Garbled.class);
    }

    assertThat(counter.rows()).hasSizeBetween(5, 35);
  }

  @Test
  void a_refusal_is_final_and_in_the_book() throws Exception {
    long trId = counter.quote(PLN, CUSTOMER, "ref-1");
    set(Temper.EVEN.withShares(new Shares(100, 0, 0, 0, 0)));
    assertThat(code(counter.pay(trId))).isEqualTo("37");

    set(Temper.EVEN);

    assertThat(code(counter.pay(trId))).isEqualTo("37");
    assertThat(code(counter.status("ref-1"))).isEqualTo("37");
    assertStates(State.FAILED);
  }

  @Test
  void nobody_refuses_what_he_has_taken() throws Exception {
    long trId = counter.quote(PLN, CUSTOMER, "ref-1");
    assertThat(code(counter.pay(trId))).isEqualTo("00");

    set(Temper.EVEN.withShares(new Shares(100, 0, 0, 0, 0)));
    assertThat(code(counter.pay(trId))).isEqualTo("00");
    set(Temper.EVEN.withClosed(Closed.PRODUCT));
    assertThat(code(counter.pay(trId))).isEqualTo("00");
  }

  @Test
  void a_late_answer_finds_nobody_listening() throws Exception {
    counter.close();
    counter = Counter.open(directory, Duration.ofSeconds(2));
    long trId = counter.quote(PLN, CUSTOMER, "ref-1");
    set(Temper.EVEN.withShares(new Shares(0, 0, 0, 0, 100)).withLateness(Duration.ofHours(1)));

    assertThatThrownBy(() -> counter.pay(trId)).isInstanceOf(Unheard.class);

    assertStates(State.PAID);
  }

  @Test
  void latency_holds_payments_back_and_other_calls_only_if_told() throws Exception {
    counter.close();
    counter = Counter.open(directory, Duration.ofSeconds(2));
    set(Temper.EVEN.withLatency(new Latency(Latency.LONGEST, Latency.LONGEST, false)));
    long trId = counter.quote(PLN, CUSTOMER, "ref-1");
    assertThatThrownBy(() -> counter.pay(trId)).isInstanceOf(Unheard.class);

    set(Temper.EVEN.withLatency(new Latency(Latency.LONGEST, Latency.LONGEST, true)));

    assertThatThrownBy(() -> counter.inquire(PLN, CUSTOMER, "ref-2")).isInstanceOf(Unheard.class);
    assertThatThrownBy(() -> counter.balance()).isInstanceOf(Unheard.class);
  }

  @Test
  void a_closed_product_is_neither_shown_nor_sold() throws Exception {
    long trId = counter.quote(PLN, CUSTOMER, "ref-1");
    set(Temper.EVEN.withClosed(Closed.PRODUCT));

    assertThat(code(counter.inquire(PLN, CUSTOMER, "ref-2"))).isEqualTo("106");
    assertThat(code(counter.inquire("NOTHING", CUSTOMER, "ref-2"))).isEqualTo("20");
    assertThat(code(counter.pay(trId))).isEqualTo("106");
    assertStates(State.FAILED);
    set(Temper.EVEN);
    assertThat(code(counter.pay(trId))).isEqualTo("106");
  }

  @Test
  void a_closed_biller_is_not_reached_until_it_opens_again() throws Exception {
    int port = counter.biller.port();
    long trId = counter.quote(PLN, CUSTOMER, "ref-1");

    set(Temper.EVEN.withClosed(Closed.CONNECTIONS));
    assertThatThrownBy(() -> counter.pay(trId)).isInstanceOf(NotSent.class);
    set(Temper.EVEN);

    assertThat(counter.biller.port()).isEqualTo(port);
    assertThat(code(counter.pay(trId))).isEqualTo("00");
    assertStates(State.PAID);
  }

  @Test
  void the_same_seed_gives_the_same_day() throws Exception {
    var first = day();
    counter.close();
    counter = Counter.open(directory.resolve("again"));

    assertThat(day()).isEqualTo(first).contains("00", "37", "unheard", "garbled");
  }

  private List<String> day() throws Exception {
    set(Temper.EVEN.withShares(new Shares(20, 20, 10, 10, 0)));
    List<String> day = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      day.add(outcome(counter.quote(PLN, CUSTOMER, "ref-" + i)));
    }
    return day;
  }

  private String outcome(long trId) throws Exception {
    try {
      return code(counter.pay(trId));
    } catch (Unheard | Garbled e) {
      return e.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
  }

  private void set(Temper temper) {
    counter.biller.change(temper);
  }

  private void assertStates(State... states) {
    assertThat(counter.rows()).extracting(it -> it.state(it.at())).containsExactly(states);
  }
}
