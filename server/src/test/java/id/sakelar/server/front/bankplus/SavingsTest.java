package id.sakelar.server.front.bankplus;

import static id.sakelar.server.front.bankplus.Desk.done;
import static id.sakelar.server.front.bankplus.Desk.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Holder;
import id.sakelar.server.partner.Partner.Limits;
import id.sakelar.wire.bankplus.Bankplus;
import id.sakelar.wire.bankplus.CashReceipt;
import id.sakelar.wire.bankplus.CustomerBalance;
import id.sakelar.wire.bankplus.DepositAccount;
import id.sakelar.wire.bankplus.IntrabankInquiry;
import id.sakelar.wire.bankplus.IntrabankPayment;
import id.sakelar.wire.bankplus.Statement;
import id.sakelar.wire.bankplus.StatementQuestion;
import id.sakelar.wire.bankplus.Withdraw;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Money at our own bank, as agents move it: once, on the terms they were told, and within limits.
class SavingsTest {
  private static final Demo AGENT = Demo.of(1);
  private static final Demo POOR = Demo.of(2);
  private static final Demo LIMITED = Demo.of(3);
  private static final Rupiah FLOAT = Rupiah.of(100_000_000);
  private static final String UNKNOWN = "200 -1 [0108] NO SUCH ACCOUNT";

  private static Branch branch;
  private static int savers;
  private Desk desk;

  @BeforeAll
  static void moveIn() throws Exception {
    branch = Branch.open();
    branch.add(AGENT, FLOAT);
    branch.add(POOR, Rupiah.of(10_000));
    branch.add(LIMITED, FLOAT, new Limits(null, null, Rupiah.of(100_000)));
  }

  @BeforeEach
  void logIn() throws Exception {
    desk = Desk.of(branch, AGENT);
  }

  @AfterAll
  static void the_books_are_whole() throws Exception {
    assertThat(branch.premises.audit()).isEmpty();
    branch.close();
  }

  /// A new customer with so much and the PIN 654321.
  private static String saver(long rupiah) {
    var number = String.valueOf(60_000 + savers++);
    var holder = new Holder("Made " + number, "0813", "", "");
    branch.openSavings(AGENT, number, holder, "654321", Rupiah.of(rupiah));
    return number;
  }

  private static DepositAccount deposit(String account, long rupiah) {
    return new DepositAccount(account, "made", Rupiah.of(rupiah), "", AGENT.pin());
  }

  private static IntrabankPayment transfer(String account, long rupiah) {
    return new IntrabankPayment(
        account, "Made " + account, Rupiah.of(rupiah), Rupiah.of(1_000), AGENT.pin());
  }

  private static Withdraw withdraw(String account, long rupiah, String pin) {
    return new Withdraw(account, Rupiah.of(rupiah), "", pin, AGENT.pin());
  }

  @Test
  void an_account_is_opened_with_its_first_deposit_and_a_pin() throws Exception {
    var before = branch.balance(AGENT);
    var asked = Papers.of(AGENT, "5102010101010001", Rupiah.of(100_000));

    var answer = desk.sid("open-1").ask(Bankplus.OPEN_ACCOUNT, asked);

    var opened = done(Bankplus.OPEN_ACCOUNT, answer);
    var number = opened.accountNumberCustomer();
    assertThat(number).matches("[1-9][0-9]{9}");
    assertThat(branch.balance(number)).isEqualTo(Rupiah.of(100_000));
    assertThat(branch.balance(AGENT)).isEqualTo(before.minus(Rupiah.of(100_000)));
    assertThat(said(desk.ask(Bankplus.WITHDRAW, withdraw(number, 5_000, "975310"))))
        .isEqualTo("200 00");
  }

  @Test
  void opened_again_under_its_name_it_is_told_again() throws Exception {
    var asked = Papers.of(AGENT, "5102010101010002", Rupiah.of(50_000));
    var first = desk.sid("open-2").ask(Bankplus.OPEN_ACCOUNT, asked);
    var before = branch.balance(AGENT);

    var second = desk.sid("open-2").ask(Bankplus.OPEN_ACCOUNT, asked);
    var other =
        desk.sid("open-2")
            .ask(Bankplus.OPEN_ACCOUNT, Papers.of(AGENT, "5102010101010003", Rupiah.of(50_000)));

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(said(other)).isEqualTo("200 -1 [94] Referensi sudah digunakan");
    assertThat(branch.balance(AGENT)).isEqualTo(before);
  }

