package id.sakelar.server.banking;

import static id.sakelar.server.banking.Town.BCA;
import static id.sakelar.server.banking.Town.BRI;
import static id.sakelar.server.banking.Town.at;
import static id.sakelar.server.banking.Town.ours;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every way that money goes, when nothing goes wrong.
class PathsTest {
  private static final Rupiah AMOUNT = Rupiah.of(100_000);
  private static final Rupiah MILLION = Rupiah.of(1_000_000);

  private Town town;

  @BeforeEach
  void open() throws SQLException {
    town = new Town();
    town.bri.open("1111", MILLION).open("2222", MILLION);
    town.bca.open("3333", MILLION);
  }

  @AfterEach
  void sumUp() throws SQLException {
    town.assertThatPositionsAgree();
    town.close();
  }

  @Test
  void from_ours_to_ours_is_booked_at_once() throws SQLException {
    var ani = town.savings(MILLION);
    var budi = town.savings(Rupiah.ZERO);

    var made = town.make(town.switched("2603021200000001", ours(ani), ours(budi), AMOUNT));

    assertThat(made.state()).isEqualTo(TransferState.BOOKED);
    assertThat(made.version()).isEqualTo(1);
    assertThat(made.journal()).isNotNull();
    assertThat(town.balance(ani)).isEqualTo(MILLION.minus(AMOUNT));
    assertThat(town.balance(budi)).isEqualTo(AMOUNT);
    assertThat(town.paidOut(ani)).isEqualTo(AMOUNT);
    assertThat(town.transfers().find(made.id())).contains(made);
  }

  @Test
  void from_ours_to_another_bank_is_held_until_it_has_it() throws SQLException {
    var agent = town.agent(MILLION);
    var leave =
        town.leave(agent.partner(), at(BRI, "1111"), Transfers.TokenForm.NUMBER, Rupiah.of(6_500));

    var made =
        town.make(
            town.orders().interbank(agent, "sid-1", leave, AMOUNT, new Orders.Told(null, null)));

    assertThat(made.state()).isEqualTo(TransferState.BOOKED);
    assertThat(town.balance(agent)).isEqualTo(Rupiah.of(1_000_000 - 106_500));
    assertThat(town.fees()).isEqualTo(Rupiah.of(6_500));
    assertThat(town.escrow()).isEqualTo(Rupiah.ZERO);
    assertThat(town.position(BRI)).isEqualTo(AMOUNT);
    assertThat(town.bri.balance("1111")).isEqualTo(MILLION.plus(AMOUNT));
    assertThat(town.spent(agent)).isEqualTo(Rupiah.of(106_500));
  }

  @Test
  void from_another_bank_to_ours_is_booked_when_it_has_been_taken() throws SQLException {
    var ani = town.savings(Rupiah.ZERO);

    var made = town.make(town.switched("2603021200000001", at(BRI, "1111"), ours(ani), AMOUNT));

    assertThat(made.state()).isEqualTo(TransferState.BOOKED);
    assertThat(town.balance(ani)).isEqualTo(AMOUNT);
    assertThat(town.position(BRI)).isEqualTo(AMOUNT.negated());
    assertThat(town.bri.balance("1111")).isEqualTo(MILLION.minus(AMOUNT));
  }

  @Test
  void from_one_other_bank_to_a_second_goes_through_escrow_in_two_legs() throws SQLException {
    var made =
        town.make(town.switched("2603021200000001", at(BRI, "1111"), at(BCA, "3333"), AMOUNT));

    assertThat(made.state()).isEqualTo(TransferState.BOOKED);
    assertThat(made.trail().legs()).isEqualTo(2);
    assertThat(town.position(BRI)).isEqualTo(AMOUNT.negated());
    assertThat(town.position(BCA)).isEqualTo(AMOUNT);
    assertThat(town.bri.balance("1111")).isEqualTo(MILLION.minus(AMOUNT));
    assertThat(town.bca.balance("3333")).isEqualTo(MILLION.plus(AMOUNT));
  }

  @Test
  void within_another_bank_our_books_move_nothing() throws SQLException {
    var made =
        town.make(town.switched("2603021200000001", at(BRI, "1111"), at(BRI, "2222"), AMOUNT));

    assertThat(made.state()).isEqualTo(TransferState.BOOKED);
    assertThat(town.position(BRI)).isEqualTo(Rupiah.ZERO);
    assertThat(town.bri.balance("2222")).isEqualTo(MILLION.plus(AMOUNT));
  }

  @Test
  void to_oneself_only_the_fee_moves() throws SQLException {
    var agent = town.agent(MILLION);

    var made =
        town.make(
            town.orders()
                .intrabank(agent, "sid-1", agent.account(), AMOUNT, new Orders.Told(null, null)));

    assertThat(made.state()).isEqualTo(TransferState.BOOKED);
    assertThat(town.balance(agent)).isEqualTo(Rupiah.of(999_000));
    assertThat(town.spent(agent)).isEqualTo(Rupiah.of(1_000));
  }
}
