package id.sakelar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// However many ask at once, a reference is one payment, and it belongs to one partner.
class FiftyAtOnceTest {
  private static final int FIFTY = 50;
  private static final String PLN = "530000000001";

  private static LiveSandbox sandbox;

  @BeforeAll
  static void start() throws Exception {
    sandbox = LiveSandbox.startFresh();
  }

  @AfterEach
  void assertWhole() throws Exception {
    sandbox.assertWhole();
  }

  @AfterAll
  static void stop() throws Exception {
    sandbox.close();
  }

  @Test
  void fifty_identical_payments_at_once_are_one() throws Exception {
    var asked = Client.ONE.asks("pay", "pln", PLN, "fifty");
    long taken = sandbox.taken();
    long deposit = sandbox.deposit(Client.ONE);

    var answers = Crowd.atOnce(FIFTY, () -> post(asked));

    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(answers.getFirst()).startsWith("200 ").contains("\"rc\":\"00\"");
    assertThat(sandbox.deposit(Client.ONE)).isEqualTo(deposit - 10_000);
    assertThat(sandbox.book(taken)).hasSize(1);
    assertThat(sandbox.number("SELECT count(*) FROM payment WHERE reference = 'fifty'")).isOne();
    assertThat(post(asked)).isEqualTo(answers.getFirst());
  }

  @Test
  void of_many_bills_under_one_reference_one_is_paid() throws Exception {
    long taken = sandbox.taken();
    var bills = List.of("530000000001", "530000000002", "530000000001", "530000000002");
    var turns = new ArrayList<Callable<String>>();
    for (String customer : bills) {
      turns.add(() -> post(Client.ONE.asks("pay", "pln", customer, "rivals")));
    }

    var answers = Crowd.atOnce(turns);

    assertThat(answers.stream().filter(it -> it.contains("\"rc\":\"00\""))).hasSize(2);
    assertThat(answers.stream().filter(it -> it.contains("\"rc\":\"49\""))).hasSize(2);
    assertThat(sandbox.book(taken)).hasSize(1);
  }

  @Test
  void inquiries_and_payments_at_once_agree_and_pay_once() throws Exception {
    long taken = sandbox.taken();
    var turns = new ArrayList<Callable<String>>();
    for (int i = 0; i < 10; i++) {
      turns.add(() -> post(Client.ONE.asks("inq", "pln", PLN, "both")));
      turns.add(() -> post(Client.ONE.asks("pay", "pln", PLN, "both")));
    }

    var answers = Crowd.atOnce(turns);

    assertThat(answers).allMatch(it -> it.contains("\"rc\":\"00\""));
    assertThat(sandbox.book(taken)).hasSize(1);
  }

  @Test
  void two_partners_with_one_reference_do_not_meet() throws Exception {
    long taken = sandbox.taken();
    long one = sandbox.deposit(Client.ONE);
    long other = sandbox.deposit(Client.OTHER);

    var mine = sandbox.ask(Client.ONE, "pay", "pln", PLN, "shared");
    var theirs = sandbox.ask(Client.OTHER, "pay", "pln", "530000000002", "shared");

    assertThat(mine.get("price").asLong()).isEqualTo(10_000);
    assertThat(theirs.get("price").asLong()).isEqualTo(23_000);
    assertThat(sandbox.deposit(Client.ONE)).isEqualTo(one - 10_000);
    assertThat(sandbox.deposit(Client.OTHER)).isEqualTo(other - 23_000);
    assertThat(sandbox.book(taken)).hasSize(2);
  }

  @Test
  void a_reference_of_another_partner_looks_like_one_nobody_has_used() throws Exception {
    sandbox.ask(Client.ONE, "pay", "pln", PLN, "mine");

    var theirs = post(Client.OTHER.asks("status", "pln", PLN, "mine"));

    assertThat(theirs.replace("mine", "none"))
        .isEqualTo(post(Client.OTHER.asks("status", "pln", PLN, "none")))
        .contains("\"rc\":\"50\"");
  }

  @Test
  void a_partner_spends_no_more_than_it_has_however_many_payments_come_at_once() throws Exception {
    long taken = sandbox.taken();
    var turns = new ArrayList<Callable<String>>();
    for (int i = 0; i < 20; i++) {
      var asked = Client.POOR.asks("pay", "pln", PLN, "poor-" + i);
      turns.add(() -> post(asked));
    }

    var answers = Crowd.atOnce(turns);

    assertThat(answers).allMatch(it -> it.startsWith("400 ") && it.contains("\"rc\":\"44\""));
    assertThat(sandbox.deposit(Client.POOR)).isEqualTo(1_000);
    assertThat(sandbox.book(taken)).isEmpty();
  }

  private static String post(String body) throws IOException {
    var heard = sandbox.post(Client.TRANSACTION, body);
    return heard.status() + " " + LiveSandbox.text(heard);
  }
}
