package id.sakelar.server.partner;

import static id.sakelar.server.partner.PasswordGate.DIALECT;
import static id.sakelar.server.partner.PasswordGate.ELSEWHERE;
import static id.sakelar.server.partner.PasswordGate.OFFICE;
import static id.sakelar.server.partner.PasswordGate.RIGHT;
import static id.sakelar.server.partner.PasswordGate.call;
import static id.sakelar.server.partner.PasswordGate.partner;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.partner.PasswordGate.Calls;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whose call it is where a password comes with it, and how often that is checked.
class PasswordsTest {
  private static final Caller.ByPassword WRONG = new Caller.WrongKey();

  private PasswordGate gate;

  @BeforeEach
  void open() throws IOException, SQLException {
    gate = new PasswordGate();
  }

  @AfterEach
  void close() throws SQLException {
    gate.close();
  }

  @Test
  void who_brings_its_password_is_known_and_the_password_is_nowhere() {
    var sri = partner(true, null, List.of());
    gate.store.add(sri, DIALECT, "sri", Verifier.of(new Secret(RIGHT), new SecureRandom()));
    var server = gate.server(Verifier::opens);

    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(new Caller.Known(sri));
    assertThat(call(server, OFFICE, "dummy124")).isEqualTo(WRONG);
    var stored = gate.store.findCredentials(DIALECT, "sri").orElseThrow().keys().getFirst();
    assertThat(stored.reveal()).doesNotContain(RIGHT);
  }

  @Test
  void an_unknown_user_is_a_wrong_password_and_takes_the_same_work() {
    gate.moveIn();
    var server = gate.server();

    assertThat(call(server, OFFICE, "wrong")).isEqualTo(WRONG);
    assertThat(gate.checks.getAndSet(0)).isEqualTo(2);
    assertThat(server.identifyByPassword(DIALECT, "ani", OFFICE, new Secret("wrong")))
        .isEqualTo(WRONG);
    assertThat(gate.checks.getAndSet(0)).isEqualTo(2);
    assertThat(server.identifyByPassword("digiswitch", "sri", OFFICE, new Secret(RIGHT)))
        .isEqualTo(WRONG);
    assertThat(gate.checks.getAndSet(0)).isEqualTo(2);
    assertThat(gate.counts())
        .containsExactly(
            "ani * 1",
            "ani 203.0.113.7/32 1",
            "sri * 1",
            "sri * 1",
            "sri 203.0.113.7/32 1",
            "sri 203.0.113.7/32 1");
  }

  @Test
  void a_user_who_changes_over_takes_the_same_work_too() {
    gate.moveIn();
    gate.store.addKey("warung-sri", DIALECT, "sri", new Secret("second"));

    assertThat(call(gate.server(), OFFICE, "wrong")).isEqualTo(WRONG);
    assertThat(gate.checks).hasValue(2);
  }

  @Test
  void what_is_checked_for_an_unknown_user_lets_nobody_in() {
    var server = gate.server((_, _) -> true);

    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(WRONG);
  }

  @Test
  void a_right_password_is_checked_once_in_five_minutes() {
    var sri = gate.moveIn();
    var server = gate.server();

    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(new Caller.Known(sri));
    gate.pass(Duration.ofMinutes(5).minusMillis(1));
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(new Caller.Known(sri));
    assertThat(gate.checks).hasValue(1);

    gate.pass(Duration.ofMillis(1));
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(new Caller.Known(sri));
    assertThat(gate.checks).hasValue(2);
  }

  @Test
  void a_wrong_password_is_checked_each_time() {
    gate.moveIn();
    var server = gate.server();

    assertThat(call(server, OFFICE, "wrong")).isEqualTo(WRONG);
    assertThat(call(server, OFFICE, "wrong")).isEqualTo(WRONG);
    assertThat(gate.checks).hasValue(4);
  }

  @Test
  void a_password_that_was_proven_is_checked_anew_from_another_address() {
    gate.moveIn();
    var server = gate.server();

    call(server, OFFICE, RIGHT);
    call(server, ELSEWHERE, RIGHT);

    assertThat(gate.checks).hasValue(2);
  }

