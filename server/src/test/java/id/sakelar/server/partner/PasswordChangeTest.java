package id.sakelar.server.partner;

import static id.sakelar.server.partner.Partners.PasswordChange.BUSY;
import static id.sakelar.server.partner.Partners.PasswordChange.DONE;
import static id.sakelar.server.partner.Partners.PasswordChange.REFUSED;
import static id.sakelar.server.partner.Partners.PasswordChange.UNFIT;
import static id.sakelar.server.partner.PasswordGate.DIALECT;
import static id.sakelar.server.partner.PasswordGate.ELSEWHERE;
import static id.sakelar.server.partner.PasswordGate.OFFICE;
import static id.sakelar.server.partner.PasswordGate.RIGHT;
import static id.sakelar.server.partner.PasswordGate.call;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.server.partner.Partners.PasswordChange;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A partner takes another password.
class PasswordChangeTest {
  private static final Caller.ByPassword WRONG = new Caller.WrongKey();
  private static final String FRESH = "dummy-124";

  private PasswordGate gate;
  private Partners server;

  @BeforeEach
  void open() throws IOException, SQLException {
    gate = new PasswordGate();
    server = gate.server(Verifier::opens);
  }

  @AfterEach
  void close() throws SQLException {
    gate.close();
  }

  private Caller.ByPassword moveIn(Partner partner) {
    gate.store.add(partner, DIALECT, "sri", verifier(RIGHT));
    return new Caller.Known(partner);
  }

  private Caller.ByPassword moveIn() {
    return moveIn(PasswordGate.partner(true, null, List.of()));
  }

  private static Secret verifier(String password) {
    return Verifier.of(new Secret(password), new SecureRandom());
  }

  private static PasswordChange change(Partners at, InetAddress from, String old, String fresh) {
    return at.changePassword(DIALECT, "sri", new Secret(old), new Secret(fresh), from);
  }

  @Test
  void the_old_password_is_wrong_at_once_and_the_new_one_right() {
    var known = moveIn();
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(known);

    assertThat(change(server, OFFICE, RIGHT, FRESH)).isEqualTo(DONE);

    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(WRONG);
    assertThat(call(server, OFFICE, FRESH)).isEqualTo(known);
    assertThat(gate.store.findCredentials(DIALECT, "sri").orElseThrow().keys()).hasSize(1);
  }

  @Test
  void the_old_password_is_wrong_at_other_processes_within_five_seconds() {
    var known = moveIn();
    var other = gate.server(Verifier::opens);
    assertThat(call(other, OFFICE, RIGHT)).isEqualTo(known);

    change(server, OFFICE, RIGHT, FRESH);
    gate.pass(Duration.ofSeconds(5));

    assertThat(call(other, OFFICE, RIGHT)).isEqualTo(WRONG);
    assertThat(call(other, OFFICE, FRESH)).isEqualTo(known);
  }

  /// The other process still takes the old password for right.
  @Test
  void a_password_is_changed_by_the_old_one_once() {
    moveIn();
    var other = gate.server(Verifier::opens);
    call(other, OFFICE, RIGHT);

    assertThat(change(server, OFFICE, RIGHT, FRESH)).isEqualTo(DONE);
    assertThat(change(other, OFFICE, RIGHT, "a-thief-has-this")).isEqualTo(REFUSED);
    assertThat(call(server, OFFICE, FRESH)).isInstanceOf(Caller.Known.class);
    assertThat(call(other, OFFICE, "a-thief-has-this")).isEqualTo(WRONG);
  }

  @Test
  void both_passwords_of_who_changes_over_are_retired() {
    moveIn();
    gate.store.addKey("warung-sri", DIALECT, "sri", verifier("second-one"));

    assertThat(change(server, OFFICE, RIGHT, FRESH)).isEqualTo(DONE);

    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(WRONG);
    assertThat(call(server, OFFICE, "second-one")).isEqualTo(WRONG);
  }

  @Test
  void wrong_old_passwords_count_as_at_a_login() {
    var known = moveIn();
    for (int i = 0; i < 5; i++) {
      assertThat(change(server, OFFICE, "wrong" + i, FRESH)).isEqualTo(REFUSED);
    }
    gate.checks.set(0);

    assertThat(change(server, OFFICE, RIGHT, FRESH)).isEqualTo(REFUSED);
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(new Caller.LockedOut());
    assertThat(gate.checks).hasValue(0);
    assertThat(call(server, ELSEWHERE, RIGHT)).isEqualTo(known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "seven77", RIGHT, "a\0bcdefgh", "tab\tnewline\n"})
  void a_new_password_has_eight_characters_and_is_not_the_old_one(String fresh) {
    var known = moveIn();

    assertThat(change(server, OFFICE, RIGHT, fresh)).isEqualTo(UNFIT);
    assertThat(change(server, OFFICE, RIGHT, "x".repeat(129))).isEqualTo(UNFIT);
    assertThat(call(server, OFFICE, RIGHT)).isEqualTo(known);
    assertThat(change(server, OFFICE, "wrong", fresh)).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 128})
  void a_new_password_has_8_to_128_characters(int length) {
    var known = moveIn();

    assertThat(change(server, OFFICE, RIGHT, "x".repeat(length))).isEqualTo(DONE);
    assertThat(call(server, OFFICE, "x".repeat(length))).isEqualTo(known);
  }

  @Test
  void who_is_suspended_or_calls_from_elsewhere_changes_nothing() {
    moveIn(PasswordGate.partner(false, null, List.of(Network.parse("203.0.113.0/24"))));

    assertThat(change(server, OFFICE, RIGHT, FRESH)).isEqualTo(REFUSED);
    assertThat(change(server, ELSEWHERE, RIGHT, FRESH)).isEqualTo(REFUSED);
    assertThat(change(server, OFFICE, FRESH, RIGHT)).isEqualTo(REFUSED);
  }

  @Test
  void who_calls_too_often_may_try_again() {
    moveIn(PasswordGate.partner(true, 1, List.of()));
    call(server, OFFICE, RIGHT);

    assertThat(change(server, OFFICE, RIGHT, FRESH)).isEqualTo(BUSY);
  }

  @Test
  void nobody_changes_the_password_of_a_user_who_is_not_there() {
    assertThat(change(server, OFFICE, RIGHT, FRESH)).isEqualTo(REFUSED);
  }
}
