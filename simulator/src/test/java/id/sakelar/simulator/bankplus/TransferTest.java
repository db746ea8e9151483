package id.sakelar.simulator.bankplus;

import static id.sakelar.simulator.bankplus.Counter.ALOYSIUS;
import static id.sakelar.simulator.bankplus.Counter.ALOYSIUS_HAS;
import static id.sakelar.simulator.bankplus.Counter.API;
import static id.sakelar.simulator.bankplus.Counter.ESCROW;
import static id.sakelar.simulator.bankplus.Counter.NOON;
import static id.sakelar.simulator.bankplus.Counter.no;
import static id.sakelar.simulator.bankplus.Counter.ok;
import static id.sakelar.simulator.bankplus.Counter.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.wire.bankplus.Switcher;
import id.sakelar.wire.bankplus.SwitcherHolder;
import id.sakelar.wire.bankplus.SwitcherInquiry;
import id.sakelar.wire.bankplus.SwitcherReceipt;
import id.sakelar.wire.bankplus.SwitcherReceipt.Side;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherSentence;
import id.sakelar.wire.bankplus.SwitcherTransfer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A simulated bank tells whose an account is, and moves money once for each refnum and each code.
class TransferTest {
  private static final String REF = "2601051200000001";
  private static final String OTHER_REF = "2601051200000002";

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
  void the_printed_account_is_there_with_the_printed_balance() throws Exception {
    var asked = new SwitcherInquiry(Optional.of("2006041538496600"), "BRINIDJA", API);

    var holder = ok(counter.ask(Switcher.INQUIRY, asked));

    assertThat(holder)
        .isEqualTo(
            new SwitcherHolder(
                NOON,
                "2006041538496600",
                "BRINIDJA",
                API,
                "BRIAPI SANDBOX",
                Optional.of(new Rupiah(60_257_717_133_484L)),
                "Rekening Aktif",
                holder.paymentCode()));
    assertThat(holder.paymentCode()).matches("[0-9a-f]{32}");
  }

  @Test
  void an_account_of_another_bank_or_of_nobody_is_not_known() throws Exception {
    var elsewhere = new SwitcherInquiry(Optional.empty(), "008", API);

    assertThat(no(counter.ask(Switcher.INQUIRY, elsewhere)))
        .isEqualTo(SwitcherSentence.BANK_UNKNOWN);
    assertThat(counter.inquire("1"))
        .isEqualTo(SwitcherReply.refused(SwitcherSentence.ACCOUNT_UNKNOWN, "1"));
  }

  @Test
  void a_transfer_moves_the_amount_and_is_told_as_printed() throws Exception {
    var receipt = counter.send(REF, 1000);

    assertThat(receipt)
        .isEqualTo(
            new SwitcherReceipt(
                NOON,
                REF,
                new Side("BRINIDJA", ALOYSIUS, "ALOYSIUS AGUS WARI Z"),
                new Side("BRINIDJA", API, "BRIAPI SANDBOX"),
                Rupiah.of(1000),
                "Narration Test",
                "1001",
                Optional.empty()));
    assertThat(counter.bank.balance(ALOYSIUS)).isEqualTo(ALOYSIUS_HAS.minus(Rupiah.of(1000)));
    assertThat(counter.bank.balance(API)).isEqualTo(new Rupiah(60_257_717_233_484L));
    assertThat(ok(counter.check(REF))).isEqualTo(receipt.withInfo("Transfer success"));
  }

  @Test
  void a_repetition_is_told_what_was_moved() throws Exception {
    var asked = transfer(REF, counter.code(API), ALOYSIUS, 1000);

    var first = ok(counter.send(asked));
    counter.pass(Duration.ofHours(1));

    assertThat(ok(counter.send(asked))).isEqualTo(first);
    assertThat(counter.moves()).hasSize(1);
  }

  @Test
  void a_refnum_with_another_body_is_refused() throws Exception {
    var asked = transfer(REF, counter.code(API), ALOYSIUS, 1000);
    var _ = ok(counter.send(asked));

    var others =
        List.of(
            transfer(REF, asked.paymentCode(), ALOYSIUS, 1001),
            transfer(REF, asked.paymentCode(), API, 1000),
            transfer(REF, counter.code(API), ALOYSIUS, 1000),
            new SwitcherTransfer(
                asked.refnum(),
                asked.paymentCode(),
                "BRINIDJA",
                ALOYSIUS,
                asked.amount(),
                "Narration Test 2"));

    for (var other : others) {
      assertThat(no(counter.send(other))).isEqualTo(SwitcherSentence.REFNUM_USED);
    }
    assertThat(no(counter.reverse(REF, REF, "1001"))).isEqualTo(SwitcherSentence.REFNUM_USED);
    assertThat(counter.moves()).hasSize(1);
  }

