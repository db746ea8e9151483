package id.sakelar.server.front.bankplus;

import static id.sakelar.server.front.bankplus.Desk.done;
import static id.sakelar.server.front.bankplus.Desk.said;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.BankNetwork.Heard;
import id.sakelar.server.banking.Holder;
import id.sakelar.server.front.Overheard;
import id.sakelar.wire.bankplus.Bankplus;
import id.sakelar.wire.bankplus.ChangePin;
import id.sakelar.wire.bankplus.CheckAccount;
import id.sakelar.wire.bankplus.CustomerBalance;
import id.sakelar.wire.bankplus.InterbankInquiry;
import id.sakelar.wire.bankplus.InterbankPayment;
import id.sakelar.wire.bankplus.Login;
import id.sakelar.wire.bankplus.Withdraw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is secret or belongs to a person is in no line of the log, however a call ends; the loggers
/// of the server tell all they can.
class LeaksTest {
  private static final Demo AGENT = Demo.of(7);
  private static final List<String> SECRETS =
      List.of(
          AGENT.password(),
          AGENT.pin(),
          "wrong-password",
          "864209",
          "975310",
          "654321",
          "CANARY",
          "5102010101019999",
          "081377778888",
          "60001",
          "114451186",
          "Ardha Herdianto");

  private static Branch branch;
  private static final List<String> SESSIONS = new ArrayList<>();
  private Overheard overheard;
  private Desk desk;

  @BeforeAll
  static void moveIn() throws Exception {
    branch = Branch.open();
    branch.add(AGENT, Rupiah.of(10_000_000));
    branch.mandiri.open("114451186", "Ardha Herdianto");
    branch.openSavings(
        AGENT, "60001", new Holder("CANARY", "", "", ""), "654321", Rupiah.of(100_000));
  }

  @AfterAll
  static void close() {
    branch.close();
  }

  @BeforeEach
  void listen() throws Exception {
    overheard = Overheard.begin();
    desk = Desk.of(branch, AGENT);
    SESSIONS.add(desk.session());
  }

  @AfterEach
  void nothing_was_leaked() {
    overheard.close();
    assertThat(overheard.lines())
        .allSatisfy(
            line ->
                assertThat(line)
                    .doesNotContain(SECRETS.toArray(String[]::new))
                    .doesNotContain(SESSIONS.toArray(String[]::new)));
  }

  @Test
  void by_an_opening_and_a_withdrawal() throws Exception {
    var papers = Papers.of(AGENT, "5102010101019999", Rupiah.of(50_000));
    assertThat(said(desk.sid("leak-1").ask(Bankplus.OPEN_ACCOUNT, papers))).isEqualTo("200 00");
    var withdraw = new Withdraw("60001", Rupiah.of(1_000), "", "654321", AGENT.pin());
    assertThat(said(desk.ask(Bankplus.WITHDRAW, withdraw))).isEqualTo("200 00");
  }

  @Test
  void by_refusals() throws Exception {
    desk.ask(Bankplus.CUSTOMER_BALANCE, new CustomerBalance("864209", "60001"));
    desk.ask(Bankplus.CUSTOMER_BALANCE, new CustomerBalance(AGENT.pin(), "60001"));
    desk.ask(Bankplus.CHANGE_PIN, new ChangePin(Optional.of("864209"), Optional.empty(), "975310"));
    desk.post(Bankplus.OPEN_ACCOUNT.path(), "{\"pin_transaksi\": \"864209\", \"name\": 975310}");
    desk.post(Bankplus.CHECK_ACCOUNT.path() + "?pin=864209", "{}");
    Desk.at(branch).ask(Bankplus.LOGIN, new Login(AGENT.username(), "wrong-password"));
    Desk.at(branch)
        .with(Bankplus.SESSION, "864209")
        .ask(Bankplus.CHECK_ACCOUNT, new CheckAccount("60001"));

    assertThat(overheard.lines()).anyMatch(line -> line.contains("refused as LOGIN"));
    assertThat(overheard.lines()).anyMatch(line -> line.contains("refused as SESSION"));
  }

  @Test
  void by_what_breaks_off() throws Exception {
    branch.mandiri.answers(LeaksTest::breakOff);
    var inquiry = new InterbankInquiry("008", "114451186");
    var quote = done(Bankplus.INTERBANK_INQUIRY, desk.ask(Bankplus.INTERBANK_INQUIRY, inquiry));
    var payment =
        new InterbankPayment(
            quote.transactionId(),
            "008",
            quote.bankName(),
            "114451186",
            quote.accountName(),
            Rupiah.of(1_000),
            quote.adminFee(),
            AGENT.pin());

    assertThat(said(desk.ask(Bankplus.INTERBANK_PAYMENT, payment))).isEqualTo("200 68");
    assertThat(overheard.lines()).anyMatch(line -> line.contains("broke off"));
  }

  private static Heard breakOff() {
    throw new IllegalStateException("the connector broke");
  }

  @Test
  void a_username_writes_no_line_of_its_own() throws Exception {
    var forger = new Login("BNIUS\r\nERROR all is well", "wrong-password");

    Desk.at(branch).ask(Bankplus.LOGIN, forger);

    assertThat(overheard.lines()).noneMatch(line -> line.contains("all is well"));
  }
}
