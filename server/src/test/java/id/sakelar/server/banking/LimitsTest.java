package id.sakelar.server.banking;

import static id.sakelar.server.banking.Town.BRI;
import static id.sakelar.server.banking.Town.MONTHLY;
import static id.sakelar.server.banking.Town.MOST;
import static id.sakelar.server.banking.Town.at;
import static id.sakelar.server.banking.Town.composed;
import static id.sakelar.server.banking.Town.ours;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.Books;
import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Orders.Composing;
import id.sakelar.server.banking.Orders.Told;
import id.sakelar.server.banking.Transfers.Making;
import id.sakelar.server.partner.Database;
import id.sakelar.server.partner.Partner.Limits;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The limits of savings and of agents hold to the last rupiah, whoever comes at once, at two
/// server processes.
class LimitsTest {
  private static final int CALLERS = 100;
  private static final Rupiah MILLION = Rupiah.of(1_000_000);
  private static final Told SILENT = new Told(null, null);

  private static Town town;
  private static Books<TransferChange> otherBooks;
  private static List<Transfers> servers;

  @BeforeAll
  static void open() throws SQLException {
    town = new Town();
    otherBooks = town.openBooks();
    var store = new TransferStore(town.database.jdbi(), otherBooks, Database.vault());
    servers = List.of(town.transfers(), town.transfers(store, Town.PATIENCE));
    town.bri.open("1111", Rupiah.ZERO);
  }

  @AfterAll
  static void sumUp() throws SQLException {
    otherBooks.close();
    town.assertThatPositionsAgree();
    town.close();
  }

  private static List<Making> makeAtOnce(IntFunction<Composing> wish)
      throws InterruptedException, ExecutionException {
    return Crowd.atOnce(
        CALLERS, i -> servers.get(i % 2).make(composed(wish.apply(i)), Duration.ZERO));
  }

  private static void assertMade(List<Making> makings, int made, Denial otherwise) {
    assertThat(makings).filteredOn(Making.Known.class::isInstance).hasSize(made);
    assertThat(makings)
        .filteredOn(new Making.Refused(otherwise)::equals)
        .hasSize(makings.size() - made);
  }

  @Test
  void a_hundred_deposits_do_not_fill_savings_above_their_ceiling()
      throws SQLException, InterruptedException, ExecutionException {
    var agent = town.agent(MOST.times(3));
    var ani = town.savings(Rupiah.of(500_000));

    var makings = makeAtOnce(i -> town.orders().deposit(agent, "D-" + i, ani, MILLION, ""));

    assertMade(makings, 19, Denial.CEILING);
    assertThat(town.balance(ani)).isEqualTo(Rupiah.of(19_500_000));
    assertThat(town.make(town.orders().deposit(agent, "D", ani, Rupiah.of(500_000), "")).state())
        .isEqualTo(TransferState.BOOKED);
    assertThat(town.denied(town.orders().deposit(agent, "E", ani, Rupiah.of(1), "")))
        .isEqualTo(Denial.CEILING);
  }

  @Test
  void a_hundred_withdrawals_do_not_take_more_than_a_month_allows()
      throws SQLException, InterruptedException, ExecutionException {
    var agent = town.agent(Rupiah.ZERO);
    var ani = town.savings(MOST);

    var makings =
        makeAtOnce(i -> town.orders().withdrawal(agent, "W-" + i, ani, Rupiah.of(197_500), ""));

    assertMade(makings, 25, Denial.MONTH_LIMIT);
    assertThat(town.paidOut(ani)).isEqualTo(MONTHLY);
    assertThat(town.balance(ani)).isEqualTo(MOST.minus(MONTHLY));
    assertThat(town.balance(agent)).isEqualTo(Rupiah.of(25 * 197_500));
    assertThat(town.spent(agent)).isEqualTo(MONTHLY);
  }

  @Test
  void a_hundred_transfers_to_another_bank_do_not_either_and_count_from_the_hold()
      throws SQLException, InterruptedException, ExecutionException {
    var ani = town.savings(MOST);

    var makings =
        makeAtOnce(i -> town.switched("R-" + i, ours(ani), at(BRI, "1111"), Rupiah.of(100_000)));

    assertMade(makings, 50, Denial.MONTH_LIMIT);
    assertThat(town.paidOut(ani)).isEqualTo(MONTHLY);
  }

