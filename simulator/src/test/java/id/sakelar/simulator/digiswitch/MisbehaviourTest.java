package id.sakelar.simulator.digiswitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.http.NotSent;
import id.sakelar.http.Unheard;
import id.sakelar.simulator.Row;
import id.sakelar.simulator.Row.State;
import id.sakelar.simulator.Temper;
import id.sakelar.simulator.Temper.Closed;
import id.sakelar.simulator.Temper.Latency;
import id.sakelar.simulator.Temper.Shares;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.digiswitch.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bad temper is felt by the caller as it was ordered, and the book knows what really happened.
class MisbehaviourTest {
  private static final String CUSTOMER = "551234567890";

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
    set(Temper.EVEN.withShares(new Shares(0, 100, 0, 0, 0)));

    assertThatThrownBy(() -> counter.pay("pln", CUSTOMER, "ref-1")).isInstanceOf(Unheard.class);

    assertThat(rows()).extracting(it -> it.state(it.at())).containsExactly(State.PAID);
    assertThat(rc(counter.status("pln", CUSTOMER, "ref-1"))).isEqualTo("00");
  }

  @Test
  void garbage_after_the_booking_hides_a_payment() throws Exception {
    set(Temper.EVEN.withShares(new Shares(0, 0, 0, 100, 0)));

    assertThatThrownBy(() -> counter.pay("pln", CUSTOMER, "ref-1")).isInstanceOf(Garbled.class);

    assertThat(rows()).extracting(it -> it.state(it.at())).containsExactly(State.PAID);
  }

  @Test
  void garbage_before_the_booking_hides_that_nothing_happened() throws Exception {
    set(Temper.EVEN.withShares(new Shares(0, 0, 100, 0, 0)));

    assertThatThrownBy(() -> counter.pay("pln", CUSTOMER, "ref-1")).isInstanceOf(Garbled.class);

    assertThat(rows()).isEmpty();
    assertThat(rc(counter.status("pln", CUSTOMER, "ref-1"))).isEqualTo("50");
  }

  @Test
  void no_garbage_can_be_read() throws Exception {
    set(Temper.EVEN.withShares(new Shares(0, 0, 50, 50, 0)));

    for (int i = 0; i < 40; i++) {
      String reference = "ref-" + i;
      assertThatThrownBy(() -> counter.pay("pln", CUSTOMER, reference)).isInstanceOf(Garbled.class);
    }

    assertThat(rows()).hasSizeBetween(5, 35);
  }

  @Test
  void a_refusal_is_final_and_in_the_book() throws Exception {
    set(Temper.EVEN.withShares(new Shares(100, 0, 0, 0, 0)));
    assertThat(rc(counter.pay("pln", CUSTOMER, "ref-1"))).isEqualTo("02");

    set(Temper.EVEN);

    assertThat(rc(counter.pay("pln", CUSTOMER, "ref-1"))).isEqualTo("02");
    assertThat(rows()).extracting(it -> it.state(it.at())).containsExactly(State.FAILED);
  }

  @Test
  void nobody_refuses_what_he_has_taken() throws Exception {
    assertThat(rc(counter.pay("pln", CUSTOMER, "ref-1"))).isEqualTo("00");

    set(Temper.EVEN.withShares(new Shares(100, 0, 0, 0, 0)));
    assertThat(rc(counter.pay("pln", CUSTOMER, "ref-1"))).isEqualTo("00");
    set(Temper.EVEN.withClosed(Closed.PRODUCT));
    assertThat(rc(counter.pay("pln", CUSTOMER, "ref-1"))).isEqualTo("00");
  }

  @Test
  void a_late_answer_finds_nobody_listening() throws Exception {
    counter.close();
    counter = Counter.open(directory, Duration.ofSeconds(2));
    set(Temper.EVEN.withShares(new Shares(0, 0, 0, 0, 100)).withLateness(Duration.ofHours(1)));

    assertThatThrownBy(() -> counter.pay("pln", CUSTOMER, "ref-1")).isInstanceOf(Unheard.class);

    assertThat(rows()).extracting(it -> it.state(it.at())).containsExactly(State.PAID);
  }

  @Test
  void latency_holds_payments_back_and_other_calls_only_if_told() throws Exception {
    counter.close();
    counter = Counter.open(directory, Duration.ofSeconds(2));
    set(Temper.EVEN.withLatency(new Latency(Latency.LONGEST, Latency.LONGEST, false)));
    assertThatThrownBy(() -> counter.pay("pln", CUSTOMER, "ref-1")).isInstanceOf(Unheard.class);
    assertThat(rc(counter.inquire("pln", CUSTOMER, "ref-1"))).isEqualTo("00");

    set(Temper.EVEN.withLatency(new Latency(Latency.LONGEST, Latency.LONGEST, true)));

    assertThatThrownBy(() -> counter.inquire("pln", CUSTOMER, "ref-2")).isInstanceOf(Unheard.class);
  }

  @Test
  void a_closed_product_is_neither_shown_nor_sold() throws Exception {
    set(Temper.EVEN.withClosed(Closed.PRODUCT));

    assertThat(rc(counter.inquire("pln", CUSTOMER, "ref-1"))).isEqualTo("55");
    assertThat(rc(counter.pay("pln", CUSTOMER, "ref-1"))).isEqualTo("55");
    assertThat(rows()).extracting(it -> it.state(it.at())).containsExactly(State.FAILED);
  }

  @Test
  void a_closed_biller_is_not_reached_until_it_opens_again() throws Exception {
    int port = counter.biller.port();
    assertThat(rc(counter.pay("pln", CUSTOMER, "ref-1"))).isEqualTo("00");

    set(Temper.EVEN.withClosed(Closed.CONNECTIONS));
    assertThatThrownBy(() -> counter.pay("pln", CUSTOMER, "ref-2")).isInstanceOf(NotSent.class);
    set(Temper.EVEN);

    assertThat(counter.biller.port()).isEqualTo(port);
    assertThat(rc(counter.pay("pln", CUSTOMER, "ref-2"))).isEqualTo("00");
    assertThat(rows()).hasSize(2);
  }

  @Test
  void the_same_seed_gives_the_same_day() throws Exception {
    var first = day();
    counter.close();
    counter = Counter.open(directory.resolve("again"));

    assertThat(day()).isEqualTo(first).contains("00", "02", "unheard", "garbled");
  }

  private List<String> day() throws Exception {
    set(Temper.EVEN.withShares(new Shares(20, 20, 10, 10, 0)));
    List<String> day = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      day.add(outcome("ref-" + i));
    }
    return day;
  }

  private String outcome(String reference) throws Exception {
    try {
      return rc(counter.pay("pln", CUSTOMER, reference));
    } catch (Unheard | Garbled e) {
      return e.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
  }

  private void set(Temper temper) {
    counter.biller.change(temper);
  }

  private List<Row> rows() {
    return counter.biller.book().listAfter(0, 1_000);
  }

  private static String rc(Answer answer) {
    return answer.verdict().rc();
  }
}
