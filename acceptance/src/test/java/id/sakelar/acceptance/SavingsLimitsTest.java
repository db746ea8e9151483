package id.sakelar.acceptance;

import static id.sakelar.acceptance.Switched.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.Partner;
import id.sakelar.server.partner.Partner.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The limits that the law sets for basic savings hold to the rupiah, however many reach for them
/// at once and by whatever way.
class SavingsLimitsTest {
  private static final String PIN = "135790";

  private static LiveSandbox sandbox;
  private static Counter one;
  private static Counter other;
  private static Switched switcher;

  @BeforeAll
  static void start() throws Exception {
    sandbox = LiveSandbox.startFresh();
    one = Counter.one(sandbox);
    other = Counter.other(sandbox);
    switcher = new Switched(sandbox);
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
  void deposits_at_once_stop_at_twenty_million() throws Exception {
    var account = one.open(0, PIN);
    var turns = new ArrayList<Callable<String>>();
    for (int i = 0; i < 15; i++) {
      turns.add(() -> one.deposit(Agent.freshSid(), account, 1_000_000).toString());
      turns.add(() -> other.deposit(Agent.freshSid(), account, 1_000_000).toString());
    }

    var answers = Crowd.atOnce(turns);

    assertThat(answers).filteredOn(it -> it.contains("\"code\":\"00\"")).hasSize(20);
    assertThat(answers).filteredOn(it -> it.contains("[61] Saldo rekening tujuan")).hasSize(10);
    assertThat(savings(account)).isEqualTo(20_000_000);
    assertThat(one.deposit(Agent.freshSid(), account, 1).get("code").asString()).isEqualTo("-1");
  }

  /// Fills up what is left to the last rupiah, then one more is too much: by deposit, by agents'
  /// transfers and through the switcher.
  @Test
  void whatever_way_money_comes_an_account_holds_no_more_than_twenty_million() throws Exception {
    var account = one.open(19_999_997, PIN);
    var source = one.open(100, PIN);
    var turns = new ArrayList<Callable<String>>();
    for (int i = 0; i < 5; i++) {
      turns.add(() -> one.deposit(Agent.freshSid(), account, 1).toString());
      turns.add(() -> one.intrabank(Agent.freshSid(), account, 1).toString());
      var code = switcher.code(OURS, account);
      turns.add(() -> switcher.transfer(Switched.freshRefnum(), code, OURS, source, 1).toString());
    }

    var answers = Crowd.atOnce(turns);

    assertThat(answers).filteredOn(it -> it.contains("\"code\":\"00\"")).hasSize(3);
    assertThat(savings(account)).isEqualTo(20_000_000);
  }

  @Test
  void withdrawals_at_once_stop_at_five_million_a_month() throws Exception {
    var account = one.open(10_000_000, PIN);

    var answers =
        Crowd.atOnce(20, () -> one.withdraw(Agent.freshSid(), account, 400_000, PIN).toString());

    assertThat(answers).filteredOn(it -> it.contains("\"code\":\"00\"")).hasSize(12);
    assertThat(answers).filteredOn(it -> it.contains("[61] Transaksi debet bulan ini")).hasSize(8);
    assertThat(savings(account)).isEqualTo(5_200_000);
    assertThat(withdraw(account, 200_001)).isEqualTo("-1");
    assertThat(withdraw(account, 200_000)).isEqualTo("00");
    assertThat(withdraw(account, 1)).isEqualTo("-1");
    assertThat(savings(account)).isEqualTo(5_000_000);
    assertThat(monthDebits(account)).containsExactly("5000000");
  }

  private static String withdraw(String account, long amount) throws IOException {
    return one.withdraw(Agent.freshSid(), account, amount, PIN).get("code").asString();
  }

  /// Withdrawn at a counter, sent within the bank or to another one: a month has five million.
  @Test
  void whatever_way_money_goes_a_month_has_five_million() throws Exception {
    var account = one.open(10_000_000, PIN);
    var turns = new ArrayList<Callable<String>>();
    for (int i = 0; i < 5; i++) {
      turns.add(() -> one.withdraw(Agent.freshSid(), account, 600_000, PIN).toString());
      for (var end : List.of(List.of(OURS, "14047"), List.of("002", Switched.BRI_OTHER))) {
        var code = switcher.code(end.get(0), end.get(1));
        turns.add(
            () ->
                switcher.transfer(Switched.freshRefnum(), code, OURS, account, 600_000).toString());
      }
    }

    var answers = Crowd.atOnce(turns);

    assertThat(answers).filteredOn(it -> it.contains("\"code\":\"00\"")).hasSize(8);
    assertThat(savings(account)).isEqualTo(10_000_000 - 8 * 600_000);
    assertThat(monthDebits(account)).containsExactly("4800000");
  }

  /// What a customer has never spent does not count.
  @Test
  void what_another_bank_refused_leaves_the_month_as_it_was() throws Exception {
    var account = one.open(6_000_000, PIN);
    var code = switcher.code("002", Switched.BRI_OTHER);
    sandbox.temper("bank-bri", "{\"refusals_percent\":100}");

    var told = switcher.transfer(Switched.freshRefnum(), code, OURS, account, 5_000_000);
    sandbox.temper("bank-bri", "{}");

    assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("-1");
    assertThat(savings(account)).isEqualTo(6_000_000);
    assertThat(withdraw(account, 5_000_000)).isEqualTo("00");
  }

  /// What an agent may move on a day, whether for customers of the bank or for bills.
  @Test
  void whatever_an_agent_moves_a_day_has_its_limit() throws Exception {
    var account = other.open(0, PIN);
    var quote = other.inquireInterbank();
    limit(spent() + 1_000_000, account);
    var turns = new ArrayList<Callable<String>>();
    for (int i = 0; i < 9; i++) {
      var bill = bill();
      turns.add(() -> other.deposit(Agent.freshSid(), account, 100_000).toString());
      turns.add(() -> other.agent().ask("bill/payment", bill).toString());
    }
    turns.add(() -> other.interbank(Agent.freshSid(), quote, 100_000).toString());
    long before = spent();
    long left = other.balance();

    var answers = Crowd.atOnce(turns);

    assertThat(answers)
        .filteredOn(it -> !it.contains("\"code\":\"00\""))
        .isNotEmpty()
        .allMatch(it -> it.contains("[61] Transaksi melebihi batas agen"));
    assertThat(spent() - before).isBetween(900_001L, 1_000_000L);
    assertThat(other.balance()).isEqualTo(left - (spent() - before));
  }

  /// Has the agent move no more than so much today, and waits until the switch knows. More than an
  /// account may hold is refused anyhow.
  private static void limit(long perDay, String account) throws IOException {
    sandbox.change("bnius100268", it -> limited(it, perDay));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                other
                    .deposit(Agent.freshSid(), account, 20_000_001)
                    .toString()
                    .contains("batas agen"));
  }

