package id.sakelar.server.front.bankplus;

import static id.sakelar.server.front.bankplus.Desk.said;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Agent.Status;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.partner.Verifier;
import id.sakelar.wire.bankplus.Account;
import id.sakelar.wire.bankplus.Bankplus;
import id.sakelar.wire.bankplus.ChangePassword;
import id.sakelar.wire.bankplus.CheckAccount;
import id.sakelar.wire.bankplus.Login;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in, and for how long.
class SessionTest {
  private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");
  private static final String NO_SESSION = "401 SESSION_NOT_FOUND Invalid session!";
  private static final String NO_LOGIN =
      "401 2102 Username dan Password yang Anda masukkan tidak ditemukan."
          + " Silakan periksa dan coba kembali";
  private static final String FORBIDDEN =
      "403 FORBIDDEN Maaf, agen tidak di izinkan untuk gunakan fitur ini.";

  private static Branch branch;

  @BeforeAll
  static void moveIn() throws Exception {
    branch = Branch.open();
    for (int number = 1; number <= 9; number++) {
      branch.add(Demo.of(number), Rupiah.of(1_000_000));
    }
  }

  @AfterAll
  static void close() {
    branch.close();
  }

  @BeforeEach
  void noon() {
    branch.premises.setTime(NOON);
  }

  @Test
  void a_session_is_eighty_letters_and_digits_and_new_at_each_login() throws Exception {
    var first = Desk.of(branch, Demo.of(1));
    var second = Desk.of(branch, Demo.of(1));

    assertThat(first.session()).matches("[A-Za-z0-9]{80}");
    assertThat(second.session()).matches("[A-Za-z0-9]{80}").isNotEqualTo(first.session());
    assertThat(said(first.ask(Bankplus.BALANCE))).isEqualTo("200 00");
  }

  @Test
  void a_session_that_is_offered_at_login_is_not_taken_over() throws Exception {
    var fixed = "x".repeat(80);
    var answer = Desk.at(branch).with(Bankplus.SESSION, fixed).logIn(Demo.of(1));

    assertThat(Desk.done(Bankplus.LOGIN, answer).sessionId()).isNotEqualTo(fixed);
    assertThat(said(Desk.at(branch).with(Bankplus.SESSION, fixed).ask(Bankplus.BALANCE)))
        .isEqualTo(NO_SESSION);
  }

  @Test
  void a_session_shows_its_own_agent_and_nobody_else() throws Exception {
    var one = Desk.of(branch, Demo.of(1)).ask(Bankplus.BALANCE);
    var two = Desk.of(branch, Demo.of(2)).ask(Bankplus.BALANCE);

    assertThat(accountNumber(Desk.done(Bankplus.BALANCE, one))).isEqualTo("5001");
    assertThat(accountNumber(Desk.done(Bankplus.BALANCE, two))).isEqualTo("5002");
  }

  private static String accountNumber(Account.Own own) {
    return own.account().accountNumber();
  }

  @Test
  void without_a_session_nothing_is_answered_and_nothing_read() throws Exception {
    for (String session : List.of("", "x", "0".repeat(80), "' OR 1=1 --")) {
      var stranger =
          session.isEmpty() ? Desk.at(branch) : Desk.at(branch).with(Bankplus.SESSION, session);

      assertThat(said(stranger.ask(Bankplus.BALANCE))).isEqualTo(NO_SESSION);
      assertThat(said(stranger.post("/bankplus/bsa/openAccount", "not even JSON")))
          .isEqualTo(NO_SESSION);
    }
  }

  @Test
  void after_logout_the_session_is_over_and_others_go_on() throws Exception {
    var one = Desk.of(branch, Demo.of(1));
    var other = Desk.of(branch, Demo.of(1));

    assertThat(said(one.ask(Bankplus.LOGOUT))).isEqualTo("200 00");

    assertThat(said(one.ask(Bankplus.BALANCE))).isEqualTo(NO_SESSION);
    assertThat(said(one.ask(Bankplus.LOGOUT))).isEqualTo(NO_SESSION);
    assertThat(said(other.ask(Bankplus.BALANCE))).isEqualTo("200 00");
  }

  @Test
  void a_new_password_ends_all_sessions_and_the_old_one() throws Exception {
    var agent = Demo.of(3);
    var one = Desk.of(branch, agent);
    var other = Desk.of(branch, agent);
    var change = new ChangePassword(agent.password(), "another-password");

    assertThat(said(one.ask(Bankplus.CHANGE_PASSWORD, change))).isEqualTo("200 00");

    assertThat(said(one.ask(Bankplus.BALANCE))).isEqualTo(NO_SESSION);
    assertThat(said(other.ask(Bankplus.BALANCE))).isEqualTo(NO_SESSION);
    assertThat(said(Desk.at(branch).logIn(agent))).isEqualTo(NO_LOGIN);
    assertThat(said(Desk.at(branch).logIn(agent.withPassword("another-password"))))
        .isEqualTo("200 00");
  }

  @Test
  void a_wrong_old_password_changes_nothing() throws Exception {
    var desk = Desk.of(branch, Demo.of(1));
    var change = new ChangePassword("not-the-password", "another-password");

    assertThat(said(desk.ask(Bankplus.CHANGE_PASSWORD, change)))
        .isEqualTo("200 UPDATE_NONE Password tidak sesuai, coba ulangi kembali");
    assertThat(said(desk.ask(Bankplus.BALANCE))).isEqualTo("200 00");
  }

