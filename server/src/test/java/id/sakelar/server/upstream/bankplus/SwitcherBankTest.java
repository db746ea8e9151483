package id.sakelar.server.upstream.bankplus;

import static id.sakelar.server.upstream.bankplus.Pretence.BANK;
import static id.sakelar.server.upstream.bankplus.Pretence.CODE;
import static id.sakelar.server.upstream.bankplus.Pretence.MOMENT;
import static id.sakelar.server.upstream.bankplus.Pretence.MOVE;
import static id.sakelar.server.upstream.bankplus.Pretence.REFERENCE;
import static id.sakelar.server.upstream.bankplus.Pretence.SOURCE;
import static id.sakelar.server.upstream.bankplus.Pretence.TARGET;
import static id.sakelar.server.upstream.bankplus.Pretence.holder;
import static id.sakelar.server.upstream.bankplus.Pretence.receipt;
import static id.sakelar.server.upstream.bankplus.Pretence.side;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Body;
import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.BankNetwork.Found;
import id.sakelar.server.banking.BankNetwork.Found.Holder;
import id.sakelar.server.banking.BankNetwork.Found.None;
import id.sakelar.server.banking.BankNetwork.Heard;
import id.sakelar.server.banking.BankNetwork.Heard.Ambiguous;
import id.sakelar.server.banking.BankNetwork.Heard.Booked;
import id.sakelar.server.banking.BankNetwork.Heard.InProcess;
import id.sakelar.server.banking.BankNetwork.Heard.NotSent;
import id.sakelar.server.banking.BankNetwork.Heard.Refused;
import id.sakelar.server.banking.BankNetwork.Move;
import id.sakelar.server.banking.Denial;
import id.sakelar.server.banking.Refnums;
import id.sakelar.server.upstream.BrokenLine;
import id.sakelar.wire.Garbled;
import id.sakelar.wire.Message;
import id.sakelar.wire.Operation;
import id.sakelar.wire.bankplus.Switcher;
import id.sakelar.wire.bankplus.SwitcherHolder;
import id.sakelar.wire.bankplus.SwitcherInquiry;
import id.sakelar.wire.bankplus.SwitcherReceipt;
import id.sakelar.wire.bankplus.SwitcherReceipt.Side;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherTransfer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the line to a bank owes the money it moves: nothing is sent twice, what fails before a
/// transfer is sent has moved nothing, and nothing but a clear word about this very move is a yes
/// or a no.
class SwitcherBankTest {
  private static final Budget PATIENT = Budget.of(Duration.ofSeconds(20), Duration.ofSeconds(60));
  private static final Budget HASTY = Budget.of(Duration.ofMillis(1_900), Duration.ofSeconds(2));

  private FakeHost host;

