package id.sakelar.server.banking;

import static id.sakelar.server.banking.Town.BRI;
import static id.sakelar.server.banking.Town.at;
import static id.sakelar.server.banking.Town.ours;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.Finding;
import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.PaperBank.Mood;
import id.sakelar.server.payment.PaymentAuditStore;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The audit finds what is not as it has to be, and names it. What is not wrong otherwise is shown
/// by every other test of the bank, which ends with an audit.
class BankingAuditTest {
  private Town town;
  private String ani;

  @BeforeEach
  void open() throws SQLException {
    town = new Town();
    town.bri.open("1111", Rupiah.ZERO);
    ani = town.savings(Rupiah.of(1_000_000));
    town.make(town.switched("R-1", ours(ani), at(BRI, "1111"), Rupiah.of(100)));
    town.bri.in(Mood.SILENT);
    town.make(town.switched("R-2", ours(ani), at(BRI, "1111"), Rupiah.of(50)));
  }

  /// What was spoiled does not have to be whole.
  @AfterEach
  void close() throws SQLException {
    town.books.close();
    town.database.close();
  }

  private void spoil(String... statements) {
    town.database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("SET session_replication_role = replica");
              for (String statement : statements) {
                handle.execute(statement);
              }
            });
  }

  private List<Finding> audit() {
    return new BankingAuditStore(town.database.jdbi()).run();
  }

  @Test
  void nothing_is_wrong_with_what_is_whole() {
    assertThat(audit()).isEmpty();
  }

  @Test
  void a_posting_of_another_amount_is_found() {
    spoil("UPDATE posting SET sen = 9999 WHERE subject LIKE '%/R-1' AND kind = 'SETTLE'");

    assertThat(audit())
        .containsExactly(
            new Finding(
                "a_transfer_is_booked_as_it_stands",
                "transfer/switcher:loket/switched/R-1 SETTLE from escrow to bank:002 is 9999"
                    + " instead of 10000"));
  }

  @Test
  void a_posting_that_nothing_demands_is_found() {
    spoil(
        "INSERT INTO posting (subject, kind, line, source, target, sen)"
            + " VALUES ('transfer/switcher:loket/switched/R-9', 'SETTLE', 0, 'escrow', 'bank', 1)");

    assertThat(audit())
        .containsExactly(
            new Finding(
                "a_transfer_is_booked_as_it_stands",
                "transfer/switcher:loket/switched/R-9 SETTLE from escrow to bank is 1"
                    + " instead of nothing"));
  }

  @Test
  void a_transfer_that_ended_without_its_postings_is_found() {
    spoil(
        "UPDATE transfer SET state = 'FAILED', ended_at = now(), wake_at = NULL,"
            + " leg_reference = NULL WHERE reference = 'R-2'",
        "UPDATE month_debit SET sen = 10000 WHERE account = '" + ani + "'");

    assertThat(audit())
        .containsExactly(
            new Finding(
                "a_transfer_is_booked_as_it_stands",
                "transfer/switcher:loket/switched/R-2 RELEASE from escrow to savings:"
                    + ani
                    + " is not booked instead of 5000"),
            new Finding("escrow_is_what_is_under_way", "escrow holds 5000 sen instead of 0"));
  }

  @Test
  void a_position_that_no_transfer_made_is_found() {
    spoil("UPDATE balance SET sen = sen + 1 WHERE account = 'bank:002' AND stripe = 7");

    assertThat(audit())
        .containsExactly(
            new Finding(
                "a_position_is_what_transfers_moved", "bank:002 holds 10001 sen instead of 10000"));
  }

  @Test
  void a_month_that_counts_otherwise_is_found() {
    spoil("UPDATE month_debit SET sen = 1 WHERE account = '" + ani + "'");

    assertThat(audit())
        .containsExactly(
            new Finding(
                "a_month_counts_what_was_paid_out",
                ani + " paid out 15000 sen in the month from 2026-03-01, and 1 are counted"));
  }

  @Test
  void a_reference_that_nobody_recorded_is_found() {
    spoil("DELETE FROM leg WHERE transfer = 'R-2'");

    assertThat(audit())
        .containsExactly(
            new Finding(
                "a_transfer_has_its_references",
                "switcher:loket/SWITCHED/R-2 used 1 references, and 0 are known"));
  }

  @Test
  void a_day_of_an_agent_counts_bills_and_transfers() {
    var agent = town.agent(Rupiah.of(1_000));
    town.make(town.orders().deposit(agent, "D-1", ani, Rupiah.of(10), ""));
    spoil("UPDATE spending SET sen = 7 WHERE partner = '" + agent.partner() + "'");

    assertThat(new PaymentAuditStore(town.database.jdbi()).run())
        .containsExactly(
            new Finding(
                "a_day_counts_what_was_spent",
                agent.partner() + " spent 1000 sen on 2026-03-02, and 7 are counted"));
  }
}
