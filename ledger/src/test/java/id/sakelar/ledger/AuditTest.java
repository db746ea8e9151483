package id.sakelar.ledger;

import static id.sakelar.ledger.Town.IN_FLIGHT;
import static id.sakelar.ledger.Town.SHOP;
import static id.sakelar.ledger.Town.hold;
import static id.sakelar.ledger.Town.settle;
import static id.sakelar.ledger.Town.together;
import static id.sakelar.ledger.Town.topUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The audit finds what was planted, names it, and finds nothing else.
class AuditTest {
  private static final String UNGUARDED = "SET session_replication_role = replica; ";

  private Database database;
  private Connection connection;

  @BeforeEach
  void open() throws Exception {
    database = Database.create();
    Town.settle(database);
    together(database, topUp("t1", SHOP, 10), hold("p1", SHOP, 3), hold("p2", SHOP, 2));
    together(database, settle("p1", 3));
    connection = database.connect();
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
    database.close();
  }

  @Test
  void whole_books_have_no_findings() throws Exception {
    assertThat(Audit.run(connection)).isEmpty();
    assertThat(connection.getAutoCommit()).isTrue();
  }

  @Test
  void a_balance_that_is_off_is_found_twice() throws Exception {
    database.execute("UPDATE balance SET sen = sen + 1 WHERE account = 'partner:shop'");

    assertThat(Audit.run(connection))
        .containsExactly(
            new Finding("all_balances_sum_to_zero", "the balances sum to 1"),
            new Finding(
                "a_balance_is_the_sum_of_its_postings",
                "partner:shop holds 501 and its postings sum to 500"));
  }

  @Test
  void money_that_changed_hands_without_a_posting_is_found() throws Exception {
    database.execute("UPDATE balance SET sen = sen + 1 WHERE account = 'partner:shop'");
    database.execute("UPDATE balance SET sen = sen - 1 WHERE account = 'bank' AND stripe = 7");

    assertThat(Audit.run(connection))
        .containsExactly(
            new Finding(
                "a_balance_is_the_sum_of_its_postings",
                "bank holds -1001 and its postings sum to -1000"),
            new Finding(
                "a_balance_is_the_sum_of_its_postings",
                "partner:shop holds 501 and its postings sum to 500"));
  }

  @Test
  void a_posting_that_is_missing_is_found() throws Exception {
    database.execute(UNGUARDED + "DELETE FROM posting WHERE subject = 'p2'");

    assertThat(Audit.run(connection))
        .containsExactly(
            new Finding(
                "a_balance_is_the_sum_of_its_postings",
                "in-flight holds 200 and its postings sum to 0"),
            new Finding(
                "a_balance_is_the_sum_of_its_postings",
                "partner:shop holds 500 and its postings sum to 700"));
  }

  @Test
  void a_unit_that_lost_a_line_is_found() throws Exception {
    database.execute(
        "INSERT INTO posting VALUES ('p3', 'HOLD', 0, 'bank', 'biller', 1),"
            + " ('p3', 'HOLD', 2, 'biller', 'bank', 1)");

    assertThat(Audit.run(connection))
        .containsExactly(
            new Finding("a_unit_is_booked_whole", "HOLD of p3 has 2 lines, the last is line 2"));
  }

  @Test
  void a_posting_to_nobody_is_found() throws Exception {
    database.execute("INSERT INTO posting VALUES ('p3', 'HOLD', 0, 'ghost', 'ghoul', 1)");

    assertThat(Audit.run(connection))
        .containsExactly(
            new Finding(
                "a_balance_is_the_sum_of_its_postings",
                "ghost holds nothing and its postings sum to -1"),
            new Finding(
                "a_balance_is_the_sum_of_its_postings",
                "ghoul holds nothing and its postings sum to 1"));
  }

  @Test
  void a_missing_stripe_is_found() throws Exception {
    database.execute("DELETE FROM balance WHERE account = 'biller' AND stripe = 9");

    assertThat(Audit.run(connection))
        .containsExactly(
            new Finding(
                "an_account_has_all_its_balance_rows", "biller has 15 balance rows instead of 16"));
  }

  @Test
  void a_limit_that_is_not_kept_is_found() throws Exception {
    database.execute("ALTER TABLE balance DROP CONSTRAINT balance_limits_are_sane");
    database.execute("ALTER TABLE balance DROP CONSTRAINT balance_keeps_its_floor");
    database.execute("UPDATE balance SET floor = 501 WHERE account = 'partner:shop'");

    assertThat(Audit.run(connection))
        .containsExactly(
            new Finding(
                "a_balance_keeps_its_floor_and_its_ceiling",
                "partner:shop, stripe 0, holds 500; it may hold 501 to 100000000000000000"));
  }

  @Test
  void an_audit_is_one_snapshot_of_its_own() throws Exception {
    connection.setAutoCommit(false);

    assertThatThrownBy(() -> Audit.run(connection))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an audit opens a transaction of its own");
  }

  @Test
  void what_is_left_in_an_account_is_listed_by_subject() throws Exception {
    assertThat(Audit.outstanding(connection, IN_FLIGHT)).isEqualTo(Map.of("p2", Rupiah.of(2)));
    assertThat(Audit.outstanding(connection, SHOP))
        .isEqualTo(Map.of("t1", Rupiah.of(10), "p1", Rupiah.of(-3), "p2", Rupiah.of(-2)));
  }
}
