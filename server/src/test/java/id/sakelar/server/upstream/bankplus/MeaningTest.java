package id.sakelar.server.upstream.bankplus;

import static id.sakelar.server.upstream.bankplus.Pretence.MOVE;
import static id.sakelar.server.upstream.bankplus.Pretence.SOURCE;
import static id.sakelar.server.upstream.bankplus.Pretence.holder;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.http.Budget;
import id.sakelar.http.Caller;
import id.sakelar.server.banking.BankNetwork.Found.None;
import id.sakelar.server.banking.BankNetwork.Heard;
import id.sakelar.server.banking.BankNetwork.Heard.Ambiguous;
import id.sakelar.server.banking.BankNetwork.Heard.NotFound;
import id.sakelar.server.banking.BankNetwork.Heard.NotSent;
import id.sakelar.server.banking.BankNetwork.Heard.Refused;
import id.sakelar.server.banking.Denial;
import id.sakelar.wire.bankplus.Switcher;
import id.sakelar.wire.bankplus.SwitcherReply;
import id.sakelar.wire.bankplus.SwitcherSentence;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each refusal proves, as the answer to a transfer and as the answer to a check, and why
/// there is no account when it is the answer to an inquiry.
class MeaningTest {
  /// sentence, what it proves of a transfer, and why; what it proves in a check; why no account.
  private static final String TABLE =
      """
      ACCOUNT_UNKNOWN,  E3, UNKNOWN_ACCOUNT,  E5, UNKNOWN_ACCOUNT
      SOURCE_UNKNOWN,   E3, UNKNOWN_ACCOUNT,  E5, UNKNOWN_ACCOUNT
      ALREADY_REVERSED, E5, BANK_REFUSED,     E5, BANK_REFUSED
      NOT_FOUND,        E5, BANK_REFUSED,     E6, BANK_REFUSED
      NOT_REVERSIBLE,   E5, BANK_REFUSED,     E5, BANK_REFUSED
      REFNUM_USED,      E5, BANK_REFUSED,     E5, BANK_REFUSED
      NO_PAYMENT_CODE,  E5, BANK_REFUSED,     E5, BANK_REFUSED
      FUNDS,            E3, FUNDS,            E5, BANK_REFUSED
      CEILING,          E3, CEILING,          E5, BANK_REFUSED
      SOURCE_LIMIT,     E3, MONTH_LIMIT,      E5, BANK_REFUSED
      INACTIVE,         E3, INACTIVE_ACCOUNT, E5, INACTIVE_ACCOUNT
      BANK_UNKNOWN,     E3, UNKNOWN_BANK,     E5, UNKNOWN_BANK
      BANK_UNREACHABLE, E3, BANK_UNREACHABLE, E5, BANK_UNREACHABLE
      TRANSFER_FAILED,  E3, BANK_REFUSED,     E3, BANK_REFUSED
      REVERSAL_FAILED,  E5, BANK_REFUSED,     E5, BANK_REFUSED
      STRANGER,         E3, BANK_REFUSED,     E5, BANK_UNREACHABLE
      BUSY,             E3, BANK_REFUSED,     E5, BANK_UNREACHABLE
      DISTURBED,        E3, BANK_REFUSED,     E5, BANK_UNREACHABLE
      FORMAT,           E3, BANK_REFUSED,     E5, BANK_REFUSED
      REFNUM,           E3, BANK_REFUSED,     E5, BANK_REFUSED
      REFNUM_TARGET,    E5, BANK_REFUSED,     E5, BANK_REFUSED
      BANK,             E3, BANK_REFUSED,     E5, BANK_REFUSED
      ACCOUNT,          E3, BANK_REFUSED,     E5, BANK_REFUSED
      AMOUNT,           E3, BANK_REFUSED,     E5, BANK_REFUSED
      REMARK,           E3, BANK_REFUSED,     E5, BANK_REFUSED
      JOURNAL,          E5, BANK_REFUSED,     E5, BANK_REFUSED
      """;