  @Test
  void an_agent_does_not_move_more_than_a_day_allows()
      throws SQLException, InterruptedException, ExecutionException {
    var agent = town.agent(MILLION.times(100), new Limits(null, null, MILLION.times(7)));
    var ani = town.savings("free", Rupiah.ZERO);

    var makings = makeAtOnce(i -> town.orders().deposit(agent, "D-" + i, ani, MILLION, ""));

    assertMade(makings, 7, Denial.AGENT_LIMIT);
    assertThat(town.spent(agent)).isEqualTo(MILLION.times(7));
    town.clock.tick(Duration.ofDays(1));
    assertThat(town.make(town.orders().deposit(agent, "D-next", ani, MILLION, "")).state())
        .isEqualTo(TransferState.BOOKED);
  }

  @Test
  void a_float_is_not_overdrawn() throws SQLException, InterruptedException, ExecutionException {
    var agent = town.agent(MILLION.times(3).plus(Rupiah.of(3_500)));
    var ani = town.savings("free", Rupiah.ZERO);

    var makings = makeAtOnce(i -> town.orders().intrabank(agent, "I-" + i, ani, MILLION, SILENT));

    assertMade(makings, 3, Denial.FUNDS);
    assertThat(town.balance(agent)).isEqualTo(Rupiah.of(500));
  }

  @Test
  void what_one_transfer_may_move_counts_the_fee() throws SQLException {
    var limits = new Limits(null, MILLION, null);
    var agent = town.agent(MILLION.times(5), limits);
    var ani = town.savings("free", Rupiah.ZERO);
    var most = Rupiah.of(999_000);

    assertThat(town.make(town.orders().intrabank(agent, "I-1", ani, most, SILENT)).state())
        .isEqualTo(TransferState.BOOKED);
    var tooMuch = town.orders().intrabank(agent, "I-2", ani, most.plus(Rupiah.of(1)), SILENT);
    assertThat(tooMuch).isEqualTo(new Composing.Denied(Denial.AGENT_LIMIT));
  }

  @Test
  void a_month_ends_at_midnight_in_jakarta() throws SQLException {
    var agent = town.agent(Rupiah.ZERO);
    var ani = town.savings(MOST);
    var all = MONTHLY.minus(Rupiah.of(2_500));
    var until = Duration.between(town.clock.instant(), Instant.parse("2026-03-31T16:59:59Z"));
    town.clock.tick(until);

    town.make(town.orders().withdrawal(agent, "W-1", ani, all, ""));
    var denied = town.denied(town.orders().withdrawal(agent, "W-2", ani, Rupiah.of(1), ""));
    town.clock.tick(Duration.ofSeconds(1));
    var next = town.make(town.orders().withdrawal(agent, "W-3", ani, all, ""));

    assertThat(denied).isEqualTo(Denial.MONTH_LIMIT);
    assertThat(next.state()).isEqualTo(TransferState.BOOKED);
    town.clock.tick(until.plusSeconds(1).negated());
  }

  @Test
  void exempt_savings_know_no_limits() throws SQLException {
    var agent = town.agent(MOST.times(2));
    var ani = town.savings("free", MOST);

    town.make(town.orders().deposit(agent, "D-1", ani, MOST, ""));
    var out = town.make(town.orders().withdrawal(agent, "W-1", ani, MONTHLY.times(2), ""));

    assertThat(out.state()).isEqualTo(TransferState.BOOKED);
  }

  @Test
  void more_than_the_books_can_move_at_once_is_more_than_anybody_has() throws SQLException {
    var agent = town.agent(MILLION);
    var ani = town.savings("free", Rupiah.ZERO);
    var amount = Rupiah.of(9_999_999_999_999L);

    assertThat(town.denied(town.orders().intrabank(agent, "I-1", ani, amount, SILENT)))
        .isEqualTo(Denial.FUNDS);
  }
}
