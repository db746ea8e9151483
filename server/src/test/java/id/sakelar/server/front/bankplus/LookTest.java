package id.sakelar.server.front.bankplus;

import static id.sakelar.server.front.bankplus.Desk.done;
import static id.sakelar.server.front.bankplus.Desk.said;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Agent;
import id.sakelar.server.banking.Holder;
import id.sakelar.wire.bankplus.Account;
import id.sakelar.wire.bankplus.Bankplus;
import id.sakelar.wire.bankplus.CheckAccount;
import id.sakelar.wire.bankplus.DepositAccount;
import id.sakelar.wire.bankplus.IntrabankPayment;
import id.sakelar.wire.bankplus.Service;
import id.sakelar.wire.bankplus.Withdraw;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What agents may see of accounts, and how often; and what agents of each type may do.
class LookTest {
  private static final String UNKNOWN = "200 -1 [0108] NO SUCH ACCOUNT";
  private static final String LIMIT =
      "429 TOO_MANY_REQUESTS Terlalu banyak permintaan, coba beberapa saat lagi.";
  private static final String FORBIDDEN =
      "403 FORBIDDEN Maaf, agen tidak di izinkan untuk gunakan fitur ini.";

  private static Branch branch;

  @BeforeAll
  static void moveIn() throws Exception {
    branch = Branch.open();
    for (int number = 1; number <= 6; number++) {
      branch.add(Demo.of(number), Rupiah.of(1_000_000));
    }
    branch.add(Demo.of(7).withTypes(Agent.BILLS), Rupiah.of(1_000_000));
    branch.add(Demo.of(8).withTypes(Agent.SAVINGS), Rupiah.of(1_000_000));
    branch.add(Demo.of(9).withTypes(Agent.ELECTRONIC_MONEY), Rupiah.of(1_000_000));
    var holder = new Holder("Made", "089689677052", "99999999", "");
    branch.openSavings(Demo.of(1), "60001", holder, "654321", Rupiah.of(100_000));
  }

  @AfterAll
  static void close() {
    branch.close();
  }

  private static String check(Desk desk, String account) throws Exception {
    return said(desk.ask(Bankplus.CHECK_ACCOUNT, new CheckAccount(account)));
  }

  @Test
  void an_agent_sees_its_own_account_in_full() throws Exception {
    var answer = Desk.of(branch, Demo.of(1)).ask(Bankplus.CHECK_ACCOUNT, new CheckAccount("5001"));

    var told = done(Bankplus.CHECK_ACCOUNT, answer);
    assertThat(told.account().accountBalance()).contains(branch.balance(Demo.of(1)));
    assertThat(told.account().phoneMobile()).isEqualTo("081300005001");
    assertThat(told.phoneNumber()).isEqualTo("08130000xxxx");
  }

  @Test
  void of_others_it_sees_no_balance_and_telephones_in_part() throws Exception {
    var answer = Desk.of(branch, Demo.of(1)).ask(Bankplus.CHECK_ACCOUNT, new CheckAccount("60001"));

    Account told = done(Bankplus.CHECK_ACCOUNT, answer).account();
    assertThat(told.accountName()).isEqualTo("Made");
    assertThat(told.accountBalance()).isEmpty();
    assertThat(List.of(told.phoneMobile(), told.phoneHome(), told.phoneOffice()))
        .containsExactly("08968967xxxx", "9999xxxx", "xxxx");
    assertThat(answer.body()).contains("\"account_balance\":null").doesNotContain("089689677052");
  }

  @Test
  void a_telephone_hides_its_last_four_characters() {
    assertThat(AccountTelling.mask("089689677052")).isEqualTo("08968967xxxx");
    assertThat(AccountTelling.mask("99999999")).isEqualTo("9999xxxx");
    assertThat(AccountTelling.mask("123")).isEqualTo("xxxx");
    assertThat(AccountTelling.mask("")).isEqualTo("xxxx");
  }

  @Test
  void who_tries_out_numbers_is_stopped_after_ten() throws Exception {
    var desk = Desk.of(branch, Demo.of(2));
    for (int i = 0; i < Branch.LOOKS_A_MINUTE / 3; i++) {
      assertThat(check(desk, String.valueOf(99_000 + i))).isEqualTo(UNKNOWN);
    }

    assertThat(check(desk, "99999")).isEqualTo(LIMIT);
    assertThat(check(desk, "60001")).isEqualTo(LIMIT);

    branch.premises.setTime(branch.premises.clock().instant().plus(Duration.ofMinutes(2)));
    assertThat(check(desk, "60001")).isEqualTo("200 00");
  }

  @Test
  void who_looks_too_often_is_stopped_and_others_are_not() throws Exception {
    var desk = Desk.of(branch, Demo.of(3));
    for (int i = 0; i < Branch.LOOKS_A_MINUTE; i++) {
      assertThat(check(desk, "60001")).isEqualTo("200 00");
    }

    assertThat(check(desk, "60001")).isEqualTo(LIMIT);
    assertThat(check(Desk.of(branch, Demo.of(1)), "60001")).isEqualTo("200 00");
  }

