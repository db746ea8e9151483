package id.sakelar.server.front.bankplus;

import static id.sakelar.server.front.bankplus.SwitcherCaller.no;
import static id.sakelar.server.front.bankplus.SwitcherCaller.ok;
import static id.sakelar.server.front.bankplus.SwitcherCaller.transfer;
import static id.sakelar.server.front.bankplus.SwitcherPremises.ALOYSIUS;
import static id.sakelar.server.front.bankplus.SwitcherPremises.ALOYSIUS_HAS;
import static id.sakelar.server.front.bankplus.SwitcherPremises.API;
import static id.sakelar.server.front.bankplus.SwitcherPremises.NOON;
import static id.sakelar.server.front.bankplus.SwitcherPremises.OURS;
import static id.sakelar.server.front.bankplus.SwitcherPremises.OURS_HAS;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.bankplus.PuppetBank.Mood;
import id.sakelar.wire.bankplus.Switcher;
import id.sakelar.wire.bankplus.SwitcherReceipt;
import id.sakelar.wire.bankplus.SwitcherReceipt.Side;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherReversal;
import id.sakelar.wire.bankplus.SwitcherSentence;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The switcher sends the money of a booked transfer back, once.
class SwitcherReversalTest {
  private static final String REF = "2611201200000001";
  private static final String BACK = "2611201200000002";
  private static final String AGAIN = "2611201200000003";
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
  void a_reversal_swaps_the_ends_under_a_journal_of_its_own() throws Exception {
    String journal = caller.send(REF, 1000).journal();

    var receipt = ok(caller.reverse(BACK, REF, journal));

    assertThat(receipt)
        .isEqualTo(
            new SwitcherReceipt(
                NOON,
                BACK,
                new Side(BRI, API, "BRIAPI SANDBOX"),
                new Side(BRI, ALOYSIUS, "ALOYSIUS AGUS WARI Z"),
                Rupiah.of(1000),
                "Reversal from 888801000003301 to 888801000157508",
                "1014",
                Optional.empty()));
    assertThat(premises.bri.balance(ALOYSIUS)).isEqualTo(ALOYSIUS_HAS);
    assertThat(ok(caller.check(REF)).info())
        .contains("Transfer success, reversed by 2611201200000002 journal 1014");
    assertThat(ok(caller.check(BACK))).isEqualTo(receipt.withInfo("Reversal success"));
    premises.audit();
  }

  @Test
  void a_transfer_is_reversed_once_and_a_reversal_not_at_all() throws Exception {
    String journal = caller.send(REF, 1000).journal();
    var first = ok(caller.reverse(BACK, REF, journal));

    assertThat(no(caller.reverse(AGAIN, REF, journal)))
        .isEqualTo(SwitcherSentence.ALREADY_REVERSED);
    assertThat(ok(caller.reverse(BACK, REF, journal))).isEqualTo(first);
    assertThat(no(caller.reverse(AGAIN, BACK, first.journal())))
        .isEqualTo(SwitcherSentence.NOT_REVERSIBLE);
    assertThat(premises.bri.moves()).hasSize(2);
  }

  @Test
  void the_printed_reversal_twice_is_already_executed() throws Exception {
    var asked = new SwitcherReversal(Optional.empty(), REF, caller.send(REF, 1000).journal());

    assertThat(ok(caller.ask(Switcher.REVERSAL, asked)).refnum()).matches("2611201200.{6}");

    assertThat(no(caller.ask(Switcher.REVERSAL, asked)))
        .isEqualTo(SwitcherSentence.ALREADY_REVERSED);
  }

  @Test
  void of_fifty_parallel_reversals_one_is_booked() throws Exception {
    String journal = caller.send(REF, 1000).journal();
    List<Callable<SwitcherReply<SwitcherReceipt>>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String refnum = "26112012000001%02d".formatted(i);
      calls.add(() -> caller.reverse(refnum, REF, journal));
    }

    var replies = SwitcherCaller.together(calls);