  @Test
  void a_person_has_one_account() throws Exception {
    var asked = Papers.of(AGENT, "5102010101010004", Rupiah.ZERO);

    assertThat(said(desk.sid("open-3").ask(Bankplus.OPEN_ACCOUNT, asked))).isEqualTo("200 00");
    assertThat(said(desk.sid("open-4").ask(Bankplus.OPEN_ACCOUNT, asked)))
        .isEqualTo("200 -1 [0109] Nasabah sudah memiliki rekening");
  }

  @Test
  void an_identity_number_has_sixteen_digits() throws Exception {
    for (String ktp : List.of("12345678900876", "51020101010100040")) {
      var asked = Papers.of(AGENT, ktp, Rupiah.ZERO);
      assertThat(said(desk.ask(Bankplus.OPEN_ACCOUNT, asked)))
          .isEqualTo("400 BAD_REQUEST Parameter ktp tidak valid.");
    }
  }

  @Test
  void cash_goes_from_the_float_to_the_customer() throws Exception {
    var account = saver(0);
    var before = branch.balance(AGENT);

    var receipt =
        done(
            Bankplus.DEPOSIT_ACCOUNT, desk.ask(Bankplus.DEPOSIT_ACCOUNT, deposit(account, 25_000)));

    assertThat(branch.balance(account)).isEqualTo(Rupiah.of(25_000));
    assertThat(branch.balance(AGENT)).isEqualTo(before.minus(Rupiah.of(25_000)));
    assertThat(receipt)
        .isEqualTo(
            new CashReceipt(
                Rupiah.of(25_000),
                Rupiah.ZERO,
                branch.premises.clock().instant(),
                account,
                "Made " + account,
                "BNI"));
  }

  @Test
  void what_is_asked_again_under_its_name_is_told_again_to_the_letter() throws Exception {
    var account = saver(0);
    var first = desk.sid("again-1").ask(Bankplus.DEPOSIT_ACCOUNT, deposit(account, 1_000));
    branch.premises.setTime(branch.premises.clock().instant().plus(Duration.ofMinutes(10)));

    var second = desk.sid("again-1").ask(Bankplus.DEPOSIT_ACCOUNT, deposit(account, 1_000));

    assertThat(said(first)).isEqualTo("200 00");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(branch.balance(account)).isEqualTo(Rupiah.of(1_000));
  }

  @Test
  void a_name_that_means_something_else_is_refused() throws Exception {
    var account = saver(0);
    desk.sid("else-1").ask(Bankplus.DEPOSIT_ACCOUNT, deposit(account, 1_000));

    assertThat(said(desk.sid("else-1").ask(Bankplus.DEPOSIT_ACCOUNT, deposit(account, 2_000))))
        .isEqualTo("200 -1 [94] Referensi sudah digunakan");
    assertThat(said(desk.sid("else-1").ask(Bankplus.DEPOSIT_ACCOUNT, deposit(saver(0), 1_000))))
        .isEqualTo("200 -1 [94] Referensi sudah digunakan");
    assertThat(branch.balance(account)).isEqualTo(Rupiah.of(1_000));
  }

  @Test
  void a_name_is_an_agents_own_and_of_one_kind_of_transfer() throws Exception {
    var account = saver(0);
    var other = Desk.of(branch, POOR).sid("mine-1");
    var question = new DepositAccount(account, "made", Rupiah.of(1_000), "", POOR.pin());

    assertThat(said(desk.sid("mine-1").ask(Bankplus.DEPOSIT_ACCOUNT, deposit(account, 1_000))))
        .isEqualTo("200 00");
    assertThat(said(other.ask(Bankplus.DEPOSIT_ACCOUNT, question))).isEqualTo("200 00");
    assertThat(said(desk.sid("mine-1").ask(Bankplus.INTRABANK_PAYMENT, transfer(account, 1_000))))
        .isEqualTo("200 00");
    assertThat(branch.balance(account)).isEqualTo(Rupiah.of(3_000));
  }

  @Test
  void without_a_name_the_same_within_two_minutes_is_the_same() throws Exception {
    var account = saver(0);

    var first = desk.ask(Bankplus.DEPOSIT_ACCOUNT, deposit(account, 7_000));
    var second = desk.ask(Bankplus.DEPOSIT_ACCOUNT, deposit(account, 7_000));
    branch.premises.setTime(branch.premises.clock().instant().plus(Duration.ofSeconds(121)));
    var third = desk.ask(Bankplus.DEPOSIT_ACCOUNT, deposit(account, 7_000));

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(third.body()).isNotEqualTo(first.body());
    assertThat(branch.balance(account)).isEqualTo(Rupiah.of(14_000));
  }

