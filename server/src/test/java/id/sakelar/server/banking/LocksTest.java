package id.sakelar.server.banking;

import static id.sakelar.server.banking.Town.BRI;
import static id.sakelar.server.banking.Town.at;
import static id.sakelar.server.banking.Town.composed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.TransferChange.Open;
import id.sakelar.server.banking.TransferStep.Movement;
import id.sakelar.server.partner.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Transfers that exclude each other are judged one after the other, at whatever servers, even
/// where they have no account of ours in common.
class LocksTest {
  private static final Rupiah AMOUNT = Rupiah.of(1_000);

  private static Town town;

  @BeforeAll
  static void open() throws SQLException {
    town = new Town();
    town.bri.open("1111", AMOUNT.times(100)).open("2222", AMOUNT);
  }

  @AfterAll
  static void sumUp() throws SQLException {
    town.close();
  }

  private static Open change(Order order) {
    var machine = new TransferMachine(Town.BNI, Map.of());
    var transfer = machine.open(order, town.clock.instant(), "2603021200000001");
    return new Open(transfer, new Ends(null, null), Movement.NONE, Duration.ofSeconds(30));
  }

  private static Open change(
      String reference, String fingerprint, boolean referenced, @Nullable String leave) {
    var sample = composed(town.switched("R", at(BRI, "1111"), at(BRI, "2222"), AMOUNT));
    return change(
        new Order(
            new TransferId("switcher:loket", Operation.SWITCHED, reference),
            fingerprint,
            referenced,
            sample.source(),
            sample.target(),
            AMOUNT,
            Rupiah.ZERO,
            sample.facts(),
            leave,
            null,
            null,
            null));
  }

  private static void assertExclude(Open first, Open second) throws SQLException {
    assertThatThrownBy(() -> lockBoth(first, second))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("55P03"));
  }

  /// Fails where the second would have to wait for the first.
  private static void lockBoth(Open first, Open second) throws SQLException {
    var rows = TransferStore.rows(Town.BNI, Database.vault());
    try (var here = transaction();
        var there = transaction()) {
      Objects.requireNonNull(rows.lock(here, List.of(first)));
      Objects.requireNonNull(rows.lock(there, List.of(second)));
    }
  }

  private static Connection transaction() throws SQLException {
    var connection = town.database.connect();
    connection.setAutoCommit(false);
    try (var habit = connection.createStatement()) {
      habit.execute("SET lock_timeout = '1ms'");
    }
    return connection;
  }

  @Test
  void the_same_wish_without_a_reference() throws SQLException {
    assertExclude(change("A", "print", false, null), change("B", "print", false, null));
    lockBoth(change("A", "print", false, null), change("B", "other", false, null));
    lockBoth(change("A", "print", true, null), change("B", "print", true, null));
  }

  @Test
  void the_same_leave() throws SQLException {
    var leave = town.leave("switcher:loket", at(BRI, "2222")).token();
    var other = town.leave("switcher:loket", at(BRI, "2222")).token();

    assertExclude(change("A", "print", true, leave), change("B", "print", true, leave));
    lockBoth(change("A", "print", true, leave), change("B", "print", true, other));
  }

  @Test
  void reversals_of_the_same_transfer() throws SQLException {
    var sent = town.make(town.switched("R-1", at(BRI, "1111"), at(BRI, "2222"), AMOUNT));
    var other = town.make(town.switched("R-2", at(BRI, "1111"), at(BRI, "2222"), AMOUNT));

    assertExclude(reversal("A", sent), reversal("B", sent));
    lockBoth(reversal("A", sent), reversal("B", other));
  }

  private static Open reversal(String refnum, Transfer original) {
    long journal = Objects.requireNonNull(original.journal());
    return change(composed(town.orders().reversal(refnum, original, journal)));
  }
}
