package id.sakelar.server.front.bankplus;

import static id.sakelar.server.front.bankplus.SwitcherCaller.no;
import static id.sakelar.server.front.bankplus.SwitcherCaller.ok;
import static id.sakelar.server.front.bankplus.SwitcherCaller.transfer;
import static id.sakelar.server.front.bankplus.SwitcherPremises.ALOYSIUS;
import static id.sakelar.server.front.bankplus.SwitcherPremises.ALOYSIUS_HAS;
import static id.sakelar.server.front.bankplus.SwitcherPremises.API;
import static id.sakelar.server.front.bankplus.SwitcherPremises.ARDHA;
import static id.sakelar.server.front.bankplus.SwitcherPremises.NOON;
import static id.sakelar.server.front.bankplus.SwitcherPremises.OURS;
import static id.sakelar.server.front.bankplus.SwitcherPremises.OURS_HAS;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.bankplus.PuppetBank.Mood;
import id.sakelar.wire.bankplus.Switcher;
import id.sakelar.wire.bankplus.SwitcherHolder;
import id.sakelar.wire.bankplus.SwitcherInquiry;
import id.sakelar.wire.bankplus.SwitcherReceipt;
import id.sakelar.wire.bankplus.SwitcherReceipt.Side;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherSentence;
import id.sakelar.wire.bankplus.SwitcherTransfer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The switcher moves money once for each refnum of a caller and each payment code, and tells what
/// is known and nothing else.
class SwitcherTransferTest {
  private static final String REF = "2611201200000001";
  private static final String OTHER_REF = "2611201200000002";
  private static final String BRI = "BRINIDJA";

  private SwitcherPremises premises;
  private SwitcherCaller caller;

  @BeforeEach
  void open() throws SQLException {
    premises = SwitcherPremises.open();
    caller = new SwitcherCaller(premises);
  }

  @AfterEach
  void close() throws SQLException {
    premises.close();
  }

  @Test
  void the_printed_account_is_told_as_printed() throws Exception {
    var asked = new SwitcherInquiry(Optional.of("2006041538496600"), BRI, API);

    var holder = ok(caller.ask(Switcher.INQUIRY, asked));

    assertThat(holder)
        .isEqualTo(
            new SwitcherHolder(
                NOON,
                "2006041538496600",
                BRI,
                API,
                "BRIAPI SANDBOX",
                Optional.of(new Rupiah(60_257_717_133_484L)),
                "Rekening Aktif",
                holder.paymentCode()));
    assertThat(holder.paymentCode()).matches("[0-9a-f]{32}");
  }

  @Test
  void our_own_accounts_are_inquired_like_any_other() throws Exception {
    for (String bank : List.of("BNINIDJA", "009")) {
      var holder = ok(caller.inquire(bank, OURS));

      assertThat(holder.bank()).isEqualTo(bank);
      assertThat(holder.balance()).contains(OURS_HAS);
    }
    assertThat(caller.inquire("009", "4448"))
        .isEqualTo(SwitcherReply.refused(SwitcherSentence.ACCOUNT_UNKNOWN, "4448"));
  }

  @Test
  void a_bank_without_a_line_or_a_name_is_not_known() throws Exception {
    assertThat(no(caller.inquire("014", "1"))).isEqualTo(SwitcherSentence.BANK_UNKNOWN);
    assertThat(no(caller.inquire("CENAIDJA", "1"))).isEqualTo(SwitcherSentence.BANK_UNKNOWN);
    assertThat(no(caller.inquire("999", "1"))).isEqualTo(SwitcherSentence.BANK_UNKNOWN);
    assertThat(no(caller.inquire("ZZZZIDJA", "1"))).isEqualTo(SwitcherSentence.BANK_UNKNOWN);
  }

  @Test
  void no_leave_is_given_for_an_account_that_is_not_active_or_is_the_escrow() throws Exception {
    assertThat(no(caller.inquire(BRI, SwitcherPremises.CLOSED)))
        .isEqualTo(SwitcherSentence.INACTIVE);
    assertThat(no(caller.inquire(BRI, PuppetBank.ESCROW)))
        .isEqualTo(SwitcherSentence.ACCOUNT_UNKNOWN);
  }

  @Test
  void a_transfer_within_another_bank_is_one_move_there() throws Exception {
    var receipt = caller.send(REF, 1000);

    assertThat(receipt)
        .isEqualTo(
            new SwitcherReceipt(
                NOON,
                REF,
                new Side(BRI, ALOYSIUS, "ALOYSIUS AGUS WARI Z"),
                new Side(BRI, API, "BRIAPI SANDBOX"),
                Rupiah.of(1000),
                "Narration Test",
                "1013",
                Optional.empty()));
    assertThat(premises.bri.moves()).hasSize(1);
    assertThat(premises.bri.balance(ALOYSIUS)).isEqualTo(ALOYSIUS_HAS.minus(Rupiah.of(1000)));
    assertThat(ok(caller.check(REF))).isEqualTo(receipt.withInfo("Transfer success"));
    premises.audit();
  }

