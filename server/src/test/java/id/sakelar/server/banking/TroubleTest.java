package id.sakelar.server.banking;

import static id.sakelar.server.banking.Town.BCA;
import static id.sakelar.server.banking.Town.BRI;
import static id.sakelar.server.banking.Town.at;
import static id.sakelar.server.banking.Town.ours;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.PaperBank.Mood;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of money when a bank says no, nothing, or something late.
class TroubleTest {
  private static final Rupiah AMOUNT = Rupiah.of(100_000);
  private static final Rupiah MILLION = Rupiah.of(1_000_000);

  private Town town;
  private String ani;

  @BeforeEach
  void open() throws SQLException {
    town = new Town();
    town.bri.open("1111", MILLION).open("2222", MILLION);
    town.bca.open("3333", MILLION);
    ani = town.savings(MILLION);
  }

  @AfterEach
  void sumUp() throws SQLException {
    town.close();
  }

  /// These moods in this order, then honest.
  private static Supplier<Mood> moods(Mood... moods) {
    Iterator<Mood> next = List.of(moods).iterator();
    return () -> next.hasNext() ? next.next() : Mood.HONEST;
  }

  private Transfer send(End source, End target) {
    return town.make(town.switched("2603021200000001", source, target, AMOUNT));
  }

  private Transfer resume(Transfer transfer) {
    return town.transfers().resume(transfer);
  }