  @Test
  void moving_money_is_no_way_around_it() throws Exception {
    var agent = Demo.of(4);
    var desk = Desk.of(branch, agent);
    for (int i = 0; i < Branch.LOOKS_A_MINUTE / 3; i++) {
      assertThat(deposit(desk, agent, String.valueOf(99_000 + i))).isEqualTo(UNKNOWN);
    }

    assertThat(deposit(desk, agent, "99999")).isEqualTo(LIMIT);
    assertThat(send(desk, agent, "60001", "Wrong Name")).isEqualTo(LIMIT);
    assertThat(send(desk, agent, "60001", "Made")).isEqualTo("200 00");
  }

  @Test
  void trying_a_customers_pin_is_a_look_and_being_right_costs_no_miss() throws Exception {
    var agent = Demo.of(6);
    var desk = Desk.of(branch, agent);
    for (int i = 0; i < Branch.LOOKS_A_MINUTE / 3 + 1; i++) {
      assertThat(withdraw(desk, agent, "60001", "654321", 1_000 + i)).isEqualTo("200 00");
    }
    for (int i = 0; i < Branch.LOOKS_A_MINUTE / 3; i++) {
      assertThat(withdraw(desk, agent, String.valueOf(99_000 + i), "654321", 1_000))
          .isEqualTo(UNKNOWN);
    }

    assertThat(withdraw(desk, agent, "99999", "654321", 1_000)).isEqualTo(LIMIT);
    assertThat(withdraw(desk, agent, "60001", "111111", 1_000)).isEqualTo(LIMIT);
  }

  private static String withdraw(Desk desk, Demo agent, String account, String pin, long rupiah)
      throws Exception {
    var question = new Withdraw(account, Rupiah.of(rupiah), "", pin, agent.pin());
    return said(desk.ask(Bankplus.WITHDRAW, question));
  }

  private static String deposit(Desk desk, Demo agent, String account) throws Exception {
    var question = new DepositAccount(account, "x", Rupiah.of(1_000), "", agent.pin());
    return said(desk.ask(Bankplus.DEPOSIT_ACCOUNT, question));
  }

  private static String send(Desk desk, Demo agent, String account, String name) throws Exception {
    var question =
        new IntrabankPayment(account, name, Rupiah.of(1_000), Rupiah.of(1_000), agent.pin());
    return said(desk.ask(Bankplus.INTRABANK_PAYMENT, question));
  }

  @Test
  void what_is_not_there_is_told_the_same_whatever_it_is() throws Exception {
    var desk = Desk.of(branch, Demo.of(5));
    Set<String> answers = new TreeSet<>();
    for (String account : List.of("1", "99999999", "ABCDEF", "9".repeat(34))) {
      var body = desk.ask(Bankplus.CHECK_ACCOUNT, new CheckAccount(account)).body();
      answers.add(body.replaceAll("BLB[0-9]{17}", "BLB"));
    }

    assertThat(answers).hasSize(1);
  }

  @Test
  void agents_do_what_is_of_their_type() throws Exception {
    var bills = Desk.of(branch, Demo.of(7));
    var savings = Desk.of(branch, Demo.of(8));
    var neither = Desk.of(branch, Demo.of(9));

    for (Service<?, ?> service : ofSavings()) {
      assertThat(said(bills.post(service.path(), "{}"))).isEqualTo(FORBIDDEN);
      assertThat(said(neither.post(service.path(), "{}"))).isEqualTo(FORBIDDEN);
      assertThat(said(savings.post(service.path(), "{}"))).startsWith("400 BAD_REQUEST");
    }
    for (Service<?, ?> service : List.of(Bankplus.BILL_INQUIRY, Bankplus.BILL_PAYMENT)) {
      assertThat(said(savings.post(service.path(), "{}"))).isEqualTo(FORBIDDEN);
      assertThat(said(neither.post(service.path(), "{}"))).isEqualTo(FORBIDDEN);
      assertThat(said(bills.post(service.path(), "{}"))).startsWith("400 BAD_REQUEST");
    }
    assertThat(said(neither.ask(Bankplus.BALANCE))).isEqualTo("200 00");
  }

  private static List<Service<?, ?>> ofSavings() {
    return List.of(
        Bankplus.CHECK_ACCOUNT,
        Bankplus.CUSTOMER_BALANCE,
        Bankplus.OPEN_ACCOUNT,
        Bankplus.DEPOSIT_ACCOUNT,
        Bankplus.WITHDRAW,
        Bankplus.STATEMENT,
        Bankplus.CHANGE_CUSTOMER_PIN,
        Bankplus.INTRABANK_INQUIRY,
        Bankplus.INTRABANK_PAYMENT,
        Bankplus.INTERBANK_INQUIRY,
        Bankplus.INTERBANK_PAYMENT);
  }
}
