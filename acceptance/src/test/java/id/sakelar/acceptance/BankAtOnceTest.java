package id.sakelar.acceptance;

import static id.sakelar.acceptance.Switched.BRI;
import static id.sakelar.acceptance.Switched.BRI_OTHER;
import static id.sakelar.acceptance.Switched.BRI_RICH;
import static id.sakelar.acceptance.Switched.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// However many ask at once, a reference is one movement of money, a payment code is good for one
/// and a transfer goes back once.
class BankAtOnceTest {
  private static final int FIFTY = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String PIN = "135790";
  private static final String EXECUTED = "Reversal already executed";

  private static LiveSandbox sandbox;
  private static Counter counter;
  private static Switched switcher;

  @BeforeAll
  static void start() throws Exception {
    sandbox = LiveSandbox.startFresh();
    counter = Counter.one(sandbox);
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
  void fifty_deposits_at_once_under_one_sid_are_one() throws Exception {
    var account = counter.open(0, PIN);
    long before = counter.balance();

    var answers = Crowd.atOnce(FIFTY, () -> counter.deposit("once", account, 25_000).toString());

    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(answers.getFirst()).contains("\"code\":\"00\"");
    assertThat(savings(account)).isEqualTo(25_000);
    assertThat(counter.balance()).isEqualTo(before - 25_000);
    assertThat(counter.deposit("once", account, 25_000).toString()).isEqualTo(answers.getFirst());
  }

  /// Nobody presses a button twice within two minutes to pay in twice.
  @Test
  void fifty_deposits_at_once_without_a_sid_are_one() throws Exception {
    var account = counter.open(0, PIN);

    var answers = Crowd.atOnce(FIFTY, () -> counter.deposit("", account, 31_000).toString());

    assertThat(answers).allMatch(it -> it.contains("\"code\":\"00\""));
    assertThat(savings(account)).isEqualTo(31_000);
  }

  @Test
  void of_two_wishes_under_one_sid_one_is_granted() throws Exception {
    var account = counter.open(0, PIN);
    var turns = new ArrayList<Callable<String>>();
    for (int i = 0; i < 10; i++) {
      long amount = i % 2 == 0 ? 10_000 : 20_000;
      turns.add(() -> counter.deposit("rivals", account, amount).toString());
    }

    var answers = Crowd.atOnce(turns);

    assertThat(answers).filteredOn(it -> it.contains("\"code\":\"00\"")).hasSize(5);
    assertThat(answers).filteredOn(it -> it.contains("[94] Referensi sudah digunakan")).hasSize(5);
    assertThat(savings(account)).isIn(10_000L, 20_000L);
  }

  @Test
  void fifty_transfers_at_once_to_another_bank_with_one_inquiry_are_one() throws Exception {
    var quote = counter.inquireInterbank();
    long before = counter.balance();
    long taken = sandbox.taken("bank-mandiri");

    var answers =
        Crowd.atOnce(FIFTY, () -> counter.interbank(Agent.freshSid(), quote, 10_000).toString());

    assertThat(answers).filteredOn(it -> it.contains("\"code\":\"00\"")).hasSize(1);
    assertThat(answers).filteredOn(it -> it.contains("[94]")).hasSize(FIFTY - 1);
    assertThat(counter.balance()).isEqualTo(before - 10_000 - quote.get("admin_fee").asLong());
    assertThat(sandbox.book("bank-mandiri", taken)).hasSize(1);
  }

  @Test
  void a_payment_code_is_good_for_one_of_fifty_transfers() throws Exception {
    var code = switcher.code(BRI, BRI_RICH);
    long taken = sandbox.taken("bank-bri");

    var answers =
        Crowd.atOnce(
            FIFTY,
            () ->
                switcher.transfer(Switched.freshRefnum(), code, BRI, BRI_OTHER, 1_000).toString());

    assertThat(answers).filteredOn(it -> it.contains("\"code\":\"00\"")).hasSize(1);
    assertThat(answers).filteredOn(it -> it.contains("paymentCode is not valid")).hasSize(49);
    assertThat(sandbox.book("bank-bri", taken)).hasSize(1);
  }

  @Test
  void a_refnum_is_one_of_fifty_transfers() throws Exception {
    var code = switcher.code(OURS, "14047");
    var refnum = Switched.freshRefnum();
    long taken = sandbox.taken("bank-bri");
    long before = savings("14047");

    var answers =
        Crowd.atOnce(
            FIFTY, () -> switcher.transfer(refnum, code, BRI, BRI_OTHER, 1_000).toString());

    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(answers.getFirst()).contains("\"code\":\"00\"");
    assertThat(sandbox.book("bank-bri", taken)).hasSize(1);
    assertThat(savings("14047")).isEqualTo(before + 1_000);
  }

  @Test
  void a_transfer_goes_back_once_however_many_ask_for_it() throws Exception {
    var source = counter.open(50_000, PIN);
    var target = counter.open(0, PIN);
    var refnum = Switched.freshRefnum();
    var journal = booked(refnum, source, target, 20_000);

    var answers =
        Crowd.atOnce(
            FIFTY, () -> switcher.reverse(Switched.freshRefnum(), refnum, journal).toString());

    assertThat(answers).filteredOn(it -> it.contains("\"code\":\"00\"")).hasSize(1);
    assertThat(answers).filteredOn(it -> it.contains(EXECUTED)).hasSize(49);
    assertThat(savings(source)).isEqualTo(50_000);
    assertThat(savings(target)).isZero();
    assertThat(monthDebit(source)).isZero();
    assertThat(switcher.check(refnum).get("data").get("info").asString())
        .startsWith("Transfer success, reversed by ");
  }

  /// While it is on its way back, nobody knows yet whether it will arrive there.
  @Test
  void a_transfer_between_other_banks_goes_back_once() throws Exception {
    var refnum = Switched.freshRefnum();
    var code = switcher.code(BRI, BRI_OTHER);
    var told = switcher.transfer(refnum, code, Switched.MANDIRI, Switched.MANDIRI_ONE, 7_000);
    assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("00");
    var journal = told.get("data").get("journal").asString();
    var balances = List.of(switcher.balance(BRI, BRI_OTHER), mandiri());

    var answers =
        Crowd.atOnce(
            20, () -> switcher.reverse(Switched.freshRefnum(), refnum, journal).toString());

    assertThat(answers).filteredOn(it -> it.contains("\"code\":\"00\"")).hasSizeLessThan(2);
    assertThat(answers)
        .filteredOn(it -> !it.contains("\"code\":\"00\""))
        .allMatch(it -> it.contains("\"code\":\"68\"") || it.contains(EXECUTED));
    // who was told that nobody knows asks again
    await()
        .atMost(PATIENCE)
        .until(() -> switcher.reverse("", refnum, journal).toString().contains(EXECUTED));
    assertThat(List.of(switcher.balance(BRI, BRI_OTHER) + 7_000, mandiri() - 7_000))
        .isEqualTo(balances);
  }

  private static long mandiri() throws IOException {
    return switcher.balance(Switched.MANDIRI, Switched.MANDIRI_ONE);
  }

  @Test
  void what_the_beneficiary_has_spent_does_not_come_back() throws Exception {
    var source = counter.open(50_000, PIN);
    var target = counter.open(0, PIN);
    var refnum = Switched.freshRefnum();
    var journal = booked(refnum, source, target, 20_000);
    booked(Switched.freshRefnum(), target, "14047", 1);
    var books = sandbox.books();

    var answers =
        Crowd.atOnce(
            10, () -> switcher.reverse(Switched.freshRefnum(), refnum, journal).toString());

    assertThat(answers).allMatch(it -> it.contains("source account has insufficient funds"));
    assertThat(sandbox.books()).isEqualTo(books);
    assertThat(switcher.check(refnum).get("data").get("info").asString())
        .isEqualTo("Transfer success");

    counter.deposit(Agent.freshSid(), target, 1);
    assertThat(switcher.reverse("", refnum, journal).get("code").asString()).isEqualTo("00");
    assertThat(savings(source)).isEqualTo(50_000);
  }

  /// Sends money between two accounts of our bank.
  ///
  /// @return the journal
  private static String booked(String refnum, String source, String target, long amount)
      throws IOException {
    JsonNode told = switcher.transfer(refnum, switcher.code(OURS, target), OURS, source, amount);
    assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("00");
    return told.get("data").get("journal").asString();
  }

  /// What savings hold, in rupiah.
  private static long savings(String account) throws IOException {
    return sandbox.books().balances().getOrDefault("savings:" + account, 0L) / 100;
  }

  private static long monthDebit(String account) {
    return sandbox.number(
        "SELECT coalesce(sum(sen), 0) / 100 FROM month_debit WHERE account = '%s'"
            .formatted(account));
  }
}