  private static Partner limited(Partner agent, long perDay) {
    var limits = new Limits(null, null, Rupiah.of(perDay));
    return new Partner(agent.id(), agent.name(), true, agent.addresses(), limits, null);
  }

  private static long spent() {
    return sandbox.number(
        "SELECT coalesce(sum(sen), 0) / 100 FROM spending WHERE partner = 'bnius100268'");
  }

  private static String bill() throws IOException {
    var asked = "{\"product_code\":\"pln\",\"customer_number\":\"530000000001\"}";
    var told = other.agent().ask("bill/inquiry", asked).get("data");
    return "{\"transaction_id\":\"%s\",\"pin\":\"112233\"}"
        .formatted(told.get("transaction_id").asString());
  }

  @Test
  void who_guesses_a_customers_pin_is_stopped_and_the_customer_too() throws Exception {
    var account = one.open(50_000, PIN);
    var turns = new ArrayList<Callable<String>>();
    for (int i = 0; i < 30; i++) {
      var guess = "00000" + i % 10;
      turns.add(() -> other.withdraw(Agent.freshSid(), account, 1_000, guess).toString());
    }

    var answers = Crowd.atOnce(turns);

    assertThat(answers).filteredOn(it -> it.contains("[55] PIN nasabah salah")).hasSize(3);
    assertThat(answers).filteredOn(it -> it.contains("[38] PIN nasabah diblokir")).hasSize(27);
    assertThat(withdraw(account, 1_000)).isEqualTo("-1");
    assertThat(savings(account)).isEqualTo(50_000);
  }

  /// What savings hold, in rupiah.
  private static long savings(String account) throws IOException {
    return sandbox.books().balances().getOrDefault("savings:" + account, 0L) / 100;
  }

  /// What was paid out, in rupiah, for each month.
  private static List<String> monthDebits(String account) {
    return sandbox.rows(
        "SELECT sen / 100 FROM month_debit WHERE account = '%s'".formatted(account));
  }
}
