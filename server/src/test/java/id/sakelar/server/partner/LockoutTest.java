package id.sakelar.server.partner;

import static id.sakelar.server.partner.PasswordGate.DIALECT;
import static id.sakelar.server.partner.PasswordGate.ELSEWHERE;
import static id.sakelar.server.partner.PasswordGate.OFFICE;
import static id.sakelar.server.partner.PasswordGate.RIGHT;
import static id.sakelar.server.partner.PasswordGate.call;
import static id.sakelar.server.partner.PasswordGate.guess;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.partner.PasswordGate.Calls;
import java.io.IOException;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who guesses passwords is locked out, and nobody else is.
class LockoutTest {
  private static final Caller.ByPassword WRONG = new Caller.WrongKey();
  private static final Caller.ByPassword LOCKED_OUT = new Caller.LockedOut();

  private PasswordGate gate;
  private Caller.ByPassword known;

  @BeforeEach
  void open() throws IOException, SQLException {
    gate = new PasswordGate();
    known = new Caller.Known(gate.moveIn());
  }

  @AfterEach
  void close() throws SQLException {
    gate.close();
  }

  @Test
  void five_wrong_passwords_lock_the_right_one_too_for_fifteen_minutes() {
    var server = gate.server();

    assertThat(guess(server, OFFICE, 5)).containsOnly(WRONG);
    gate.checks.set(0);

    assertThat(call(server, OFFICE, "another")).isEqualTo(LOCKED_OUT);
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(LOCKED_OUT);
    gate.pass(Duration.ofMinutes(15).minusMillis(1));
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(LOCKED_OUT);
    assertThat(gate.checks).hasValue(0);

    gate.pass(Duration.ofMillis(1));
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(known);
  }

  @Test
  void a_lock_is_for_one_username_from_one_address() {
    gate.store.addKey("warung-sri", DIALECT, "sri-2", new Secret(RIGHT));
    var server = gate.server();
    guess(server, OFFICE, 5);

    assertThat(call(server, ELSEWHERE, RIGHT)).isEqualTo(known);
    assertThat(server.identifyByPassword(DIALECT, "sri-2", OFFICE, new Secret(RIGHT)))
        .isEqualTo(known);
  }

  @Test
  void a_lock_survives_a_restart_and_holds_in_every_process() {
    guess(gate.server(), OFFICE, 3);
    guess(gate.server(), OFFICE, 2);

    assertThat(call(gate.server(), OFFICE, RIGHT)).isEqualTo(LOCKED_OUT);
  }

  @Test
  void wrong_passwords_count_for_fifteen_minutes() {
    guess(gate.server(), OFFICE, 4);
    gate.pass(Duration.ofMinutes(15));

    assertThat(guess(gate.server(), OFFICE, 4)).containsOnly(WRONG);
    assertThat(call(gate.server(), OFFICE, RIGHT)).isEqualTo(known);
  }

  @Test
  void a_lock_that_is_over_leaves_nothing_behind() {
    guess(gate.server(), OFFICE, 5);
    gate.pass(Duration.ofMinutes(15));

    assertThat(guess(gate.server(), OFFICE, 4)).containsOnly(WRONG);
    assertThat(call(gate.server(), OFFICE, RIGHT)).isEqualTo(known);
  }

  @Test
  void the_right_password_begins_a_new_count_for_the_address_alone() {
    for (int i = 0; i < 2; i++) {
      assertThat(guess(gate.server(), OFFICE, 4)).containsOnly(WRONG);
      assertThat(call(gate.server(), OFFICE, RIGHT)).isEqualTo(known);
    }
    assertThat(gate.counts()).containsExactly("sri * 8");
  }

  @Test
  void users_who_are_not_there_are_locked_alike() {
    var server = gate.server();

    for (int i = 0; i < 5; i++) {
      assertThat(server.identifyByPassword(DIALECT, "ani", OFFICE, new Secret("wrong" + i)))
          .isEqualTo(WRONG);
    }
    assertThat(server.identifyByPassword(DIALECT, "ani", OFFICE, new Secret("another")))
        .isEqualTo(LOCKED_OUT);
  }

  /// All of them are past the first look at the lock before one of them is counted.
  @Test
  void parallel_guesses_do_not_exceed_the_limit() throws Exception {
    var released = new CountDownLatch(1);
    var server = gate.server((_, _) -> isWrongAfter(released));
    var guesses = IntStream.range(0, 30).mapToObj(i -> "wrong" + i).toList();

    var calls = Calls.begin(guesses, server, OFFICE).untilAllWait();
    released.countDown();

    var callers = calls.finish();
    assertThat(Collections.frequency(callers, WRONG)).isEqualTo(5);
    assertThat(Collections.frequency(callers, LOCKED_OUT)).isEqualTo(25);
    assertThat(gate.counts()).containsExactly("sri * 5", "sri 203.0.113.7/32 5");
  }