  private List<String> troubles() {
    return town.database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT trouble FROM transfer_evidence WHERE trouble IS NOT NULL")
                    .mapTo(String.class)
                    .list());
  }

  private static Denial reason(Transfer transfer) {
    assertThat(transfer.state()).isEqualTo(TransferState.FAILED);
    return Objects.requireNonNull(Objects.requireNonNull(transfer.ending()).reason());
  }

  @Test
  void a_bank_that_cannot_be_reached_has_nothing_and_all_is_given_back() throws SQLException {
    town.bri.in(Mood.AWAY);

    var failed = send(ours(ani), at(BRI, "1111"));

    assertThat(reason(failed)).isEqualTo(Denial.BANK_UNREACHABLE);
    assertThat(town.balance(ani)).isEqualTo(MILLION);
    assertThat(town.paidOut(ani)).isEqualTo(Rupiah.ZERO);
    assertThat(town.escrow()).isEqualTo(Rupiah.ZERO);
  }

  @Test
  void a_target_bank_that_refuses_is_believed() throws SQLException {
    town.bri.in(Mood.UNWILLING);

    var failed = send(ours(ani), at(BRI, "1111"));

    assertThat(reason(failed)).isEqualTo(Denial.INACTIVE_ACCOUNT);
    assertThat(town.balance(ani)).isEqualTo(MILLION);
  }

  @Test
  void a_source_bank_that_refuses_is_believed() throws SQLException {
    var failed =
        town.make(town.switched("R-1", at(BRI, "1111"), ours(ani), MILLION.plus(Rupiah.of(1))));

    assertThat(reason(failed)).isEqualTo(Denial.FUNDS);
    assertThat(town.balance(ani)).isEqualTo(MILLION);
  }

  @Test
  void silence_after_sending_keeps_the_money_in_escrow_until_the_bank_says_yes()
      throws SQLException {
    town.bri.in(moods(Mood.SILENT, Mood.DEAF));

    var silent = send(ours(ani), at(BRI, "1111"));
    var asked = resume(silent);

    assertThat(silent.state()).isEqualTo(TransferState.CREDITING);
    assertThat(asked.state()).isEqualTo(TransferState.CREDITING);
    assertThat(asked.trail().polls()).isEqualTo(2);
    assertThat(town.escrow()).isEqualTo(AMOUNT);
    assertThat(town.balance(ani)).isEqualTo(MILLION.minus(AMOUNT));
    assertThat(resume(asked).state()).isEqualTo(TransferState.BOOKED);
    assertThat(town.escrow()).isEqualTo(Rupiah.ZERO);
    assertThat(town.bri.moves()).hasSize(1);
    town.assertThatPositionsAgree();
  }

  @Test
  void what_never_arrived_fails_when_that_is_certain_and_not_before() throws SQLException {
    town.bri.in(moods(Mood.DEAF));
    var standing = send(ours(ani), at(BRI, "1111"));

    town.clock.tick(Duration.ofMinutes(10));
    for (int i = 0; i < 4; i++) {
      standing = resume(standing);
      assertThat(standing.state()).isEqualTo(TransferState.CREDITING);
      town.clock.tick(Duration.ofMinutes(2));
    }
    town.clock.tick(Duration.ofMinutes(2));

    assertThat(reason(resume(standing))).isEqualTo(Denial.BANK_REFUSED);
    assertThat(town.balance(ani)).isEqualTo(MILLION);
    town.assertThatPositionsAgree();
  }

  @Test
  void a_slow_bank_is_waited_for() throws SQLException {
    town.bri.in(moods(Mood.SLOW));

    var slow = send(at(BRI, "1111"), ours(ani));

    assertThat(slow.state()).isEqualTo(TransferState.DEBITING);
    assertThat(town.balance(ani)).isEqualTo(MILLION);
    assertThat(resume(slow).state()).isEqualTo(TransferState.BOOKED);
    assertThat(town.balance(ani)).isEqualTo(MILLION.plus(AMOUNT));
    town.assertThatPositionsAgree();
  }

  @Test
  void a_second_bank_that_refuses_sends_the_money_back_to_the_first() throws SQLException {
    town.bca.in(Mood.UNWILLING);

    var failed = send(at(BRI, "1111"), at(BCA, "3333"));

    assertThat(reason(failed)).isEqualTo(Denial.INACTIVE_ACCOUNT);
    assertThat(failed.trail().legs()).isEqualTo(3);
    assertThat(town.bri.balance("1111")).isEqualTo(MILLION);
    town.assertThatPositionsAgree();
  }

  @Test
  void a_second_bank_that_cannot_be_reached_is_sent_the_same_again_under_a_new_reference()
      throws SQLException {
    town.bca.in(moods(Mood.AWAY));

    var resting = send(at(BRI, "1111"), at(BCA, "3333"));
    var booked = resume(resting);

    assertThat(resting.state()).isEqualTo(TransferState.CREDITING);
    assertThat(resting.trail().reference()).isNull();
    assertThat(town.escrow()).isEqualTo(Rupiah.ZERO);
    assertThat(booked.state()).isEqualTo(TransferState.BOOKED);
    assertThat(booked.trail().legs()).isEqualTo(3);
    town.assertThatPositionsAgree();
  }

  @Test
  void a_return_that_does_not_arrive_is_sent_until_it_does() throws SQLException {
    town.bri.in(moods(Mood.HONEST, Mood.AWAY, Mood.UNWILLING));
    town.bca.in(Mood.UNWILLING);

    var away = send(at(BRI, "1111"), at(BCA, "3333"));
    var unwilling = resume(away);
    var returned = resume(unwilling);

    assertThat(away.state()).isEqualTo(TransferState.RETURNING);
    assertThat(unwilling.state()).isEqualTo(TransferState.RETURNING);
    assertThat(reason(returned)).isEqualTo(Denial.INACTIVE_ACCOUNT);
    assertThat(returned.trail().legs()).isEqualTo(5);
    assertThat(town.bri.balance("1111")).isEqualTo(MILLION);
    assertThat(troubles()).containsExactly("NOT_TAKEN_BACK");
    town.assertThatPositionsAgree();
  }

  @Test
  void savings_that_would_hold_too_much_send_the_money_back() throws SQLException {
    var full = town.savings(Town.MOST.minus(Rupiah.of(1)));

    var failed = send(at(BRI, "1111"), ours(full));

    assertThat(reason(failed)).isEqualTo(Denial.CEILING);
    assertThat(town.balance(full)).isEqualTo(Town.MOST.minus(Rupiah.of(1)));
    assertThat(town.bri.balance("1111")).isEqualTo(MILLION);
    assertThat(town.escrow()).isEqualTo(Rupiah.ZERO);
    town.assertThatPositionsAgree();
  }

  @Test
  void savings_that_were_closed_meanwhile_send_the_money_back() throws SQLException {
    town.bri.in(moods(Mood.SLOW));
    var slow = send(at(BRI, "1111"), ours(ani));
    town.accounts.setActive(ani, false);

    assertThat(reason(resume(slow))).isEqualTo(Denial.INACTIVE_ACCOUNT);
    assertThat(town.bri.balance("1111")).isEqualTo(MILLION);
    assertThat(town.balance(ani)).isEqualTo(MILLION);
  }

  @Test
  void savings_without_room_for_their_own_money_wait_until_there_is() throws SQLException {
    var agent = town.agent(Town.MOST);
    town.bri.in(moods(Mood.SLOW));
    var slow = send(ours(ani), at(BRI, "1111"));
    var room = Town.MOST.minus(MILLION).plus(AMOUNT);
    town.make(town.orders().deposit(agent, null, ani, room, ""));

    var full = refusedAtLast(slow);

    assertThat(full.state()).isEqualTo(TransferState.CREDITING);
    assertThat(full.trail().reference()).isNull();
    assertThat(troubles()).containsExactly("SOURCE_FULL");
    assertThat(resume(full).state()).isEqualTo(TransferState.CREDITING);
    town.make(town.orders().withdrawal(agent, null, ani, AMOUNT, ""));
    var standing = town.transfers().find(full.id()).orElseThrow();
    assertThat(reason(resume(standing))).isEqualTo(Denial.INACTIVE_ACCOUNT);
    assertThat(town.escrow()).isEqualTo(Rupiah.ZERO);
  }

  /// The bank says no after all.
  private Transfer refusedAtLast(Transfer slow) {
    var refusing =
        town.transfers(town.store, Town.PATIENCE, Map.of(BRI, town.line(BRI, new RefusingBank())));
    return refusing.resume(slow);
  }

  /// Says more than anybody keeps.
  private static final class RefusingBank implements BankNetwork {
    private static final String WORDY = "Invalid account. ".repeat(9);

    @Override
    public Found inquire(String account) {
      return new Found.None(Denial.UNKNOWN_ACCOUNT);
    }

    @Override
    public Heard move(Move move) {
      return new Heard.Refused(WORDY, Denial.INACTIVE_ACCOUNT);
    }

    @Override
    public Heard check(Move move) {
      return new Heard.Refused(WORDY, Denial.INACTIVE_ACCOUNT);
    }
  }

  @Test
  void a_yes_after_the_end_is_noted_for_people_and_moves_nothing() throws SQLException {
    town.bri.in(moods(Mood.SILENT));
    var silent = send(ours(ani), at(BRI, "1111"));
    var failed = refusedAtLast(silent);

    var told = town.transfers().resume(silent);

    assertThat(failed.state()).isEqualTo(TransferState.FAILED);
    assertThat(told.state()).isEqualTo(TransferState.FAILED);
    assertThat(told.version()).isEqualTo(failed.version() + 1);
    assertThat(troubles()).containsExactly("LATE_SUCCESS");
    assertThat(town.balance(ani)).isEqualTo(MILLION);
  }
}