  @Test
  void a_session_nobody_uses_is_over_after_fifteen_minutes() throws Exception {
    var desk = Desk.of(branch, Demo.of(1));

    branch.premises.setTime(NOON.plus(Duration.ofMinutes(14)));
    assertThat(said(desk.ask(Bankplus.BALANCE))).isEqualTo("200 00");
    branch.premises.setTime(NOON.plus(Duration.ofMinutes(28)));
    assertThat(said(desk.ask(Bankplus.BALANCE))).isEqualTo("200 00");
    branch.premises.setTime(NOON.plus(Duration.ofMinutes(43)));
    assertThat(said(desk.ask(Bankplus.BALANCE))).isEqualTo(NO_SESSION);
  }

  @Test
  void however_it_is_used_a_session_is_over_after_twelve_hours() throws Exception {
    var desk = Desk.of(branch, Demo.of(1));
    for (int minutes = 10; minutes < 720; minutes += 10) {
      branch.premises.setTime(NOON.plus(Duration.ofMinutes(minutes)));
      assertThat(said(desk.ask(Bankplus.JOBS))).isEqualTo("200 00");
    }

    branch.premises.setTime(NOON.plus(Duration.ofHours(12)));

    assertThat(said(desk.ask(Bankplus.BALANCE))).isEqualTo(NO_SESSION);
  }

  @Test
  void who_is_suspended_is_let_in_no_more() throws Exception {
    var agent = Demo.of(4);
    var desk = Desk.of(branch, agent);
    branch.agents.setStatus(agent.username(), Status.SUSPENDED);

    assertThat(said(desk.ask(Bankplus.BALANCE))).isEqualTo(FORBIDDEN);
    assertThat(said(Desk.at(branch).logIn(agent))).isEqualTo(FORBIDDEN);
  }

  @Test
  void a_stranger_and_a_wrong_password_are_told_the_same() throws Exception {
    var stranger = Desk.at(branch).ask(Bankplus.LOGIN, new Login("BNIUS999999", "password-1"));
    var forger = Desk.at(branch).ask(Bankplus.LOGIN, new Login("BNIUS200001", "password-2"));

    assertThat(said(stranger)).isEqualTo(NO_LOGIN);
    assertThat(forger.body()).isEqualTo(stranger.body());
  }

  @Test
  void an_agent_of_another_dialect_cannot_log_in() throws Exception {
    branch
        .premises
        .partnerStore()
        .addKey(
            "partner-1",
            BankplusFront.DIALECT,
            "no-agent",
            Verifier.of(new Secret("password-0"), new SecureRandom()));

    assertThat(said(Desk.at(branch).ask(Bankplus.LOGIN, new Login("no-agent", "password-0"))))
        .isEqualTo(NO_LOGIN);
  }

  @Test
  void questions_without_parameters_may_be_got() throws Exception {
    var desk = Desk.of(branch, Demo.of(1));

    for (var service : List.of(Bankplus.BALANCE, Bankplus.JOBS, Bankplus.BANKS)) {
      assertThat(said(Desk.send(desk.to(service.path()).GET()))).isEqualTo("200 00");
    }
    assertThat(said(Desk.send(desk.to(Bankplus.LOGOUT.path()).GET()))).isEqualTo("200 00");
    assertThat(said(desk.ask(Bankplus.JOBS))).isEqualTo(NO_SESSION);
  }

  @Test
  void questions_with_parameters_are_posted() throws Exception {
    var desk = Desk.of(branch, Demo.of(1));

    var answer = Desk.send(desk.to(Bankplus.CHECK_ACCOUNT.path()).GET());

    assertThat(said(answer)).isEqualTo("405 BAD_REQUEST Format data tidak valid.");
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
    assertThat(
            Desk.send(desk.to(Bankplus.JOBS.path()).method("PUT", BodyPublishers.noBody()))
                .headers()
                .firstValue("Allow"))
        .contains("POST, GET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?sessionid=abc", "?accountNum=5001", "?pin=123001"})
  void a_query_is_refused(String query) throws Exception {
    var desk = Desk.of(branch, Demo.of(1));
    var body = Bankplus.CHECK_ACCOUNT.question().write(new CheckAccount("5001"));

    assertThat(said(desk.post(Bankplus.CHECK_ACCOUNT.path() + query, body)))
        .isEqualTo("400 BAD_REQUEST Format data tidak valid.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "../x", "{{sid}}", "é", "a,b"})
  void a_sid_is_made_of_its_alphabet(String sid) throws Exception {
    var desk = Desk.of(branch, Demo.of(1)).sid(sid);

    assertThat(said(desk.ask(Bankplus.CHECK_ACCOUNT, new CheckAccount("5001"))))
        .isEqualTo("400 BAD_REQUEST Parameter sid tidak valid.");
  }

  @Test
  void two_sessions_at_once_are_none() throws Exception {
    var one = Desk.of(branch, Demo.of(1));
    var two = Desk.of(branch, Demo.of(2));
    var request = one.to(Bankplus.BALANCE.path()).header(Bankplus.SESSION, two.session());

    assertThat(said(Desk.send(request.GET()))).isEqualTo(NO_SESSION);
  }
}
