package id.sakelar.server.front.bankplus;

import static id.sakelar.server.front.bankplus.Desk.said;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Holder;
import id.sakelar.wire.bankplus.Bankplus;
import id.sakelar.wire.bankplus.ChangeCustomerPin;
import id.sakelar.wire.bankplus.ChangePin;
import id.sakelar.wire.bankplus.CustomerBalance;
import id.sakelar.wire.bankplus.Withdraw;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// PINs, under the three names that the document has for them.
class PinTest {
  private static final String WRONG = "400 INVALID_PIN Mohon maaf PIN transaksi anda salah";
  private static final String BLOCKED = "400 INVALID_PIN PIN transaksi anda diblokir";
  private static final String UNCHANGED = "200 UPDATE_NONE PIN tidak sesuai, coba ulangi kembali";
  private static final String SAVER = "60001";

  private static Branch branch;

  @BeforeAll
  static void moveIn() throws Exception {
    branch = Branch.open();
    for (int number = 1; number <= 5; number++) {
      branch.add(Demo.of(number), Rupiah.of(1_000_000));
    }
    branch.add(Demo.of(6).withoutPin(), Rupiah.of(1_000_000));
    branch.openSavings(
        Demo.of(1), SAVER, new Holder("Made", "", "", ""), "654321", Rupiah.of(100_000));
  }

  @AfterAll
  static void close() {
    branch.close();
  }

  /// Every question that moves money or shows what is not the agent's, with this PIN.
  private static Map<String, String> questions(String pin) {
    return Map.of(
        "/bankplus/bsa/customerbalance",
        "{\"pin_platform\": \"%s\", \"accountNum\": \"60001\"}".formatted(pin),
        "/bankplus/bsa/depositAccount",
        """
        {"toAccount": "60001", "name": "made", "amount": 1000, "narration": "",
         "pin_transaksi": "%s"}
        """
            .formatted(pin),
        "/bankplus/bsa/withdraw",
        """
        {"fromAccount": "60001", "amount": 1000, "narration": "", "pin_nasabah": "654321",
         "pin_transaksi": "%s"}
        """
            .formatted(pin),
        "/bankplus/bsa/statement",
        """
        {"accountNum": "60001", "pin_transaksi": "%s"}
        """
            .formatted(pin),
        "/bankplus/bsa/transfer/intrabank/payment",
        """
        {"account_number": "60001", "account_name": "Made", "amount": 1000, "admin_fee": 1000,
         "pin": "%s"}
        """
            .formatted(pin),
        "/bankplus/bsa/transfer/interbank/payment",
        """
        {"transaction_id": "123456789", "bank_code": "008", "bank_name": "MANDRI",
         "account_number": "1", "account_name": "x", "amount": 1000, "admin_fee": 1000,
         "pin": "%s"}
        """
            .formatted(pin),
        "/bankplus/bill/payment",
        "{\"transaction_id\": \"123456789\", \"total\": 1000, \"pin\": \"%s\"}".formatted(pin));
  }

  @Test
  void nothing_that_needs_a_pin_is_done_with_a_wrong_one() throws Exception {
    var agent = Demo.of(1);
    var desk = Desk.of(branch, agent);
    var before = branch.balance(agent);

    for (var question : questions("999999").entrySet()) {
      assertThat(said(desk.post(question.getKey(), question.getValue())))
          .as(question.getKey())
          .isEqualTo(WRONG);
      // a right one, so that the next wrong one is the first again
      desk.ask(Bankplus.CUSTOMER_BALANCE, new CustomerBalance(agent.pin(), SAVER));
    }

    assertThat(branch.balance(agent)).isEqualTo(before);
  }

  @Test
  void three_wrong_ones_block_and_the_right_one_is_not_tried_any_more() throws Exception {
    var agent = Demo.of(2);
    var desk = Desk.of(branch, agent);

    for (int i = 0; i < 3; i++) {
      assertThat(said(balance(desk, "999999"))).isEqualTo(WRONG);
    }

    assertThat(said(balance(desk, agent.pin()))).isEqualTo(BLOCKED);
    assertThat(said(desk.ask(Bankplus.BALANCE))).isEqualTo("200 00");
  }