  @Test
  void a_transfer_between_banks_goes_over_the_escrow_accounts() throws Exception {
    String code = caller.code("008", ARDHA);

    var receipt = ok(caller.send(transfer(REF, code, BRI, ALOYSIUS, 2000)));

    assertThat(receipt.beneficiary()).isEqualTo(new Side("BMRIIDJA", ARDHA, "Ardha Herdianto"));
    assertThat(premises.bri.balance(PuppetBank.ESCROW)).isEqualTo(Rupiah.of(2000));
    assertThat(premises.mandiri.balance(PuppetBank.ESCROW)).isEqualTo(Rupiah.of(-2000));
    assertThat(premises.mandiri.balance(ARDHA)).isEqualTo(Rupiah.of(5_002_000));
    premises.audit();
  }

  @Test
  void our_own_accounts_send_and_receive() throws Exception {
    var _ = ok(caller.send(transfer(REF, caller.code(BRI, API), "009", OURS, 700)));
    assertThat(premises.balance()).isEqualTo(OURS_HAS.minus(Rupiah.of(700)));

    String code = caller.code("BNINIDJA", OURS);
    var back = ok(caller.send(transfer(OTHER_REF, code, BRI, ALOYSIUS, 700)));

    assertThat(back.beneficiary()).isEqualTo(new Side("BNINIDJA", OURS, "Ardha Herdianto"));
    assertThat(premises.balance()).isEqualTo(OURS_HAS);
    premises.audit();
  }

  @Test
  void a_repetition_is_told_what_came_of_the_first_even_when_the_code_is_too_old()
      throws Exception {
    var asked = transfer(REF, caller.code(BRI, API), BRI, ALOYSIUS, 1000);
    var first = caller.send(asked);
    premises.clock.tick(Duration.ofDays(1));
    premises.bri.set(Mood.AWAY);

    assertThat(caller.send(asked)).isEqualTo(first);
    assertThat(premises.bri.moves()).hasSize(1);
  }

  @Test
  void a_refnum_with_another_body_is_refused() throws Exception {
    var asked = transfer(REF, caller.code(BRI, API), BRI, ALOYSIUS, 1000);
    var _ = ok(caller.send(asked));
    String code = asked.paymentCode();

    var others =
        List.of(
            transfer(REF, code, BRI, ALOYSIUS, 1001),
            transfer(REF, code, BRI, API, 1000),
            transfer(REF, code, "008", ALOYSIUS, 1000),
            transfer(REF, code, "ZZZZIDJA", ALOYSIUS, 1000),
            transfer(REF, caller.code(BRI, API), BRI, ALOYSIUS, 1000),
            transfer(REF, "0".repeat(32), BRI, ALOYSIUS, 1000),
            new SwitcherTransfer(
                asked.refnum(), code, BRI, ALOYSIUS, asked.amount(), "Narration Test 2"));

    for (var other : others) {
      assertThat(no(caller.send(other))).isEqualTo(SwitcherSentence.REFNUM_USED);
    }
    assertThat(no(caller.reverse(REF, REF, "1013"))).isEqualTo(SwitcherSentence.REFNUM_USED);
    assertThat(premises.bri.moves()).hasSize(1);
  }

  @Test
  void the_same_account_by_another_name_of_its_bank_is_the_same() throws Exception {
    String code = caller.code(BRI, API);
    var first = ok(caller.send(transfer(REF, code, BRI, ALOYSIUS, 1000)));

    assertThat(ok(caller.send(transfer(REF, code, "002", ALOYSIUS, 1000)))).isEqualTo(first);
  }

  @Test
  void of_fifty_parallel_transfers_with_one_code_one_is_booked() throws Exception {
    String code = caller.code(BRI, API);
    List<Callable<SwitcherReply<SwitcherReceipt>>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      var asked = transfer("26112012000001%02d".formatted(i), code, BRI, ALOYSIUS, 1000);
      calls.add(() -> caller.send(asked));
    }

    var replies = SwitcherCaller.together(calls);

