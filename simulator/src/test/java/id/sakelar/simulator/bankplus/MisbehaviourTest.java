package id.sakelar.simulator.bankplus;

import static id.sakelar.simulator.bankplus.Counter.ALOYSIUS;
import static id.sakelar.simulator.bankplus.Counter.API;
import static id.sakelar.simulator.bankplus.Counter.no;
import static id.sakelar.simulator.bankplus.Counter.ok;
import static id.sakelar.simulator.bankplus.Counter.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.http.NotSent;
import id.sakelar.http.Unheard;
import id.sakelar.simulator.Temper;
import id.sakelar.simulator.Temper.Closed;
import id.sakelar.simulator.Temper.Latency;
import id.sakelar.simulator.Temper.Shares;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.bankplus.SwitcherSentence;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bad temper is felt by the caller as it was ordered, and the book knows what really happened.
class MisbehaviourTest {
  private static final String REF = "2601051200000001";
  private static final String BACK = "2601051200000002";

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
  void one_that_hangs_up_has_moved_the_money() throws Exception {
    set(new Shares(0, 100, 0, 0, 0));

    assertThatThrownBy(() -> counter.send(REF, 1000)).isInstanceOf(Unheard.class);
    assertThatThrownBy(() -> counter.reverse(BACK, REF, "1001")).isInstanceOf(Unheard.class);

    assertThat(counter.moves()).extracting(Move::refnum).containsExactly(REF, BACK);
    assertThat(ok(counter.check(REF)).info())
        .contains("Transfer success, reversed by " + BACK + " journal 1002");
  }

  @Test
  void garbage_after_the_booking_hides_a_move() throws Exception {
    set(new Shares(0, 0, 0, 100, 0));

    assertThatThrownBy(() -> counter.send(REF, 1000)).isInstanceOf(Garbled.class);

    assertThat(counter.moves()).extracting(Move::refnum).containsExactly(REF);
  }

  @Test
  void garbage_before_the_booking_hides_that_nothing_happened() throws Exception {
    set(new Shares(0, 0, 100, 0, 0));

    assertThatThrownBy(() -> counter.send(REF, 1000)).isInstanceOf(Garbled.class);

    assertThat(counter.moves()).isEmpty();
    assertThat(no(counter.check(REF))).isEqualTo(SwitcherSentence.NOT_FOUND);
  }

  @Test
  void a_refused_transfer_or_reversal_is_in_no_book() throws Exception {
    String journal = counter.send(REF, 1000).journal();
    set(new Shares(100, 0, 0, 0, 0));

    assertThat(no(counter.send(transfer(BACK, counter.code(API), ALOYSIUS, 1000))))
        .isEqualTo(SwitcherSentence.TRANSFER_FAILED);
    assertThat(no(counter.reverse(BACK, REF, journal))).isEqualTo(SwitcherSentence.TRANSFER_FAILED);

    assertThat(counter.moves()).hasSize(1);
  }

  @Test
  void nobody_refuses_what_he_has_moved() throws Exception {
    var asked = transfer(REF, counter.code(API), ALOYSIUS, 1000);
    var booked = ok(counter.send(asked));

    set(new Shares(100, 0, 0, 0, 0));
    assertThat(ok(counter.send(asked))).isEqualTo(booked);
    counter.bank.change(Temper.EVEN.withClosed(Closed.PRODUCT));
    assertThat(ok(counter.send(asked))).isEqualTo(booked);
  }

  @Test
  void a_late_answer_finds_nobody_listening() throws Exception {
    counter.close();
    counter = Counter.open(directory, Duration.ofSeconds(2));
    var late = Temper.EVEN.withShares(new Shares(0, 0, 0, 0, 100));
    counter.bank.change(late.withLateness(Duration.ofHours(1)));

    assertThatThrownBy(() -> counter.send(REF, 1000)).isInstanceOf(Unheard.class);

    assertThat(counter.moves()).hasSize(1);
  }

  @Test
  void latency_holds_moves_back_and_other_calls_only_if_told() throws Exception {
    counter.close();
    counter = Counter.open(directory, Duration.ofSeconds(2));
    counter.bank.change(
        Temper.EVEN.withLatency(new Latency(Latency.LONGEST, Latency.LONGEST, false)));
    assertThatThrownBy(() -> counter.send(REF, 1000)).isInstanceOf(Unheard.class);
    assertThat(ok(counter.inquire(API)).account()).isEqualTo(API);

    counter.bank.change(
        Temper.EVEN.withLatency(new Latency(Latency.LONGEST, Latency.LONGEST, true)));

    assertThatThrownBy(() -> counter.inquire(API)).isInstanceOf(Unheard.class);
  }

  @Test
  void one_that_serves_nobody_still_tells_of_old_moves() throws Exception {
    String journal = counter.send(REF, 1000).journal();
    String code = counter.code(API);

    counter.bank.change(Temper.EVEN.withClosed(Closed.PRODUCT));

    assertThat(no(counter.inquire(API))).isEqualTo(SwitcherSentence.DISTURBED);
    assertThat(no(counter.send(transfer(BACK, code, ALOYSIUS, 1))))
        .isEqualTo(SwitcherSentence.DISTURBED);
    assertThat(no(counter.reverse(BACK, REF, journal))).isEqualTo(SwitcherSentence.DISTURBED);
    assertThat(ok(counter.check(REF)).journal()).isEqualTo(journal);
  }

  @Test
  void a_closed_bank_is_not_reached_until_it_opens_again() throws Exception {
    int port = counter.bank.port();

    counter.bank.change(Temper.EVEN.withClosed(Closed.CONNECTIONS));
    assertThatThrownBy(() -> counter.inquire(API)).isInstanceOf(NotSent.class);
    counter.bank.change(Temper.EVEN);

    assertThat(counter.bank.port()).isEqualTo(port);
    assertThat(counter.bank.temper()).isEqualTo(Temper.EVEN);
    assertThat(counter.send(REF, 1000).journal()).isEqualTo("1001");
  }

  private void set(Shares shares) {
    counter.bank.change(Temper.EVEN.withShares(shares));
  }
}