  private static FakeHost host;
  private static Caller caller;
  private static SwitcherBank bank;

  @BeforeAll
  static void open() {
    host = new FakeHost();
    caller = new Caller(host.address(), Budget.of(Duration.ofSeconds(20), Duration.ofSeconds(60)));
    bank = SwitcherBankTest.bank(caller);
  }

  @AfterAll
  static void close() {
    caller.close();
    host.close();
  }

  @ParameterizedTest
  @CsvSource(textBlock = TABLE)
  void a_refusal_proves_what_the_table_says(
      SwitcherSentence sentence, String ofTransfer, Denial why, String ofCheck, Denial noAccount) {
    host.says(Switcher.INQUIRY, SwitcherReply.answered(holder()));
    host.says(Switcher.TRANSFER, SwitcherReply.refused(sentence));
    host.says(Switcher.CHECK, SwitcherReply.refused(sentence));

    assertThat(bank.move(MOVE)).isEqualTo(heard(ofTransfer, sentence, why));
    assertThat(bank.check(MOVE)).isEqualTo(heard(ofCheck, sentence, Denial.BANK_REFUSED));

    host.says(Switcher.INQUIRY, SwitcherReply.refused(sentence));
    assertThat(bank.inquire(MOVE.target())).isEqualTo(new None(noAccount));
    assertThat(bank.move(MOVE))
        .isEqualTo(
            noAccount == Denial.BANK_UNREACHABLE
                ? new NotSent("inquiry: refused")
                : new Refused("inquiry: refused", noAccount));
  }

  @Test
  void every_sentence_stands_in_the_table() {
    assertThat(TABLE.lines().map(line -> line.substring(0, line.indexOf(','))))
        .containsExactlyElementsOf(
            Arrays.stream(SwitcherSentence.values()).map(Enum::name).toList());
  }

  @Test
  void a_refusal_in_words_nobody_knows_proves_nothing() {
    var strange =
        new String[][] {
          {"-1", "Reversal sudah pernah"},
          {"-1", ""},
          {"05", "source account has insufficient funds"},
          {"99", "Transfer failed"},
          {"", ""}
        };
    for (String[] words : strange) {
      host.says(Switcher.INQUIRY, SwitcherReply.answered(holder()));
      refuses(words[0], words[1], Optional.empty());

      assertThat(bank.move(MOVE)).isEqualTo(new Ambiguous("unknown refusal"));
      assertThat(bank.check(MOVE)).isEqualTo(new Ambiguous("unknown refusal"));
    }
  }

  @Test
  void an_unknown_account_is_a_no_in_whatever_words_unless_it_is_not_ours() {
    host.says(Switcher.INQUIRY, SwitcherReply.answered(holder()));
    refuses("0101", "InqRekAsal: Rekening Tutup", Optional.of(SOURCE));
    assertThat(bank.move(MOVE)).isEqualTo(new Refused("0101", Denial.UNKNOWN_ACCOUNT));

    refuses("0101", "InqRekAsal: Rekening Tutup", Optional.of("1"));
    assertThat(bank.move(MOVE)).isEqualTo(new Ambiguous("not our order"));
  }

  private static void refuses(String code, String message, Optional<String> account) {
    host.says(Switcher.TRANSFER, new SwitcherReply.Refused<>(code, message, account));
    host.says(Switcher.CHECK, new SwitcherReply.Refused<>(code, message, account));
  }

  private static Heard heard(String evidenceClass, SwitcherSentence sentence, Denial why) {
    String code = sentence.code() + " " + sentence.name();
    return switch (evidenceClass) {
      case "E3" ->
          sentence.code().equals("0101") ? new Refused("0101", why) : new Refused(code, why);
      case "E5" -> new Ambiguous(code);
      case "E6" -> new NotFound(code);
      default -> throw new IllegalArgumentException(evidenceClass);
    };
  }
}
