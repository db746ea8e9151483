package id.sakelar.server.front.bankplus;

import static id.sakelar.server.front.bankplus.Desk.said;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Trouble;
import id.sakelar.money.Rupiah;
import id.sakelar.wire.bankplus.Bankplus;
import id.sakelar.wire.bankplus.CheckAccount;
import id.sakelar.wire.bankplus.DepositAccount;
import id.sakelar.wire.bankplus.Service;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What is said when we break off: of what may have moved money, that nobody knows; of everything
/// else, that nothing has happened.
class BrokenTest {
  private static final Demo AGENT = Demo.of(1);
  private static final String DISTURBED =
      "500 INTERNAL Sistem sedang gangguan, coba beberapa saat lagi.";

  @Test
  void without_a_database_money_is_in_doubt_and_everything_else_disturbed() throws Exception {
    var branch = Branch.open();
    branch.add(AGENT, Rupiah.of(1_000_000));
    var desk = Desk.of(branch, AGENT);
    branch.premises.loseDatabase();

    var deposit = new DepositAccount("60001", "x", Rupiah.of(1_000), "", AGENT.pin());
    assertThat(said(desk.ask(Bankplus.DEPOSIT_ACCOUNT, deposit))).isEqualTo("200 68");
    assertThat(said(desk.ask(Bankplus.CHECK_ACCOUNT, new CheckAccount("60001"))))
        .isEqualTo(DISTURBED);
    assertThat(said(desk.ask(Bankplus.BALANCE))).isEqualTo(DISTURBED);
  }

  @Test
  void trouble_is_never_a_no_for_what_moves_money() {
    assertThat(spoken(Bankplus.DEPOSIT_ACCOUNT, Duty.SAVINGS_MONEY))
        .containsExactly(
            "413 BAD_REQUEST",
            "400 BAD_REQUEST",
            "408 BAD_REQUEST",
            "405 BAD_REQUEST",
            "415 BAD_REQUEST",
            "500 68",
            "503 68");
    assertThat(spoken(Bankplus.CHECK_ACCOUNT, Duty.SAVINGS))
        .endsWith("500 INTERNAL", "503 INTERNAL");
  }

  private static Iterable<String> spoken(Service<?, ?> service, Duty duty) {
    var voice = new Voice<>(service, duty);
    return Arrays.stream(Trouble.values())
        .map(voice::answer)
        .map(
            answer ->
                answer.status()
                    + " "
                    + new String(answer.body().bytes(), UTF_8)
                        .replaceAll(".*?\"code\":\"([^\"]*)\".*", "$1"))
        .toList();
  }
}