  @Test
  void twenty_at_once_under_one_name_move_money_once() throws Exception {
    var account = saver(0);
    var named = desk.sid("twenty-1");

    var bodies = new ArrayList<String>();
    for (var answer : atOnce(20, named, deposit(account, 3_000))) {
      bodies.add(said(answer));
    }

    assertThat(bodies).isSubsetOf("200 00", "200 68");
    assertThat(branch.balance(account)).isEqualTo(Rupiah.of(3_000));
  }

  private static List<HttpResponse<String>> atOnce(int many, Desk named, DepositAccount question)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> begun = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        begun.add(threads.submit(() -> named.ask(Bankplus.DEPOSIT_ACCOUNT, question)));
      }
      List<HttpResponse<String>> answers = new ArrayList<>();
      for (var each : begun) {
        answers.add(each.get());
      }
      return answers;
    }
  }

  @Test
  void an_agent_sends_to_his_own_account_for_the_fee() throws Exception {
    var before = branch.balance(AGENT);
    var question =
        new IntrabankPayment(
            AGENT.account(), "agen 1", Rupiah.of(50_000), Rupiah.of(1_000), AGENT.pin());

    assertThat(said(desk.sid("self-1").ask(Bankplus.INTRABANK_PAYMENT, question)))
        .isEqualTo("200 00");
    assertThat(branch.balance(AGENT)).isEqualTo(before.minus(Rupiah.of(1_000)));
  }

  @Test
  void another_fee_or_another_name_than_the_inquiry_told_is_refused() throws Exception {
    var account = saver(0);
    var quote =
        done(
            Bankplus.INTRABANK_INQUIRY,
            desk.ask(Bankplus.INTRABANK_INQUIRY, new IntrabankInquiry(account)));
    var before = branch.balance(AGENT);
    var amount = Rupiah.of(5_000);
    var dear =
        new IntrabankPayment(account, quote.accountName(), amount, Rupiah.of(999), AGENT.pin());
    var other = new IntrabankPayment(account, "Nyoman", amount, quote.adminFee(), AGENT.pin());
    var shouted =
        new IntrabankPayment(
            account,
            quote.accountName().toUpperCase(Locale.ROOT),
            amount,
            quote.adminFee(),
            AGENT.pin());

    assertThat(said(desk.ask(Bankplus.INTRABANK_PAYMENT, dear)))
        .isEqualTo("200 -1 [13] Data tidak sesuai dengan inquiry");
    assertThat(said(desk.ask(Bankplus.INTRABANK_PAYMENT, other)))
        .isEqualTo("200 -1 [13] Data tidak sesuai dengan inquiry");
    assertThat(branch.balance(AGENT)).isEqualTo(before);
    assertThat(said(desk.ask(Bankplus.INTRABANK_PAYMENT, shouted))).isEqualTo("200 00");
  }

  @Test
  void cash_is_paid_out_with_the_customers_pin_only() throws Exception {
    var account = saver(20_000);
    var before = branch.balance(AGENT);

    assertThat(said(desk.ask(Bankplus.WITHDRAW, withdraw(account, 5_000, "000000"))))
        .isEqualTo("200 -1 [55] PIN nasabah salah");
    assertThat(said(desk.ask(Bankplus.WITHDRAW, withdraw(account, 5_000, AGENT.pin()))))
        .isEqualTo("200 -1 [55] PIN nasabah salah");
    assertThat(branch.balance(AGENT)).isEqualTo(before);
    assertThat(said(desk.ask(Bankplus.WITHDRAW, withdraw(account, 5_000, "654321"))))
        .isEqualTo("200 00");
    assertThat(branch.balance(account)).isEqualTo(Rupiah.of(15_000));
    assertThat(branch.balance(AGENT)).isEqualTo(before.plus(Rupiah.of(5_000)));
  }

  @Test
  void limits_hold() throws Exception {
    var full = saver(20_000_000);
    var account = saver(6_000_000);
    var poor = Desk.of(branch, POOR);
    var limited = Desk.of(branch, LIMITED);

    assertThat(said(desk.ask(Bankplus.DEPOSIT_ACCOUNT, deposit(full, 1))))
        .isEqualTo("200 -1 [61] Saldo rekening tujuan melebihi batas");
    assertThat(said(desk.ask(Bankplus.WITHDRAW, withdraw(account, 5_000_001, "654321"))))
        .isEqualTo("200 -1 [61] Transaksi debet bulan ini melebihi batas");
    assertThat(said(desk.ask(Bankplus.WITHDRAW, withdraw(saver(1_000), 1_001, "654321"))))
        .isEqualTo("200 -1 [51] Saldo tidak cukup");
    assertThat(
            said(
                poor.ask(
                    Bankplus.DEPOSIT_ACCOUNT,
                    new DepositAccount(account, "x", Rupiah.of(10_001), "", POOR.pin()))))
        .isEqualTo("200 -1 [51] Saldo tidak cukup");
    assertThat(
            said(
                limited.ask(
                    Bankplus.DEPOSIT_ACCOUNT,
                    new DepositAccount(account, "x", Rupiah.of(100_001), "", LIMITED.pin()))))
        .isEqualTo("200 -1 [61] Transaksi melebihi batas agen");
  }

  @Test
  void what_is_not_there_is_told_as_printed() throws Exception {
    var known = saver(0);

    assertThat(said(desk.ask(Bankplus.DEPOSIT_ACCOUNT, deposit("99999999", 1_000))))
        .isEqualTo(UNKNOWN);
    assertThat(said(desk.ask(Bankplus.DEPOSIT_ACCOUNT, deposit(POOR.account(), 1_000))))
        .isEqualTo(UNKNOWN);
    assertThat(said(desk.ask(Bankplus.WITHDRAW, withdraw("99999999", 1_000, "654321"))))
        .isEqualTo(UNKNOWN);
    assertThat(said(desk.ask(Bankplus.WITHDRAW, withdraw(POOR.account(), 1_000, "654321"))))
        .isEqualTo(UNKNOWN);
    assertThat(branch.balance(known)).isEqualTo(Rupiah.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"25.000\"", "25.5", "-1", "0", "\"1e3\"", "1e3", "\" 1000\"", "null", "[]"})
  void an_amount_in_another_form_moves_nothing(String amount) throws Exception {
    var before = branch.balance(AGENT);
    var body =
        """
        {"toAccount": "60000", "name": "made", "amount": %s, "narration": "", \
        "pin_transaksi": "%s"}
        """
            .formatted(amount, AGENT.pin());

    assertThat(said(desk.post(Bankplus.DEPOSIT_ACCOUNT.path(), body)))
        .isEqualTo("400 BAD_REQUEST Parameter amount tidak valid.");
    assertThat(branch.balance(AGENT)).isEqualTo(before);
  }

  @Test
  void a_statement_shows_the_newest_of_a_customer_first() throws Exception {
    branch.premises.setTime(Instant.parse("2026-12-01T05:00:00Z"));
    var account = saver(50_000);
    var agent = Desk.of(branch, AGENT);
    branch.premises.setTime(Instant.parse("2026-12-01T05:01:00Z"));
    agent.ask(Bankplus.WITHDRAW, withdraw(account, 10_000, "654321"));
    branch.premises.setTime(Instant.parse("2026-12-01T05:02:00Z"));

    var asked = new StatementQuestion(account, AGENT.pin());
    var told = done(Bankplus.STATEMENT, agent.ask(Bankplus.STATEMENT, asked));

    assertThat(told.accountBalance()).isEqualTo(Rupiah.of(40_000));
    assertThat(told.transactions())
        .extracting(Statement.Line::narration, Statement.Line::isCredit, Statement.Line::amount)
        .containsExactly(
            tuple("Tarik tunai", false, Rupiah.of(10_000)),
            tuple("Setoran awal", true, Rupiah.of(50_000)));
    var own = new StatementQuestion(AGENT.account(), AGENT.pin());
    assertThat(said(agent.ask(Bankplus.STATEMENT, own))).isEqualTo(UNKNOWN);
  }

  @Test
  void a_balance_is_told_with_telephones_in_part() throws Exception {
    var account = saver(50_000);

    var told =
        done(
            Bankplus.CUSTOMER_BALANCE,
            desk.ask(Bankplus.CUSTOMER_BALANCE, new CustomerBalance(AGENT.pin(), account)));

    assertThat(told.accountBalance()).contains(Rupiah.of(50_000));
    assertThat(told.phoneMobile()).isEqualTo("xxxx");
  }
}