    assertThat(replies.stream().filter(it -> it instanceof SwitcherReply.Answered<?>)).hasSize(1);
    assertThat(replies.stream().filter(it -> !(it instanceof SwitcherReply.Answered<?>)))
        .hasSize(49)
        .allMatch(
            it ->
                it instanceof SwitcherReply.Pending<?>
                    || no(it) == SwitcherSentence.ALREADY_REVERSED);
    assertThat(no(caller.reverse("2611201200000150", REF, journal)))
        .isEqualTo(SwitcherSentence.ALREADY_REVERSED);
    assertThat(premises.bri.balance(ALOYSIUS)).isEqualTo(ALOYSIUS_HAS);
  }

  @Test
  void a_reversal_names_a_transfer_and_its_journal() throws Exception {
    String journal = caller.send(REF, 1000).journal();

    assertThat(no(caller.reverse(BACK, REF, journal + "1")))
        .isEqualTo(SwitcherSentence.NOT_REVERSIBLE);
    assertThat(no(caller.reverse(BACK, AGAIN, journal))).isEqualTo(SwitcherSentence.NOT_FOUND);
    assertThat(premises.bri.moves()).hasSize(1);
  }

  @Test
  void a_refnum_of_a_reversal_is_good_for_no_transfer() throws Exception {
    String journal = caller.send(REF, 1000).journal();
    var _ = ok(caller.reverse(BACK, REF, journal));

    String code = caller.code(BRI, API);
    assertThat(no(caller.send(transfer(BACK, code, BRI, ALOYSIUS, 1))))
        .isEqualTo(SwitcherSentence.REFNUM_USED);
  }

  @Test
  void a_failed_transfer_is_not_reversed() throws Exception {
    var asked = transfer(REF, caller.code(BRI, API), BRI, ALOYSIUS, 1000);
    premises.bri.set(Mood.UNWILLING);
    assertThat(no(caller.send(asked))).isEqualTo(SwitcherSentence.TRANSFER_FAILED);
    premises.bri.set(Mood.HONEST);

    assertThat(no(caller.reverse(BACK, REF, "1013"))).isEqualTo(SwitcherSentence.NOT_REVERSIBLE);
  }

  @Test
  void what_the_beneficiary_of_our_bank_has_spent_does_not_come_back() throws Exception {
    String code = caller.code("009", OURS);
    var sent = ok(caller.send(transfer(REF, code, BRI, ALOYSIUS, 1000)));
    long all = OURS_HAS.toWhole() + 1000;
    var _ = ok(caller.send(transfer(AGAIN, caller.code(BRI, API), "009", OURS, all)));

    assertThat(no(caller.reverse(BACK, REF, sent.journal()))).isEqualTo(SwitcherSentence.FUNDS);

    assertThat(ok(caller.check(REF)).info()).contains("Transfer success");
    assertThat(premises.balance()).isEqualTo(Rupiah.ZERO);
    premises.audit();
  }

  @Test
  void a_reversal_that_another_bank_refuses_has_failed_and_may_be_tried_again() throws Exception {
    String journal = caller.send(REF, 1000).journal();
    premises.bri.set(Mood.UNWILLING);
    assertThat(no(caller.reverse(BACK, REF, journal))).isEqualTo(SwitcherSentence.REVERSAL_FAILED);
    premises.bri.set(Mood.HONEST);

    assertThat(no(caller.reverse(BACK, REF, journal))).isEqualTo(SwitcherSentence.REVERSAL_FAILED);
    assertThat(no(caller.check(BACK))).isEqualTo(SwitcherSentence.REVERSAL_FAILED);
    assertThat(ok(caller.check(REF)).info()).contains("Transfer success");
    assertThat(ok(caller.reverse(AGAIN, REF, journal)).refnum()).isEqualTo(AGAIN);
  }

  @Test
  void a_reversal_in_doubt_is_pending_and_keeps_others_out() throws Exception {
    String journal = caller.send(REF, 1000).journal();
    premises.bri.set(Mood.SILENT);

    assertThat(caller.reverse(BACK, REF, journal)).isEqualTo(SwitcherReply.pending(BACK));
    assertThat(caller.check(BACK)).isEqualTo(SwitcherReply.pending(BACK));
    assertThat(caller.reverse(AGAIN, REF, journal)).isEqualTo(SwitcherReply.pending(AGAIN));
    assertThat(no(caller.check(AGAIN))).isEqualTo(SwitcherSentence.NOT_FOUND);
    assertThat(ok(caller.check(REF)).info()).contains("Transfer success");
  }
}