  @Test
  void a_code_is_good_for_one_transfer() throws Exception {
    String code = counter.code(API);
    var _ = ok(counter.send(transfer(REF, code, ALOYSIUS, 1000)));

    assertThat(no(counter.send(transfer(OTHER_REF, code, ALOYSIUS, 1000))))
        .isEqualTo(SwitcherSentence.NO_PAYMENT_CODE);
  }

  @Test
  void a_code_lives_for_a_quarter_of_an_hour() throws Exception {
    String first = counter.code(API);
    counter.pass(Duration.ofMinutes(15).minusMillis(1));
    var _ = ok(counter.send(transfer(REF, first, ALOYSIUS, 1000)));
    String second = counter.code(API);
    counter.pass(Duration.ofMinutes(15));

    assertThat(no(counter.send(transfer(OTHER_REF, second, ALOYSIUS, 1000))))
        .isEqualTo(SwitcherSentence.NO_PAYMENT_CODE);
  }

  @Test
  void of_fifty_parallel_transfers_with_one_code_one_is_booked() throws Exception {
    String code = counter.code(API);
    List<Callable<SwitcherReply<SwitcherReceipt>>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      var asked = transfer("26010512000001%02d".formatted(i), code, ALOYSIUS, 1000);
      calls.add(() -> counter.send(asked));
    }

    assertThat(booked(calls)).isEqualTo(1);

    assertThat(counter.bank.balance(ALOYSIUS)).isEqualTo(ALOYSIUS_HAS.minus(Rupiah.of(1000)));
  }

  @Test
  void fifty_parallel_transfers_of_one_refnum_are_one() throws Exception {
    var asked = transfer(REF, counter.code(API), ALOYSIUS, 1000);
    List<Callable<SwitcherReply<SwitcherReceipt>>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      calls.add(() -> counter.send(asked));
    }

    assertThat(booked(calls)).isEqualTo(50);

    assertThat(counter.moves()).hasSize(1);
  }

  @Test
  void nobody_sends_what_he_has_not_and_the_switch_may() throws Exception {
    long all = ALOYSIUS_HAS.toWhole();

    assertThat(no(counter.send(transfer(REF, counter.code(API), ALOYSIUS, all + 1))))
        .isEqualTo(SwitcherSentence.FUNDS);
    var _ = ok(counter.send(transfer(REF, counter.code(API), ALOYSIUS, all)));
    var _ = ok(counter.send(transfer(OTHER_REF, counter.code(ALOYSIUS), ESCROW, 5)));

    assertThat(counter.bank.balance(ALOYSIUS)).isEqualTo(Rupiah.of(5));
    assertThat(counter.bank.balance(ESCROW)).isEqualTo(Rupiah.of(-5));
  }

  @Test
  void an_account_that_is_not_active_is_shown_and_not_moved() throws Exception {
    var closed = ok(counter.inquire(Counter.CLOSED));

    assertThat(closed.status()).isEqualTo("Rekening Tidak Aktif");
    assertThat(no(counter.send(transfer(REF, closed.paymentCode(), ALOYSIUS, 1))))
        .isEqualTo(SwitcherSentence.INACTIVE);
    assertThat(no(counter.send(transfer(REF, counter.code(API), Counter.CLOSED, 1))))
        .isEqualTo(SwitcherSentence.INACTIVE);
  }

  @Test
  void what_is_refused_leaves_refnum_and_code_as_they_were() throws Exception {
    String code = counter.code(API);

    assertThat(counter.send(transfer(REF, code, "1", 1000)))
        .isEqualTo(SwitcherReply.refused(SwitcherSentence.SOURCE_UNKNOWN, "1"));
    assertThat(no(counter.check(REF))).isEqualTo(SwitcherSentence.NOT_FOUND);

    assertThat(ok(counter.send(transfer(REF, code, ALOYSIUS, 1000))).refnum()).isEqualTo(REF);
  }

  @Test
  void a_refnum_that_is_not_given_is_made_up() throws Exception {
    var asked =
        new SwitcherTransfer(
            Optional.empty(), counter.code(API), "002", ALOYSIUS, Rupiah.of(7), "Arisan");

    var receipt = ok(counter.send(asked));

    assertThat(receipt.refnum()).matches("260105120000[0-9]{4}");
    assertThat(ok(counter.check(receipt.refnum())).amount()).isEqualTo(Rupiah.of(7));
  }

  private static long booked(List<Callable<SwitcherReply<SwitcherReceipt>>> calls)
      throws Exception {
    long booked = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(calls)) {
        booked += done.get() instanceof SwitcherReply.Answered<?> ? 1 : 0;
      }
    }
    return booked;
  }
}