  @Test
  void two_passwords_are_live_and_a_retired_one_is_out_within_five_seconds() {
    var sri = gate.moveIn();
    var server = gate.server();
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(new Caller.Known(sri));

    gate.store.addKey("warung-sri", DIALECT, "sri", new Secret("second"));
    gate.pass(Duration.ofSeconds(5));
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(new Caller.Known(sri));
    assertThat(call(server, OFFICE, "second")).isEqualTo(new Caller.Known(sri));

    gate.store.retireOldKeys("warung-sri", DIALECT, "sri");
    gate.pass(Duration.ofSeconds(5));
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(WRONG);
    assertThat(call(server, OFFICE, "second")).isEqualTo(new Caller.Known(sri));
  }

  @Test
  void a_password_of_over_128_characters_is_wrong_without_a_check() {
    gate.moveIn();
    var server = gate.server();

    assertThat(call(server, OFFICE, "x".repeat(129))).isEqualTo(WRONG);
    assertThat(call(server, OFFICE, "x".repeat(1_000_000))).isEqualTo(WRONG);
    assertThat(call(server, OFFICE, "")).isEqualTo(WRONG);
    assertThat(gate.checks).hasValue(0);
    assertThat(gate.counts()).isEmpty();
    assertThat(call(server, OFFICE, "x".repeat(128))).isEqualTo(WRONG);
    assertThat(gate.checks).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sri\0", "sri' OR '1'='1", "sri\r\nlocked: mmbc ani", "sri ", "\u0455ri", "*"})
  void a_username_that_nobody_can_have_is_wrong_without_a_check(String username) {
    gate.moveIn();

    assertThat(gate.server().identifyByPassword(DIALECT, username, OFFICE, new Secret(RIGHT)))
        .isEqualTo(WRONG);
    assertThat(gate.checks).hasValue(0);
    assertThat(gate.counts()).isEmpty();
  }

  @Test
  void the_password_is_judged_before_the_address_and_the_address_before_the_account() {
    var sri = gate.moveIn(partner(false, 1, List.of(Network.parse("203.0.113.0/24"))));
    var server = gate.server();

    assertThat(call(server, ELSEWHERE, "wrong")).isEqualTo(WRONG);
    assertThat(call(server, ELSEWHERE, RIGHT)).isEqualTo(new Caller.ForbiddenAddress());
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(new Caller.Suspended(sri));
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(new Caller.Suspended(sri));
  }

  @Test
  void a_partner_may_call_so_often_a_minute() {
    var sri = gate.moveIn(partner(true, 2, List.of()));
    var server = gate.server();

    assertThat(List.of(call(server, OFFICE, RIGHT), call(server, OFFICE, RIGHT)))
        .containsOnly(new Caller.Known(sri));
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(new Caller.TooMany(sri));
  }

  @Test
  void two_are_checked_and_thirty_two_wait_and_who_comes_then_is_told_so() throws Exception {
    var sri = gate.moveIn();
    var released = new CountDownLatch(1);
    var server = gate.server((password, verifier) -> after(released, password, verifier));
    var passwords = IntStream.range(0, 34).mapToObj(i -> "wrong" + i).toList();

    var calls = Calls.begin(passwords, server, ELSEWHERE).untilAllWait();
    assertThat(gate.checks).hasValue(2);
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(new Caller.Busy());

    released.countDown();
    assertThat(calls.finish()).hasSize(34).doesNotContain(new Caller.Busy());
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(new Caller.Known(sri));
  }

  /// A partner whose requests come all at once is neither turned away nor checked for each.
  @Test
  void the_same_guess_at_the_same_time_is_checked_once() throws Exception {
    var sri = gate.moveIn();
    var released = new CountDownLatch(1);
    var server = gate.server((password, verifier) -> after(released, password, verifier));

    var calls = Calls.begin(Collections.nCopies(60, RIGHT), server, OFFICE).untilAllWait();
    released.countDown();

    assertThat(calls.finish()).hasSize(60).containsOnly(new Caller.Known(sri));
    assertThat(gate.checks).hasValue(1);
  }

  private static boolean after(CountDownLatch released, Secret password, Secret verifier) {
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return password.reveal().equals(verifier.reveal());
  }
}
