package id.sakelar.server.front.iak;

import static id.sakelar.server.front.iak.Visitor.account;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.front.Key;
import id.sakelar.server.front.Premises;
import id.sakelar.wire.Message;
import id.sakelar.wire.iak.BalanceQuestion;
import id.sakelar.wire.iak.Format;
import id.sakelar.wire.iak.Iak;
import id.sakelar.wire.iak.StatusQuestion;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who is told the deposit.
class BalanceTest {
  private static Premises premises;

  @BeforeAll
  static void moveIn() {
    premises = Premises.open(Visitor::open);
  }

  @AfterAll
  static void close() {
    premises.close();
  }

  @Test
  void a_partner_is_told_its_own_deposit_without_its_sen() throws Exception {
    premises.deposits().topUp(Key.POOR.partner(), "half", new Rupiah(50), new SecureRandom());

    assertThat(ask(BalanceQuestion.by(account(Key.POOR))).body())
        .isEqualTo("{\"data\":{\"balance\":1000,\"message\":\"SUCCESS\",\"rc\":\"00\"}}");
  }

  @Test
  void a_stranger_is_not() throws Exception {
    var forged = BalanceQuestion.by(account(Key.POOR.withKey("another")));
    var borrowed = StatusQuestion.by(account(Key.POOR), "r1").sign();
    var nobody = BalanceQuestion.by(account(new Key("", "nobody", "a-key")));

    assertThat(ask(forged).body())
        .isEqualTo("{\"data\":{\"message\":\"Signature tidak valid\",\"rc\":\"100\"}}")
        .isEqualTo(ask(new BalanceQuestion(Key.POOR.username(), borrowed)).body())
        .isEqualTo(ask(nobody).body());
  }

  @Test
  void who_may_not_ask_is_told_why() throws Exception {
    assertThat(Visitor.verdict(ask(BalanceQuestion.by(account(Key.DISTANT))))).isEqualTo("200 102");
    assertThat(Visitor.verdict(ask(BalanceQuestion.by(account(Key.SUSPENDED)))))
        .isEqualTo("200 118");
  }

  @Test
  void a_balance_is_asked_for_in_json_only() throws Exception {
    var body = Iak.BALANCE.question().write(BalanceQuestion.by(account(Key.ONE))).text();

    assertThat(Visitor.verdict(post(Message.of("application/json; charset=utf-8", body))))
        .isEqualTo("200 00");
    for (var type : new String[] {"application/xml", "text/plain", "application/json;charset=x"}) {
      assertThat(Visitor.verdict(post(Message.of(type, body)))).isEqualTo("400 107");
    }
    assertThat(Visitor.verdict(post(Message.json("{}")))).isEqualTo("400 107");
  }

  private static HttpResponse<String> ask(BalanceQuestion question) throws Exception {
    return post(Iak.BALANCE.question().write(question));
  }

  private static HttpResponse<String> post(Message body) throws Exception {
    return new Visitor(premises, Format.JSON).post(Iak.BALANCE.path(), body);
  }
}