  @Test
  void a_right_guess_that_is_under_way_when_the_lock_comes_is_not_told() throws Exception {
    var released = new CountDownLatch(1);
    var server =
        gate.server(
            (password, verifier) ->
                password.reveal().equals(verifier.reveal()) && !isWrongAfter(released));

    var right = Calls.begin(List.of(RIGHT), server, OFFICE).untilAllWait();
    assertThat(guess(server, OFFICE, 5)).containsOnly(WRONG);
    released.countDown();

    assertThat(right.finish()).containsExactly(LOCKED_OUT);
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(LOCKED_OUT);
  }

  private static boolean isWrongAfter(CountDownLatch released) {
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return false;
  }

  @Test
  void who_has_proven_itself_is_locked_out_by_guesses_from_its_own_address() {
    var server = gate.server();
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(known);

    assertThat(guess(server, OFFICE, 5)).containsOnly(WRONG);

    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(LOCKED_OUT);
  }

  @Test
  void a_lock_of_another_process_is_known_within_five_seconds() {
    var server = gate.server();
    call(server, OFFICE, RIGHT);
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(known);

    guess(gate.server(), OFFICE, 5);
    gate.pass(Duration.ofSeconds(5));

    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(LOCKED_OUT);
  }

  /// Five from each of ten addresses.
  private void guessFromEverywhere() {
    for (int i = 1; i <= 10; i++) {
      var from = InetAddress.ofLiteral("192.0.2." + i);
      assertThat(guess(gate.server(), from, 5)).containsOnly(WRONG);
    }
  }

  @Test
  void fifty_wrong_passwords_lock_a_username_for_everybody_for_five_minutes() {
    guessFromEverywhere();

    assertThat(call(gate.server(), OFFICE, RIGHT)).isEqualTo(LOCKED_OUT);
    gate.pass(Duration.ofMinutes(5).minusMillis(1));
    assertThat(call(gate.server(), OFFICE, RIGHT)).isEqualTo(LOCKED_OUT);
    gate.pass(Duration.ofMillis(1));
    assertThat(call(gate.server(), OFFICE, RIGHT)).isEqualTo(known);
  }

  @Test
  void forty_nine_do_not() {
    for (int i = 1; i <= 7; i++) {
      guess(gate.server(), InetAddress.ofLiteral("2001:db8:0:" + i + "::1"), 4);
      guess(gate.server(), InetAddress.ofLiteral("192.0.2." + i), 3);
    }

    assertThat(gate.counts()).contains("sri * 49");
    assertThat(call(gate.server(), OFFICE, RIGHT)).isEqualTo(known);
  }

  @Test
  void who_has_proven_itself_is_not_kept_out_by_guesses_from_elsewhere() {
    var server = gate.server();
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(known);
    gate.pass(Duration.ofMinutes(4));

    guessFromEverywhere();

    gate.pass(Duration.ofSeconds(50));
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(known);
    gate.pass(Duration.ofMinutes(4));
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(known);
    assertThat(gate.checks.get()).isEqualTo(1 + 50 * 2);
  }

  /// Or what is remembered would tell the right guess from a wrong one while nothing else does.
  @Test
  void who_has_not_proven_itself_learns_nothing_while_a_username_is_locked() {
    var server = gate.server();
    call(server, OFFICE, RIGHT);
    guessFromEverywhere();

    assertThat(call(server, ELSEWHERE, RIGHT)).isEqualTo(LOCKED_OUT);
    assertThat(guess(server, OFFICE, 5)).containsOnly(LOCKED_OUT);
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(LOCKED_OUT);
  }

  @Test
  void addresses_of_one_ipv6_network_are_one() {
    var server = gate.server();
    for (int i = 0; i < 5; i++) {
      var from = InetAddress.ofLiteral("2001:db8:0:1::" + i);
      assertThat(guess(server, from, 1)).containsOnly(WRONG);
    }

    assertThat(call(server, InetAddress.ofLiteral("2001:db8:0:1:ffff::"), RIGHT))
        .isEqualTo(LOCKED_OUT);
    assertThat(call(server, InetAddress.ofLiteral("2001:db8:0:2::"), RIGHT)).isEqualTo(known);
  }

  @Test
  void counts_that_are_over_are_forgotten_and_others_are_not() {
    guess(gate.server(), OFFICE, 5);
    gate.pass(Duration.ofMinutes(14));
    guess(gate.server(), ELSEWHERE, 1);
    gate.pass(Duration.ofMinutes(1).minusMillis(1));

    gate.lockouts.forgetOld(gate.now.get());
    assertThat(gate.counts())
        .containsExactly("sri * 6", "sri 198.51.100.1/32 1", "sri 203.0.113.7/32 5");

    gate.pass(Duration.ofMillis(1));
    gate.lockouts.forgetOld(gate.now.get());
    assertThat(gate.counts()).containsExactly("sri 198.51.100.1/32 1");
  }

  @Test
  void a_lock_is_not_forgotten_while_it_lasts() {
    guess(gate.server(), OFFICE, 4);
    gate.pass(Duration.ofMinutes(14));
    guess(gate.server(), OFFICE, 1);
    gate.pass(Duration.ofMinutes(14));

    gate.lockouts.forgetOld(gate.now.get());

    assertThat(call(gate.server(), OFFICE, RIGHT)).isEqualTo(LOCKED_OUT);
  }
}