  @Test
  void of_two_hundred_wrong_ones_at_once_three_are_judged() throws Exception {
    var desk = Desk.of(branch, Demo.of(3));
    List<String> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> begun = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        var pin = String.valueOf(700_000 + i);
        begun.add(threads.submit(() -> said(balance(desk, pin))));
      }
      for (var each : begun) {
        answers.add(each.get());
      }
    }

    assertThat(Collections.frequency(answers, WRONG)).isEqualTo(3);
    assertThat(Collections.frequency(answers, BLOCKED)).isEqualTo(197);
  }

  @Test
  void a_pin_that_can_be_none_is_wrong_and_not_counted() throws Exception {
    var agent = Demo.of(4);
    var desk = Desk.of(branch, agent);

    for (String pin : List.of("1", "12345", "1234567", "abcdef", "12 456", "１２３４５６")) {
      assertThat(said(balance(desk, pin))).isEqualTo(WRONG);
    }

    assertThat(said(balance(desk, agent.pin()))).isEqualTo("200 00");
  }

  private static HttpResponse<String> balance(Desk desk, String pin) throws Exception {
    return desk.ask(Bankplus.CUSTOMER_BALANCE, new CustomerBalance(pin, SAVER));
  }

  @Test
  void a_new_agent_chooses_the_first_pin_with_the_password_and_no_second_one() throws Exception {
    var agent = Demo.of(6);
    var desk = Desk.of(branch, agent);

    assertThat(said(balance(desk, "123456")))
        .isEqualTo("400 INVALID_PIN PIN transaksi anda belum dibuat");
    assertThat(said(choose(desk, "not-the-password", "123456"))).isEqualTo(UNCHANGED);
    assertThat(said(choose(desk, agent.password(), "123456"))).isEqualTo("200 00");
    assertThat(said(choose(desk, agent.password(), "234567"))).isEqualTo(UNCHANGED);
    assertThat(said(balance(desk, "123456"))).isEqualTo("200 00");
  }

  private static HttpResponse<String> choose(Desk desk, String password, String pin)
      throws Exception {
    return desk.ask(
        Bankplus.CHANGE_PIN, new ChangePin(Optional.empty(), Optional.of(password), pin));
  }

  @Test
  void a_pin_is_changed_with_the_old_one_whose_tries_count() throws Exception {
    var agent = Demo.of(5);
    var desk = Desk.of(branch, agent);

    assertThat(said(change(desk, agent.pin(), "456789"))).isEqualTo("200 00");
    assertThat(said(balance(desk, "456789"))).isEqualTo("200 00");
    for (int i = 0; i < 3; i++) {
      assertThat(said(change(desk, agent.pin(), "567890"))).isEqualTo(UNCHANGED);
    }
    assertThat(said(change(desk, "456789", "567890"))).isEqualTo(BLOCKED);
  }

  private static HttpResponse<String> change(Desk desk, String old, String fresh) throws Exception {
    return desk.ask(Bankplus.CHANGE_PIN, new ChangePin(Optional.of(old), Optional.empty(), fresh));
  }

  @Test
  void a_customers_pin_is_changed_with_the_old_one_and_blocked_after_three() throws Exception {
    var agent = Demo.of(1);
    var desk = Desk.of(branch, agent);
    branch.openSavings(
        agent, "60002", new Holder("Ketut", "", "", ""), "654321", Rupiah.of(50_000));
    var change = new ChangeCustomerPin("60002", "654321", "123321");

    assertThat(said(desk.ask(Bankplus.CHANGE_CUSTOMER_PIN, change))).isEqualTo("200 00");
    for (int i = 0; i < 3; i++) {
      assertThat(said(desk.ask(Bankplus.CHANGE_CUSTOMER_PIN, change)))
          .isEqualTo("200 -1 [55] PIN nasabah salah");
    }
    var withdraw = new Withdraw("60002", Rupiah.of(1_000), "", "123321", agent.pin());
    assertThat(said(desk.ask(Bankplus.WITHDRAW, withdraw)))
        .isEqualTo("200 -1 [38] PIN nasabah diblokir");
    assertThat(branch.balance("60002")).isEqualTo(Rupiah.of(50_000));
  }
}
