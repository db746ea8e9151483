package id.sakelar.server.review;

import static id.sakelar.server.review.Office.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.server.partner.Operators.Proof;
import id.sakelar.server.partner.Secret;
import id.sakelar.server.review.Decision.Outcome;
import java.net.InetAddress;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The operators' log shows whoever touched it, and operators are who they say.
class OperatorLogTest {
  private static final InetAddress DESK = InetAddress.ofLiteral("127.0.0.1");

  private Office office;

  @BeforeEach
  void open() throws SQLException {
    office = new Office();
    office.payInReview(1);
    var decision = office.proposed(about(1, Outcome.FAILED));
    Office.stands(office.review.approve(decision.number(), "budi"));
    assertThat(office.findings()).isEmpty();
  }

  @AfterEach
  void close() throws SQLException {
    office.close();
  }

  @Test
  void an_entry_is_neither_changed_nor_removed() {
    assertThatThrownBy(() -> office.execute("UPDATE operator_log SET note = 'x'"))
        .hasMessageContaining("kept for ever");
    assertThatThrownBy(() -> office.execute("DELETE FROM operator_log"))
        .hasMessageContaining("kept for ever");
    assertThatThrownBy(() -> office.execute("TRUNCATE operator_log"))
        .hasMessageContaining("kept for ever");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          UPDATE operator_log SET note = note || '!' WHERE number = 3 => \
            the_operators_log_is_a_chain: entry 3 is not what was written
          DELETE FROM operator_log WHERE number = 2 => \
            the_operators_log_is_a_chain: entry 3 follows entry 1
          DELETE FROM operator_log WHERE number = 5 => \
            a_decision_is_logged_as_it_was_made: decision 1 has no entry APPLY
          UPDATE decision SET note = 'another' => \
            a_decision_is_logged_as_it_was_made: decision 1 has no entry PROPOSE
          UPDATE evidence SET source = 'STATUS' WHERE source = 'OPERATOR' => \
            what_operators_did_was_decided_by_two: warung-sri/digiswitch/INV-1 was decided to be \
          FAILED and is not
          UPDATE evidence SET source = 'OPERATOR', class = 'E2' WHERE version = 2 => \
            what_operators_did_was_decided_by_two: warung-sri/digiswitch/INV-1 is SUCCEEDED and \
          nobody decided so
          """)
  void whoever_gets_past_the_triggers_is_found(String change, String finding) {
    office
        .database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute("SET LOCAL session_replication_role = replica");
              handle.execute(change);
            });

    assertThat(office.findings()).contains(finding);
  }

  @Test
  void an_operator_has_one_secret_and_no_other() {
    var secret = office.secret("ani");

    assertThat(office.operators.prove("ani", secret, DESK)).isEqualTo(Proof.RIGHT);
    assertThat(office.operators.prove("budi", secret, DESK)).isEqualTo(Proof.WRONG);
    assertThat(office.operators.prove("nobody", secret, DESK)).isEqualTo(Proof.WRONG);
    assertThat(office.strings("SELECT hash FROM operator")).doesNotContain(secret.reveal());
  }

  @Test
  void who_guesses_is_locked_out() {
    for (int i = 0; i < 5; i++) {
      assertThat(office.operators.prove("ani", new Secret("guess" + i), DESK))
          .isEqualTo(Proof.WRONG);
    }

    assertThat(office.operators.prove("ani", office.secret("ani"), DESK)).isEqualTo(Proof.NOT_NOW);
  }

  @Test
  void a_retired_operator_proves_nothing() {
    assertThat(office.operators.prove("ani", office.secret("ani"), DESK)).isEqualTo(Proof.RIGHT);

    assertThat(office.operators.retire("ani", "root")).isTrue();

    assertThat(office.operators.prove("ani", office.secret("ani"), DESK)).isEqualTo(Proof.WRONG);
    assertThat(office.operators.retire("ani", "root")).isFalse();
    assertThat(office.operators.add("ani", "root")).isEmpty();
  }
}
