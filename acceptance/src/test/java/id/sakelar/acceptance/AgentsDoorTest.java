package id.sakelar.acceptance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An agent's PIN is tried three times and no more, whatever comes at once, and what an agent or an
/// operator changes shuts out whoever is in.
class AgentsDoorTest {
  private static final int TRIES = 200;
  private static final String WRONG = "Mohon maaf PIN transaksi anda salah";
  private static final String PENDING = "Transaksi sedang diproses";
  private static final String BLOCKED = "PIN transaksi anda diblokir";

  private static LiveSandbox sandbox;

  @TempDir private Path directory;

  @BeforeAll
  static void start() throws Exception {
    sandbox = LiveSandbox.startFresh();
  }

  @AfterAll
  static void stop() throws Exception {
    sandbox.close();
  }

  @Test
  void two_hundred_wrong_pins_at_once_are_three_tries() throws Exception {
    var other = Counter.other(sandbox);
    var account = Counter.one(sandbox).open(0, "135790");
    var turns = new ArrayList<Callable<String>>();
    for (int i = 0; i < TRIES; i++) {
      var pin = new CounterWords(String.format(Locale.ROOT, "%06d", i));
      turns.add(() -> judgement(new Counter(other.agent(), pin), account));
    }
    var books = sandbox.books();

    var messages = Crowd.atOnce(turns);

    assertThat(messages.stream().collect(groupingBy(it -> it, counting())))
        .isEqualTo(Map.of(WRONG, 3L, BLOCKED, TRIES - 3L));
    var right = other.deposit(Agent.freshSid(), account, 1_000);
    assertThat(right.get("code").asString()).isEqualTo("INVALID_PIN");
    assertThat(right.get("message").asString()).isEqualTo(BLOCKED);
    assertThat(sandbox.books()).isEqualTo(books);

    resetPin(other.agent());
    assertThat(deposit("BNIUS100268", "A31jKb99", "445566", account)).isEqualTo("00");
  }

  /// What is said of a PIN. Who has found too much going on asks again.
  private static String judgement(Counter counter, String account) throws IOException {
    String message = PENDING;
    while (message.equals(PENDING)) {
      message = counter.deposit(Agent.freshSid(), account, 1_000).get("message").asString();
    }
    return message;
  }

  /// As an operator does, and then the agent.
  private void resetPin(Agent blocked) throws Exception {
    var config = "--config=" + LiveSandbox.config();
    var ended = Launched.run(directory, "agent", "reset-pin", config, "BNIUS100268");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(blocked.ask("account/balance", "").get("code").asString())
        .isEqualTo("SESSION_NOT_FOUND");
    var back = Agent.other(sandbox);
    var set = back.ask("account/changepin", "{\"password\":\"A31jKb99\",\"new\":\"445566\"}");
    assertThat(set.get("code").asString()).as(set.toString()).isEqualTo("00");
  }

  private static String deposit(String username, String password, String pin, String account)
      throws IOException {
    var counter = new Counter(Agent.logIn(sandbox, username, password), new CounterWords(pin));
    return counter.deposit(Agent.freshSid(), account, 1_000).get("code").asString();
  }

  /// Two who are right at once do not lock each other out.
  @Test
  void a_right_pin_is_right_among_many() throws Exception {
    var one = Counter.one(sandbox);
    var account = one.open(0, "135790");

    var codes =
        Crowd.atOnce(
            20, () -> one.deposit(Agent.freshSid(), account, 1_000).get("code").asString());

    assertThat(codes).allMatch("00"::equals);
  }

  @Test
  void a_new_password_ends_every_session_and_the_old_one_opens_none() throws Exception {
    var first = Agent.one(sandbox);
    var second = Agent.one(sandbox);

    var changed = first.ask("account/changepass", "{\"old\":\"T6jkl4ss\",\"new\":\"T6jkl4s1\"}");

    assertThat(changed.get("code").asString()).as(changed.toString()).isEqualTo("00");
    assertThat(second.ask("account/balance", "").get("code").asString())
        .isEqualTo("SESSION_NOT_FOUND");
    var old = "{\"username\":\"BNIUS100294\",\"password\":\"T6jkl4ss\"}";
    assertThat(sandbox.tell("/bankplus/users/auth", Map.of(), old).status()).isEqualTo(401);
    var back = Agent.logIn(sandbox, "BNIUS100294", "T6jkl4s1");
    var again = back.ask("account/changepass", "{\"old\":\"T6jkl4s1\",\"new\":\"T6jkl4ss\"}");
    assertThat(again.get("code").asString()).as(again.toString()).isEqualTo("00");
  }
}
