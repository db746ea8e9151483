package id.sakelar.simulator.mmbc;

import static id.sakelar.simulator.mmbc.Counter.inquiry;
import static id.sakelar.simulator.mmbc.Counter.no;
import static id.sakelar.simulator.mmbc.Counter.ok;
import static id.sakelar.simulator.mmbc.Counter.transfer;
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
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.Reply.Ok;
import id.sakelar.wire.mmbc.Sentence;
import id.sakelar.wire.mmbc.Status;
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
  private static final String CARD = "4137700000000011";
  private static final String OWNER = "3201234567890123";
  private static final String CHASSIS = "MH1ABC0DEF1234567";

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
    String invoice = invoice();
    set(Temper.EVEN.withShares(new Shares(0, 100, 0, 0, 0)));

    assertThatThrownBy(() -> counter.pay(transfer("8", CARD, 100_000).withRefId("ref-1")))
        .isInstanceOf(Unheard.class);
    assertThatThrownBy(() -> counter.pay(invoice)).isInstanceOf(Unheard.class);

    assertThat(states()).containsExactly(State.PAID, State.PAID);
    assertThat(counter.rows()).extracting(Row::reference).containsExactly("ref-1", invoice);
    assertThat(ok(counter.status(invoice)).status()).isEqualTo(Status.CONFIRM);
  }

  @Test
  void garbage_after_the_booking_hides_a_payment() throws Exception {
    String invoice = invoice();
    set(Temper.EVEN.withShares(new Shares(0, 0, 0, 100, 0)));

    assertThatThrownBy(() -> counter.pay(transfer("8", CARD, 100_000))).isInstanceOf(Garbled.class);
    assertThatThrownBy(() -> counter.pay(invoice)).isInstanceOf(Garbled.class);

    assertThat(states()).containsExactly(State.PAID, State.PAID);
  }

  @Test
  void garbage_before_the_booking_hides_that_nothing_happened() throws Exception {
    String invoice = invoice();
    set(Temper.EVEN.withShares(new Shares(0, 0, 100, 0, 0)));

    assertThatThrownBy(() -> counter.pay(transfer("8", CARD, 100_000))).isInstanceOf(Garbled.class);
    assertThatThrownBy(() -> counter.pay(invoice)).isInstanceOf(Garbled.class);

    assertThat(counter.rows()).isEmpty();
    assertThat(ok(counter.status(invoice)).status()).isEqualTo(Status.INQUIRY);
  }

  @Test
  void no_garbage_can_be_read() throws Exception {
    set(Temper.EVEN.withShares(new Shares(0, 0, 50, 50, 0)));

    for (int i = 0; i < 40; i++) {
      assertThatThrownBy(() -> counter.pay(transfer("8", CARD, 100_000)))
          .isInstanceOf(Garbled.class);
    }

    assertThat(counter.rows()).hasSizeBetween(5, 35);
  }

  @Test
  void a_refusal_of_an_invoice_is_final_and_in_the_book() throws Exception {
    String invoice = invoice();
    set(Temper.EVEN.withShares(new Shares(100, 0, 0, 0, 0)));
    assertThat(no(counter.pay(invoice))).isEqualTo(Sentence.FAILED);

    set(Temper.EVEN);

    assertThat(no(counter.pay(invoice))).isEqualTo(Sentence.FAILED);
    assertThat(states()).containsExactly(State.FAILED);
  }

  @Test
  void a_refused_transfer_is_in_no_book() throws Exception {
    set(Temper.EVEN.withShares(new Shares(100, 0, 0, 0, 0)));

    var refused = counter.ask(Mmbc.TRANSFER_ACC, transfer("8", CARD, 100_000));

    assertThat(no(refused)).isEqualTo(Sentence.FAILED);
    assertThat(counter.rows()).isEmpty();
  }

  @Test
  void nobody_refuses_what_he_has_taken() throws Exception {
    String invoice = invoice();
    var paid = counter.pay(invoice);

    set(Temper.EVEN.withShares(new Shares(100, 0, 0, 0, 0)));
    assertThat(counter.pay(invoice)).isEqualTo(paid).isInstanceOf(Ok.class);
    set(Temper.EVEN.withClosed(Closed.PRODUCT));
    assertThat(counter.pay(invoice)).isEqualTo(paid);
  }

  @Test
  void a_late_answer_finds_nobody_listening() throws Exception {
    counter.close();
    counter = Counter.open(directory, Duration.ofSeconds(2));
    set(Temper.EVEN.withShares(new Shares(0, 0, 0, 0, 100)).withLateness(Duration.ofHours(1)));

    assertThatThrownBy(() -> counter.pay(transfer("8", CARD, 100_000))).isInstanceOf(Unheard.class);

    assertThat(states()).containsExactly(State.PAID);
  }

  @Test
  void latency_holds_payments_back_and_other_calls_only_if_told() throws Exception {
    counter.close();
    counter = Counter.open(directory, Duration.ofSeconds(2));
    set(Temper.EVEN.withLatency(new Latency(Latency.LONGEST, Latency.LONGEST, false)));
    assertThatThrownBy(() -> counter.pay(transfer("8", CARD, 100_000))).isInstanceOf(Unheard.class);
    assertThat(counter.inquire(OWNER, CHASSIS)).isInstanceOf(Ok.class);

    set(Temper.EVEN.withLatency(new Latency(Latency.LONGEST, Latency.LONGEST, true)));

    assertThatThrownBy(() -> counter.inquire(OWNER, CHASSIS)).isInstanceOf(Unheard.class);
  }

  @Test
  void a_closed_product_is_neither_shown_nor_sold() throws Exception {
    String invoice = invoice();
    set(Temper.EVEN.withClosed(Closed.PRODUCT));

    assertThat(no(counter.inquire(OWNER, CHASSIS))).isEqualTo(Sentence.CLOSED);
    assertThat(no(counter.pay(invoice))).isEqualTo(Sentence.CLOSED);
    assertThat(no(counter.ask(Mmbc.INQUIRY_ACC, inquiry("8", CARD, 100_000))))
        .isEqualTo(Sentence.CLOSED);
    assertThat(no(counter.ask(Mmbc.TRANSFER_ACC, transfer("8", CARD, 100_000))))
        .isEqualTo(Sentence.CLOSED);
    assertThat(states()).containsExactly(State.FAILED);
  }

  @Test
  void a_closed_biller_is_not_reached_until_it_opens_again() throws Exception {
    int port = counter.biller.port();

    set(Temper.EVEN.withClosed(Closed.CONNECTIONS));
    assertThatThrownBy(() -> counter.pay(transfer("8", CARD, 100_000))).isInstanceOf(NotSent.class);
    set(Temper.EVEN);

    assertThat(counter.biller.port()).isEqualTo(port);
    assertThat(counter.pay(transfer("8", CARD, 100_000)).status()).isEqualTo(Status.CONFIRM);
    assertThat(counter.rows()).hasSize(1);
  }

  @Test
  void the_same_seed_gives_the_same_day() throws Exception {
    var first = day();
    counter.close();
    counter = Counter.open(directory.resolve("again"));

    assertThat(day()).isEqualTo(first).contains("ok", "no", "unheard", "garbled");
  }

  private List<String> day() throws Exception {
    set(Temper.EVEN.withShares(new Shares(20, 20, 10, 10, 0)));
    List<String> day = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      day.add(outcome());
    }
    return day;
  }

  private String outcome() throws Exception {
    try {
      var reply = counter.ask(Mmbc.TRANSFER_ACC, transfer("8", CARD, 100_000));
      return reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    } catch (Unheard | Garbled e) {
      return e.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
  }

  private String invoice() throws Exception {
    return ok(counter.inquire(OWNER, CHASSIS)).invoice();
  }

  private void set(Temper temper) {
    counter.biller.change(temper);
  }

  private List<State> states() {
    return counter.rows().stream().map(it -> it.state(it.at())).toList();
  }
}
