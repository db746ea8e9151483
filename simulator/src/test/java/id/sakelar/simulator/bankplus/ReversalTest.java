package id.sakelar.simulator.bankplus;

import static id.sakelar.simulator.bankplus.Counter.ALOYSIUS;
import static id.sakelar.simulator.bankplus.Counter.ALOYSIUS_HAS;
import static id.sakelar.simulator.bankplus.Counter.API;
import static id.sakelar.simulator.bankplus.Counter.NOON;
import static id.sakelar.simulator.bankplus.Counter.no;
import static id.sakelar.simulator.bankplus.Counter.ok;
import static id.sakelar.simulator.bankplus.Counter.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.bankplus.SwitcherReceipt;
import id.sakelar.wire.bankplus.SwitcherReceipt.Side;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherSentence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A simulated bank sends the money of a transfer back, once.
class ReversalTest {
  private static final String REF = "2601051200000001";
  private static final String BACK = "2601051200000002";
  private static final String AGAIN = "2601051200000003";

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
  void a_reversal_swaps_the_ends_under_a_journal_of_its_own() throws Exception {
    String journal = counter.send(REF, 1000).journal();

    var receipt = ok(counter.reverse(BACK, REF, journal));

    assertThat(receipt)
        .isEqualTo(
            new SwitcherReceipt(
                NOON,
                BACK,
                new Side("BRINIDJA", API, "BRIAPI SANDBOX"),
                new Side("BRINIDJA", ALOYSIUS, "ALOYSIUS AGUS WARI Z"),
                Rupiah.of(1000),
                "Reversal from 888801000003301 to 888801000157508",
                "1002",
                Optional.empty()));
    assertThat(counter.bank.balance(ALOYSIUS)).isEqualTo(ALOYSIUS_HAS);
    assertThat(ok(counter.check(REF)).info())
        .contains("Transfer success, reversed by 2601051200000002 journal 1002");
    assertThat(ok(counter.check(BACK))).isEqualTo(receipt.withInfo("Reversal success"));
  }

  @Test
  void a_transfer_is_reversed_once() throws Exception {
    String journal = counter.send(REF, 1000).journal();
    var first = ok(counter.reverse(BACK, REF, journal));

    assertThat(no(counter.reverse(AGAIN, REF, journal)))
        .isEqualTo(SwitcherSentence.ALREADY_REVERSED);
    assertThat(ok(counter.reverse(BACK, REF, journal))).isEqualTo(first);
    assertThat(no(counter.reverse(AGAIN, BACK, first.journal())))
        .isEqualTo(SwitcherSentence.NOT_REVERSIBLE);
    assertThat(counter.moves()).hasSize(2);
  }

  @Test
  void of_fifty_parallel_reversals_one_is_booked() throws Exception {
    String journal = counter.send(REF, 1000).journal();
    List<Callable<SwitcherReply<SwitcherReceipt>>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String refnum = "26010512000001%02d".formatted(i);
      calls.add(() -> counter.reverse(refnum, REF, journal));
    }

    List<SwitcherSentence> refusals = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(calls)) {
        if (!(done.get() instanceof SwitcherReply.Answered<?>)) {
          refusals.add(no(done.get()));
        }
      }
    }

    assertThat(refusals).hasSize(49).containsOnly(SwitcherSentence.ALREADY_REVERSED);
    assertThat(counter.bank.balance(ALOYSIUS)).isEqualTo(ALOYSIUS_HAS);
  }

  @Test
  void a_reversal_names_a_transfer_and_its_journal() throws Exception {
    var _ = counter.send(REF, 1000);

    assertThat(no(counter.reverse(BACK, REF, "1002"))).isEqualTo(SwitcherSentence.NOT_REVERSIBLE);
    assertThat(no(counter.reverse(BACK, AGAIN, "1001"))).isEqualTo(SwitcherSentence.NOT_FOUND);
  }

  @Test
  void what_the_beneficiary_has_spent_does_not_come_back() throws Exception {
    var poor = ok(counter.send(transfer(REF, counter.code(ALOYSIUS), API, 1000)));
    long all = ALOYSIUS_HAS.toWhole() + 1000;
    var _ = ok(counter.send(transfer(AGAIN, counter.code(API), ALOYSIUS, all)));

    assertThat(no(counter.reverse(BACK, REF, poor.journal()))).isEqualTo(SwitcherSentence.FUNDS);
    assertThat(ok(counter.check(REF)).info()).contains("Transfer success");
  }
}
