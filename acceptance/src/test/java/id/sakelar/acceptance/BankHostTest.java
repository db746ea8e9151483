package id.sakelar.acceptance;

import static id.sakelar.acceptance.Switched.BRI;
import static id.sakelar.acceptance.Switched.BRI_OTHER;
import static id.sakelar.acceptance.Switched.MANDIRI;
import static id.sakelar.acceptance.Switched.MANDIRI_ONE;
import static id.sakelar.acceptance.Switched.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// However the host of another bank behaves, money that is sent between banks arrives once or comes
/// back, and whoever asks meanwhile is told that nobody knows yet.
class BankHostTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String PIN = "135790";

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
    sandbox.temper("bank-bri", "{}");
    sandbox.temper("bank-mandiri", "{}");
    sandbox.assertWhole();
  }

  @AfterAll
  static void stop() throws Exception {
    sandbox.close();
  }

  /// The bank has moved the money and cannot be understood, or not in time.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"hang_ups_percent\":100}",
        "{\"garbage_after_percent\":100}",
        "{\"late_percent\":100,\"lateness_ms\":60000}"
      })
  void what_arrived_unheard_of_is_not_known_and_then_booked_once(String temper) throws Exception {
    var quote = counter.inquireInterbank();
    long before = counter.balance();
    long taken = sandbox.taken("bank-mandiri");
    var sid = Agent.freshSid();
    sandbox.temper("bank-mandiri", temper);

    var told = counter.interbank(sid, quote, 10_000);
    sandbox.temper("bank-mandiri", "{}");

    assertPending(told);
    await().atMost(PATIENCE).until(() -> isBooked(counter.interbank(sid, quote, 10_000)));
    assertThat(sandbox.book("bank-mandiri", taken)).hasSize(1);
    assertThat(counter.balance()).isEqualTo(before - 10_000 - quote.get("admin_fee").asLong());
    assertThat(inEscrow()).isZero();
  }

  @Test
  void what_the_other_bank_refuses_stays_in_the_float_with_its_fee() throws Exception {
    var quote = counter.inquireInterbank();
    var before = counter.balance();
    long taken = sandbox.taken("bank-mandiri");
    sandbox.temper("bank-mandiri", "{\"refusals_percent\":100}");

    var told = counter.interbank(Agent.freshSid(), quote, 10_000);

    assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("-1");
    assertThat(counter.balance()).isEqualTo(before);
    assertThat(sandbox.taken("bank-mandiri")).isEqualTo(taken);
    assertThat(inEscrow()).isZero();
  }

  @Test
  void a_bank_that_is_not_there_gets_nothing() throws Exception {
    var quote = counter.inquireInterbank();
    var before = counter.balance();
    sandbox.temper("bank-mandiri", "{\"closed\":\"connections\"}");

    var told = counter.interbank(Agent.freshSid(), quote, 10_000);

    assertThat(told.get("message").asString()).startsWith("[91]");
    assertThat(counter.balance()).isEqualTo(before);
    assertThat(inEscrow()).isZero();
  }

  /// A bank that knows nothing of a transfer may still get it: only its whole time proves that it
  /// never will.
  @Test
  void what_never_arrived_waits_until_it_cannot_arrive_and_comes_back() throws Exception {
    var quote = counter.inquireInterbank();
    long before = counter.balance();
    long taken = sandbox.taken("bank-mandiri");
    var sid = Agent.freshSid();
    sandbox.temper("bank-mandiri", "{\"garbage_before_percent\":100}");

    assertPending(counter.interbank(sid, quote, 10_000));
    assertPending(counter.interbank(sid, quote, 10_000));

    long all = 10_000 + quote.get("admin_fee").asLong();
    assertThat(counter.balance()).isEqualTo(before - all);
    assertThat(inEscrow()).isEqualTo(all);
    await()
        .atMost(PATIENCE.multipliedBy(2))
        .until(() -> counter.interbank(sid, quote, 10_000).toString().contains("\"-1\""));
    assertThat(sandbox.taken("bank-mandiri")).isEqualTo(taken);
    assertThat(counter.balance()).isEqualTo(before);
    assertThat(inEscrow()).isZero();
  }

  @Test
  void money_from_another_bank_arrives_once_though_that_bank_hangs_up() throws Exception {
    var account = counter.open(0, PIN);
    var code = switcher.code(OURS, account);
    long before = switcher.balance(BRI, BRI_OTHER);
    var refnum = Switched.freshRefnum();
    sandbox.temper("bank-bri", "{\"hang_ups_percent\":100}");

    var told = switcher.transfer(refnum, code, BRI, BRI_OTHER, 3_000);
    sandbox.temper("bank-bri", "{}");

    assertPending(told);
    await().atMost(PATIENCE).until(() -> isBooked(switcher.check(refnum)));
    assertThat(isBooked(switcher.transfer(refnum, code, BRI, BRI_OTHER, 3_000))).isTrue();
    assertThat(savings(account)).isEqualTo(3_000);
    assertThat(switcher.balance(BRI, BRI_OTHER)).isEqualTo(before - 3_000);
  }

  @Test
  void money_that_another_bank_will_not_have_goes_back_where_it_was() throws Exception {
    var code = switcher.code(MANDIRI, MANDIRI_ONE);
    long source = switcher.balance(BRI, BRI_OTHER);
    long target = switcher.balance(MANDIRI, MANDIRI_ONE);
    long taken = sandbox.taken("bank-bri");
    sandbox.temper("bank-mandiri", "{\"refusals_percent\":100}");

    var told = switcher.transfer(Switched.freshRefnum(), code, BRI, BRI_OTHER, 4_000);

    assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("-1");
    assertThat(switcher.balance(BRI, BRI_OTHER)).isEqualTo(source);
    assertThat(switcher.balance(MANDIRI, MANDIRI_ONE)).isEqualTo(target);
    assertThat(sandbox.book("bank-bri", taken)).hasSize(2);
  }

  @Test
  void money_between_other_banks_arrives_once_though_both_hang_up() throws Exception {
    var code = switcher.code(MANDIRI, MANDIRI_ONE);
    long source = switcher.balance(BRI, BRI_OTHER);
    long target = switcher.balance(MANDIRI, MANDIRI_ONE);
    var refnum = Switched.freshRefnum();
    sandbox.temper("bank-bri", "{\"hang_ups_percent\":100}");
    sandbox.temper("bank-mandiri", "{\"hang_ups_percent\":100}");

    assertPending(switcher.transfer(refnum, code, BRI, BRI_OTHER, 5_000));

    await().atMost(PATIENCE).until(() -> isBooked(switcher.check(refnum)));
    assertThat(switcher.balance(BRI, BRI_OTHER)).isEqualTo(source - 5_000);
    assertThat(switcher.balance(MANDIRI, MANDIRI_ONE)).isEqualTo(target + 5_000);
  }

  /// The limit of savings leaves no room for their own money: it waits, and nobody loses it.
  @Test
  void what_comes_back_waits_until_there_is_room() throws Exception {
    var account = counter.open(20_000_000, PIN);
    var code = switcher.code("002", BRI_OTHER);
    var refnum = Switched.freshRefnum();
    sandbox.temper(
        "bank-bri", "{\"refusals_percent\":100,\"latency_ms_min\":3000,\"latency_ms_max\":3000}");

    var sending = Thread.ofVirtual().start(() -> sendQuietly(refnum, code, account));
    await().atMost(PATIENCE).until(() -> savings(account) == 19_000_000);
    assertThat(counter.deposit(Agent.freshSid(), account, 1_000_000).get("code").asString())
        .isEqualTo("00");
    sending.join();

    assertPending(switcher.check(refnum));
    assertThat(savings(account)).isEqualTo(20_000_000);
    assertThat(counter.withdraw(Agent.freshSid(), account, 1_000_000, PIN).get("code").asString())
        .isEqualTo("00");
    await().atMost(PATIENCE).until(() -> savings(account) == 20_000_000);
    await().atMost(PATIENCE).until(() -> switcher.check(refnum).toString().contains("\"-1\""));
  }

  private static void sendQuietly(String refnum, String code, String account) {
    try {
      assertPending(switcher.transfer(refnum, code, OURS, account, 1_000_000));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertPending(JsonNode told) {
    assertThat(told.get("code").asString()).as(told.toString()).isEqualTo("68");
    assertThat(told.get("message").asString()).isEqualTo("Transaksi sedang diproses");
  }

  private static boolean isBooked(JsonNode told) {
    assertThat(told.get("code").asString()).as(told.toString()).isIn("00", "68");
    return told.get("code").asString().equals("00");
  }

  private static long inEscrow() throws IOException {
    return sandbox.books().balances().getOrDefault("escrow", 0L) / 100;
  }

  /// What savings hold, in rupiah.
  private static long savings(String account) throws IOException {
    return sandbox.books().balances().getOrDefault("savings:" + account, 0L) / 100;
  }
}