  @BeforeEach
  void open() {
    host = new FakeHost();
    host.says(Switcher.INQUIRY, SwitcherReply.answered(holder()));
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void a_move_is_an_inquiry_for_a_code_and_one_transfer_with_it() throws Exception {
    host.says(Switcher.TRANSFER, SwitcherReply.answered(receipt()));

    assertThat(move()).isEqualTo(new Booked("00"));

    var inquiry = only(Switcher.INQUIRY);
    assertThat(inquiry).isEqualTo(new SwitcherInquiry(inquiry.refnum(), BANK, TARGET));
    assertThat(inquiry.refnum()).hasValueSatisfying(it -> assertThat(it).matches("26112010.{8}"));
    assertThat(only(Switcher.TRANSFER))
        .isEqualTo(
            new SwitcherTransfer(
                Optional.of(REFERENCE), CODE, BANK, SOURCE, Rupiah.of(1_000), "Narration Test"));
  }

  @Test
  void a_booked_move_is_found_by_asking() {
    host.says(Switcher.CHECK, SwitcherReply.answered(receipt().withInfo(SwitcherReceipt.SUCCESS)));

    assertThat(check()).isEqualTo(new Booked("00"));
    assertThat(host.heard(Switcher.CHECK)).hasSize(1);
  }

  @Test
  void work_in_hand_is_in_process() {
    host.says(Switcher.TRANSFER, SwitcherReply.pending(REFERENCE));
    host.says(Switcher.CHECK, SwitcherReply.inDoubt());

    assertThat(move()).isEqualTo(new InProcess("68"));
    assertThat(check()).isEqualTo(new InProcess("68"));
  }

  @Test
  void work_on_another_order_proves_nothing() {
    host.says(Switcher.TRANSFER, SwitcherReply.pending("2611201000000002"));

    assertThat(move()).isEqualTo(new Ambiguous("not our order"));
  }

  @Test
  void an_unreachable_bank_has_moved_nothing_and_knows_nothing() throws Exception {
    URI nowhere = BrokenLine.nowhere();

    assertThat(moveAt(nowhere, MOVE)).isEqualTo(new NotSent("inquiry: not sent"));
    assertThat(inquireAt(nowhere)).isEqualTo(unreachable());
    assertThat(checkAt(nowhere)).isEqualTo(new Ambiguous("not sent"));
  }

  @Test
  void silence_after_the_transfer_is_doubt() {
    host.keepsSilent(Switcher.TRANSFER);

    try (var caller = new Caller(host.address(), HASTY)) {
      assertThat(bank(caller).move(MOVE)).isEqualTo(new Ambiguous("no answer"));
    }

    assertThat(host.heard(Switcher.TRANSFER)).hasSize(1);
  }

  @Test
  void silence_before_the_transfer_has_moved_nothing() {
    host.keepsSilent(Switcher.INQUIRY);

    try (var caller = new Caller(host.address(), HASTY)) {
      assertThat(bank(caller).move(MOVE)).isEqualTo(new NotSent("inquiry: no answer"));
    }

    assertThat(host.heard(Switcher.TRANSFER)).isEmpty();
  }

  @Test
  void a_line_that_breaks_after_sending_is_doubt() {
    host.hangsUp(Switcher.TRANSFER);
    host.hangsUp(Switcher.CHECK);

    assertThat(move()).isEqualTo(new Ambiguous("no answer"));
    assertThat(check()).isEqualTo(new Ambiguous("no answer"));
    assertThat(host.heard(Switcher.TRANSFER)).hasSize(1);
    assertThat(host.heard(Switcher.CHECK)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"co"})
  void half_an_answer_is_none(String beginning) throws Exception {
    try (var broken = new BrokenLine(beginning)) {
      assertThat(checkAt(broken.address())).isEqualTo(new Ambiguous("no answer"));
      assertThat(broken.questions()).isEqualTo(1);
      assertThat(moveAt(broken.address(), MOVE)).isEqualTo(new NotSent("inquiry: no answer"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "sukses",
        "{\"code\":\"00\"}",
        "{\"code\":\"00\",\"message\":\"Transfer success\",\"data\":null}",
        "{\"code\":\"00\",\"message\":\"Transfer success\",\"data\":{}}",
        "<html><body>502 Bad Gateway</body></html>",
        "\u0000"
      })
  void what_cannot_be_read_proves_nothing(String body) {
    saysEverywhereAfterInquiry(200, body);

    assertProvesNothing("garbled");
    host.says(Switcher.INQUIRY, 200, body);
    assertThat(move()).isEqualTo(new NotSent("inquiry: garbled"));
    assertThat(inquire()).isEqualTo(unreachable());
  }

  @Test
  void a_yes_that_is_cut_short_or_said_twice_proves_nothing() {
    for (String body : new String[] {yes().substring(0, yes().length() - 1), yes() + yes()}) {
      saysEverywhereAfterInquiry(200, body);

      assertProvesNothing("garbled");
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        201, 202, 204, 206, 301, 302, 307, 308, 400, 401, 403, 404, 408, 409, 425, 429, 500, 502,
        503, 504
      })
  void a_status_outside_the_dialect_proves_nothing_whatever_the_body_says(int status) {
    saysEverywhereAfterInquiry(status, yes());

    assertProvesNothing("http " + status);
  }

  @Test
  void a_yes_to_another_order_proves_nothing() {
    var elsewhere = new Side("BMRIIDJA", TARGET, "NAMA");
    var others =
        List.of(
            receipt("2611201000000002", side(SOURCE), side(TARGET), 1_000),
            receipt(REFERENCE, side(TARGET), side(SOURCE), 1_000),
            receipt(REFERENCE, side("888801000157509"), side(TARGET), 1_000),
            receipt(REFERENCE, side(SOURCE), side("888801000003302"), 1_000),
            receipt(REFERENCE, side(SOURCE), elsewhere, 1_000),
            receipt(REFERENCE, side(SOURCE), side(TARGET), 1_001),
            receipt(REFERENCE, side(SOURCE), side(TARGET), 999));
    for (var other : others) {
      saysEverywhereAfterInquiry(
          200, Switcher.TRANSFER.answer().write(SwitcherReply.answered(other)).text());

      assertProvesNothing("not our order");
    }
  }

  @Test
  void a_bank_may_call_itself_by_another_name() {
    var source = new Side("002", SOURCE, "NAMA");
    var target = new Side("002", TARGET, "NAMA");
    host.says(Switcher.TRANSFER, SwitcherReply.answered(receipt(REFERENCE, source, target, 1_000)));

    assertThat(move()).isEqualTo(new Booked("00"));
  }

  @Test
  void a_yes_that_was_taken_back_proves_nothing() {
    String taken = SwitcherReceipt.reversedBy("2611201000000003", "1013");
    host.says(Switcher.CHECK, SwitcherReply.answered(receipt().withInfo(taken)));

    assertThat(check()).isEqualTo(new Ambiguous("00, another info"));
  }

  @Test
  void an_account_is_told_with_its_balance() {
    assertThat(inquire())
        .isEqualTo(new Holder("BRIAPI SANDBOX", new Rupiah(60_257_717_133_484L), true));
  }

  @Test
  void another_account_than_the_one_asked_for_is_none() {
    var others =
        List.of(
            holder(BANK, SOURCE, "NAMA", SwitcherHolder.ACTIVE),
            holder("BMRIIDJA", TARGET, "NAMA", SwitcherHolder.ACTIVE),
            holder(BANK, TARGET, " ", SwitcherHolder.ACTIVE),
            holder(BANK, TARGET, "NA\nMA", SwitcherHolder.ACTIVE),
            holder(BANK, TARGET, "N".repeat(141), SwitcherHolder.ACTIVE));
    for (var other : others) {
      host.says(Switcher.INQUIRY, SwitcherReply.answered(other));

      assertThat(inquire()).isEqualTo(unreachable());
      assertThat(move()).isEqualTo(new NotSent("inquiry: not our account"));
    }
    assertThat(host.heard(Switcher.TRANSFER)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {SwitcherHolder.INACTIVE, "Rekening Diblokir", ""})
  void an_account_that_is_not_active_is_sent_nothing(String status) {
    host.says(
        Switcher.INQUIRY, SwitcherReply.answered(holder(BANK, TARGET, "BRIAPI SANDBOX", status)));

    assertThat(inquire())
        .isEqualTo(new Holder("BRIAPI SANDBOX", new Rupiah(60_257_717_133_484L), false));
    assertThat(move()).isEqualTo(new Refused("inquiry: inactive", Denial.INACTIVE_ACCOUNT));
    assertThat(host.heard(Switcher.TRANSFER)).isEmpty();
  }

  @Test
  void sen_cannot_be_sent() {
    var sen = new Move(SOURCE, TARGET, new Rupiah(100_050), REFERENCE, "x", MOMENT);

    assertThat(moveAt(host.address(), sen)).isEqualTo(new Refused("no sen", Denial.BANK_REFUSED));
    assertThat(host.heard(Switcher.INQUIRY)).isEmpty();
  }

  private void saysEverywhereAfterInquiry(int status, String body) {
    host.says(Switcher.TRANSFER, status, body);
    host.says(Switcher.CHECK, status, body);
  }

  private void assertProvesNothing(String code) {
    int before = host.heard(Switcher.TRANSFER).size();
    assertThat(move()).isEqualTo(new Ambiguous(code));
    assertThat(host.heard(Switcher.TRANSFER)).hasSize(before + 1);
    assertThat(check()).isEqualTo(new Ambiguous(code));
  }

  private static String yes() {
    return Switcher.TRANSFER.answer().write(SwitcherReply.answered(receipt())).text();
  }

  private <Q> Q only(Operation<Q, ?> operation) throws Garbled {
    Body body = host.heard(operation).getFirst();
    assertThat(host.heard(operation)).hasSize(1);
    return operation.question().read(new Message(body.mediaType(), body.bytes()));
  }

  private Heard move() {
    return moveAt(host.address(), MOVE);
  }

  private Heard check() {
    return checkAt(host.address());
  }

  private Found inquire() {
    return inquireAt(host.address());
  }

  private static Heard moveAt(URI address, Move move) {
    try (var caller = new Caller(address, PATIENT)) {
      return bank(caller).move(move);
    }
  }

  private static Heard checkAt(URI address) {
    try (var caller = new Caller(address, PATIENT)) {
      return bank(caller).check(MOVE);
    }
  }

  private static Found inquireAt(URI address) {
    try (var caller = new Caller(address, PATIENT)) {
      return bank(caller).inquire(TARGET);
    }
  }

  static SwitcherBank bank(Caller caller) {
    return new SwitcherBank(caller, BANK, () -> MOMENT, new Refnums(new SplittableRandom(1)));
  }

  private static None unreachable() {
    return new None(Denial.BANK_UNREACHABLE);
  }
}
