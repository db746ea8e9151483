package id.sakelar.ledger;

import static id.sakelar.ledger.Town.IN_FLIGHT;
import static id.sakelar.ledger.Town.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Opening accounts, and what the schema itself refuses.
class AccountsTest {
  private Database database;
  private Connection connection;

  @BeforeEach
  void open() throws Exception {
    database = Database.create();
    Town.settle(database);
    connection = database.connect();
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
    database.close();
  }

  @Test
  void opening_again_changes_nothing() throws Exception {
    Town.together(database, Town.topUp("t1", SHOP, 5));
    Accounts.open(connection, Account.prepaid(SHOP, "partner"));
    Accounts.open(connection, Account.house(IN_FLIGHT, "house"));

    assertThat(Accounts.balance(connection, SHOP)).isEqualTo(Rupiah.of(5));
    assertThat(database.count("SELECT count(*) FROM balance WHERE account = 'in-flight'"))
        .isEqualTo(16);
  }

  @Test
  void an_account_does_not_become_another() {
    var account = new Account(SHOP, "partner", Rupiah.ZERO, Rupiah.of(9), false);

    assertThatThrownBy(() -> Accounts.open(connection, account))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("open as " + Account.prepaid(SHOP, "partner") + ", not as " + account);
  }

  @Test
  void an_account_that_was_never_opened_has_no_balance() {
    assertThatThrownBy(() -> Accounts.balance(connection, new AccountId("nobody")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no account nobody");
  }

  @Test
  void what_is_booked_stays_booked() {
    Town.together(database, Town.topUp("t1", SHOP, 5));

    assertRefused("UPDATE posting SET sen = 1", "UPDATE of posting is refused");
    assertRefused("DELETE FROM posting", "DELETE of posting is refused");
    assertRefused("TRUNCATE posting", "TRUNCATE of posting is refused");
  }

  @Test
  void the_schema_keeps_the_limits_by_itself() {
    assertRefused(
        "UPDATE balance SET sen = -1 WHERE account = 'partner:shop'", "balance_keeps_its_floor");
    assertRefused(
        "UPDATE balance SET sen = 10001 WHERE account = 'partner:jar'",
        "balance_keeps_its_ceiling");
    assertRefused(
        "INSERT INTO posting VALUES ('p1', 'HOLD', 0, 'bank', 'bank', 1)", "posting_has_two_ends");
    assertRefused("INSERT INTO posting VALUES ('p1', 'HOLD', 0, 'bank', 'x', 0)", "sen_check");
    assertRefused(
        "INSERT INTO posting VALUES ('p1', 'HOLD', 0, 'bank', 'x', 10000000000001)", "sen_check");
    assertRefused("INSERT INTO posting VALUES ('p1', 'hold', 0, 'bank', 'x', 1)", "kind_check");
  }

  private void assertRefused(String sql, String why) {
    assertThatThrownBy(() -> database.execute(sql))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(why);
  }
}