    assertThat(replies.stream().filter(it -> it instanceof SwitcherReply.Answered<?>)).hasSize(1);
    assertThat(replies.stream().filter(it -> !(it instanceof SwitcherReply.Answered<?>)))
        .hasSize(49)
        .allMatch(it -> no(it) == SwitcherSentence.NO_PAYMENT_CODE);
    assertThat(premises.bri.balance(ALOYSIUS)).isEqualTo(ALOYSIUS_HAS.minus(Rupiah.of(1000)));
  }

  @Test
  void fifty_parallel_transfers_of_one_refnum_are_one() throws Exception {
    var asked = transfer(REF, caller.code(BRI, API), BRI, ALOYSIUS, 1000);
    List<Callable<SwitcherReply<SwitcherReceipt>>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      calls.add(() -> caller.send(asked));
    }

    var replies = SwitcherCaller.together(calls);

    assertThat(replies).hasSize(50).containsOnly(SwitcherReply.answered(caller.receiptOf(REF)));
    assertThat(premises.bri.moves()).hasSize(1);
  }

  @Test
  void a_code_lives_for_a_quarter_of_an_hour_and_is_used_once() throws Exception {
    String first = caller.code(BRI, API);
    premises.clock.tick(Duration.ofMinutes(15).minusMillis(1));
    var _ = ok(caller.send(transfer(REF, first, BRI, ALOYSIUS, 1000)));
    String second = caller.code(BRI, API);
    premises.clock.tick(Duration.ofMinutes(15));

    assertThat(no(caller.send(transfer(OTHER_REF, first, BRI, ALOYSIUS, 1000))))
        .isEqualTo(SwitcherSentence.NO_PAYMENT_CODE);
    assertThat(no(caller.send(transfer(OTHER_REF, second, BRI, ALOYSIUS, 1000))))
        .isEqualTo(SwitcherSentence.NO_PAYMENT_CODE);
  }

  @Test
  void a_transfer_without_a_refnum_is_told_its_refnum_and_is_not_made_twice() throws Exception {
    var asked =
        new SwitcherTransfer(
            Optional.empty(), caller.code(BRI, API), BRI, ALOYSIUS, Rupiah.of(7), "Arisan");

    var first = ok(caller.send(asked));

    assertThat(first.refnum()).matches("261120120000[0-9]{4}");
    assertThat(ok(caller.send(asked))).isEqualTo(first);
    assertThat(ok(caller.check(first.refnum())).amount()).isEqualTo(Rupiah.of(7));
  }

  @Test
  void doubt_is_pending_everywhere_until_somebody_knows() throws Exception {
    var asked = transfer(REF, caller.code(BRI, API), BRI, ALOYSIUS, 1000);
    premises.bri.set(Mood.SILENT);

    var pending = SwitcherReply.<SwitcherReceipt>pending(REF);
    assertThat(caller.send(asked)).isEqualTo(pending);
    assertThat(caller.send(asked)).isEqualTo(pending);
    assertThat(caller.check(REF)).isEqualTo(pending);
    assertThat(no(caller.reverse(OTHER_REF, REF, "1013")))
        .isEqualTo(SwitcherSentence.NOT_REVERSIBLE);
  }

  @Test
  void a_failed_transfer_is_never_told_as_a_success() throws Exception {
    var asked = transfer(REF, caller.code(BRI, API), BRI, ALOYSIUS, 1000);
    premises.bri.set(Mood.UNWILLING);

    assertThat(no(caller.send(asked))).isEqualTo(SwitcherSentence.TRANSFER_FAILED);
    premises.bri.set(Mood.HONEST);

    assertThat(no(caller.send(asked))).isEqualTo(SwitcherSentence.TRANSFER_FAILED);
    assertThat(no(caller.check(REF))).isEqualTo(SwitcherSentence.TRANSFER_FAILED);
    assertThat(premises.bri.moves()).isEmpty();
  }

  @Test
  void who_has_not_enough_sends_nothing() throws Exception {
    long ours = OURS_HAS.toWhole() + 1;

    assertThat(no(caller.send(transfer(REF, caller.code(BRI, API), "009", OURS, ours))))
        .isEqualTo(SwitcherSentence.FUNDS);
    assertThat(no(caller.check(REF))).isEqualTo(SwitcherSentence.NOT_FOUND);
    long theirs = ALOYSIUS_HAS.toWhole() + 1;
    assertThat(no(caller.send(transfer(REF, caller.code(BRI, API), BRI, ALOYSIUS, theirs))))
        .isEqualTo(SwitcherSentence.FUNDS);
    premises.audit();
  }

  @Test
  void when_the_database_is_gone_money_is_pending_and_an_inquiry_fails() throws Exception {
    var asked = transfer(REF, caller.code(BRI, API), BRI, ALOYSIUS, 1000);
    premises.loseDatabase();

    var inquired = premises.hear("POST", "/inquiry", "{\"bank\":\"BRINIDJA\",\"account\":\"1\"}");

    assertThat(caller.send(asked)).isInstanceOf(SwitcherReply.Pending.class);
    assertThat(caller.check(REF)).isInstanceOf(SwitcherReply.Pending.class);
    assertThat(inquired.status()).isEqualTo(500);
    assertThat(SwitcherCaller.message(inquired).text())
        .isEqualTo(
            "{\"code\":\"-1\",\"message\":\"service is not available\","
                + "\"debug\":{\"from\":\"branchless_switcher\"}}");
  }
}
