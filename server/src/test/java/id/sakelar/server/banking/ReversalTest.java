package id.sakelar.server.banking;

import static id.sakelar.server.banking.Town.BCA;
import static id.sakelar.server.banking.Town.BRI;
import static id.sakelar.server.banking.Town.at;
import static id.sakelar.server.banking.Town.composed;
import static id.sakelar.server.banking.Town.ours;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Orders.Composing;
import id.sakelar.server.banking.PaperBank.Mood;
import id.sakelar.server.banking.Transfers.Making;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A transfer of the switcher goes back once: when it was booked, by its owner, with its journal.
class ReversalTest {
  private static final AtomicInteger REFNUMS = new AtomicInteger();
  private static final Rupiah AMOUNT = Rupiah.of(100_000);
  private static final Rupiah MILLION = Rupiah.of(1_000_000);

  private static Town town;

  @BeforeAll
  static void open() throws SQLException {
    town = new Town();
    town.bri.open("1111", MILLION.times(9)).open("2222", MILLION);
    town.bca.open("3333", MILLION);
  }

  @AfterEach
  void calm() {
    town.bri.in(Mood.HONEST);
    town.bca.in(Mood.HONEST);
  }

  @AfterAll
  static void sumUp() throws SQLException {
    town.assertThatPositionsAgree();
    town.close();
  }

  private static String refnum() {
    return "R-" + REFNUMS.incrementAndGet();
  }

  private static Transfer send(End source, End target) {
    return town.make(town.switched(refnum(), source, target, AMOUNT));
  }

  private static Composing reversal(Transfer original) {
    return town.orders().reversal(refnum(), original, requireNonNull(original.journal()));
  }

  @Test
  void a_reversal_goes_the_other_way_under_a_journal_of_its_own() throws SQLException {
    var ani = town.savings(MILLION);
    var budi = town.savings(Rupiah.ZERO);
    var sent = send(ours(ani), ours(budi));

    var back = town.make(reversal(sent));

    assertThat(back.state()).isEqualTo(TransferState.BOOKED);
    assertThat(back.order().source()).isEqualTo(ours(budi));
    assertThat(back.order().target()).isEqualTo(ours(ani));
    assertThat(back.order().facts())
        .isEqualTo(
            new Order.Facts(
                sent.order().facts().targetName(),
                sent.order().facts().sourceName(),
                "Reversal from %s to %s".formatted(budi, ani)));
    assertThat(requireNonNull(back.journal())).isGreaterThan(requireNonNull(sent.journal()));
    assertThat(town.balance(ani)).isEqualTo(MILLION);
    assertThat(town.balance(budi)).isEqualTo(Rupiah.ZERO);
    assertThat(town.transfers().findReversal(sent.id())).contains(back);
    assertThat(town.transfers().find(sent.id())).contains(sent);
  }

  @Test
  void what_is_reversed_was_not_paid_out_and_a_reversal_pays_nothing_out() throws SQLException {
    var ani = town.savings(MILLION);
    var budi = town.savings(Rupiah.ZERO);
    var sent = send(ours(ani), ours(budi));
    assertThat(town.paidOut(ani)).isEqualTo(AMOUNT);

    town.make(reversal(sent));

    assertThat(town.paidOut(ani)).isEqualTo(Rupiah.ZERO);
    assertThat(town.paidOut(budi)).isEqualTo(Rupiah.ZERO);
  }

  @Test
  void money_comes_back_from_another_bank_and_goes_back_to_one() throws SQLException {
    var ani = town.savings(MILLION);
    var before = town.bri.balance("1111");

    var out = town.make(reversal(send(ours(ani), at(BRI, "1111"))));
    var in = town.make(reversal(send(at(BRI, "1111"), ours(ani))));
    var across = town.make(reversal(send(at(BRI, "1111"), at(BCA, "3333"))));
    var within = town.make(reversal(send(at(BRI, "1111"), at(BRI, "2222"))));

    assertThat(List.of(out, in, across, within))
        .allSatisfy(back -> assertThat(back.state()).isEqualTo(TransferState.BOOKED));
    assertThat(town.balance(ani)).isEqualTo(MILLION);
    assertThat(town.paidOut(ani)).isEqualTo(Rupiah.ZERO);
    assertThat(town.bri.balance("1111")).isEqualTo(before);
    assertThat(town.bri.balance("2222")).isEqualTo(MILLION);
    assertThat(town.bca.balance("3333")).isEqualTo(MILLION);
  }

  @Test
  void a_second_reversal_is_told_that_there_is_one() throws SQLException {
    var ani = town.savings(MILLION);
    var budi = town.savings(Rupiah.ZERO);
    var sent = send(ours(ani), ours(budi));
    var first = reversal(sent);
    var back = town.make(first);

    assertThat(town.denied(reversal(sent))).isEqualTo(Denial.ALREADY_REVERSED);
    assertThat(town.make(first)).isEqualTo(back);
    assertThat(town.balance(ani)).isEqualTo(MILLION);
  }

  @Test
  void of_fifty_reversals_at_once_one_is_made()
      throws SQLException, InterruptedException, ExecutionException {
    var ani = town.savings(MILLION);
    var budi = town.savings(MILLION);
    var sent = send(ours(ani), ours(budi));

    var makings =
        Crowd.atOnce(50, _ -> town.transfers().make(composed(reversal(sent)), Duration.ZERO));

    assertThat(makings).filteredOn(Making.Known.class::isInstance).hasSize(1);
    assertThat(makings).filteredOn(new Making.Refused(Denial.ALREADY_REVERSED)::equals).hasSize(49);
    assertThat(town.balance(ani)).isEqualTo(MILLION);
    assertThat(town.balance(budi)).isEqualTo(MILLION);
  }

  /// No account of ours keeps these apart.
  @Test
  void of_fifty_reversals_within_another_bank_one_is_sent()
      throws InterruptedException, ExecutionException {
    var sent = send(at(BRI, "1111"), at(BRI, "2222"));
    int before = town.bri.moves().size();

    var makings =
        Crowd.atOnce(50, _ -> town.transfers().make(composed(reversal(sent)), Duration.ZERO));

    assertThat(makings).filteredOn(Making.Known.class::isInstance).hasSize(1);
    assertThat(town.bri.moves()).hasSize(before + 1);
  }

  @Test
  void what_is_not_booked_is_not_reversed() throws SQLException {
    var ani = town.savings(MILLION);
    town.bri.in(Mood.AWAY);
    var failed = send(ours(ani), at(BRI, "1111"));
    town.bri.in(Mood.SLOW);
    var open = send(ours(ani), at(BRI, "1111"));

    assertThat(town.orders().reversal(refnum(), failed, 1))
        .isEqualTo(new Composing.Denied(Denial.NOT_REVERSIBLE));
    assertThat(town.orders().reversal(refnum(), open, 1))
        .isEqualTo(new Composing.Denied(Denial.NOT_REVERSIBLE));
    town.transfers().resume(open);
  }

  @Test
  void another_journal_is_another_transfers() throws SQLException {
    var ani = town.savings(MILLION);
    var sent = send(ours(ani), ours(town.savings(Rupiah.ZERO)));

    assertThat(town.orders().reversal(refnum(), sent, requireNonNull(sent.journal()) + 1))
        .isEqualTo(new Composing.Denied(Denial.NOT_REVERSIBLE));
  }

  @Test
  void only_transfers_of_the_switcher_are_reversed() throws SQLException {
    var ani = town.savings(MILLION);
    var sent = send(ours(ani), ours(town.savings(Rupiah.ZERO)));
    var back = town.make(reversal(sent));
    var deposit = town.make(town.orders().deposit(town.agent(MILLION), "D-1", ani, AMOUNT, ""));

    assertThat(reversal(back)).isEqualTo(new Composing.Denied(Denial.NOT_REVERSIBLE));
    assertThat(reversal(deposit)).isEqualTo(new Composing.Denied(Denial.NOT_REVERSIBLE));
  }

  /// Whatever a front lets through, the commit looks again.
  @Test
  void nobody_reverses_the_transfers_of_others() throws SQLException {
    var ani = town.savings(MILLION);
    var sent = send(ours(ani), ours(town.savings(Rupiah.ZERO)));
    var order = composed(reversal(sent));
    var strangers =
        new Order(
            new TransferId("switcher:stranger", Operation.REVERSAL, refnum()),
            order.fingerprint(),
            true,
            order.source(),
            order.target(),
            order.amount(),
            order.fee(),
            order.facts(),
            null,
            sent.id(),
            null,
            null);

    assertThat(town.transfers().make(strangers, Duration.ZERO))
        .isEqualTo(new Making.Refused(Denial.NOT_FOUND));
    assertThat(town.balance(ani)).isEqualTo(MILLION.minus(AMOUNT));
  }

  @Test
  void what_the_beneficiary_has_spent_does_not_come_back() throws SQLException {
    var ani = town.savings(MILLION);
    var budi = town.savings(Rupiah.ZERO);
    var sent = send(ours(ani), ours(budi));
    town.make(
        town.orders().withdrawal(town.agent(Rupiah.ZERO), "W-1", budi, Rupiah.of(50_000), ""));

    assertThat(town.denied(reversal(sent))).isEqualTo(Denial.FUNDS);
    assertThat(town.transfers().findReversal(sent.id())).isEmpty();
    assertThat(town.balance(ani)).isEqualTo(MILLION.minus(AMOUNT));
  }

  @Test
  void a_reversal_that_failed_does_not_count() throws SQLException {
    var ani = town.savings(MILLION);
    var sent = send(ours(ani), at(BRI, "1111"));
    town.bri.in(Mood.UNWILLING);

    var failed = town.make(reversal(sent));
    town.bri.in(Mood.HONEST);
    var back = town.make(reversal(sent));

    assertThat(failed.state()).isEqualTo(TransferState.FAILED);
    assertThat(back.state()).isEqualTo(TransferState.BOOKED);
    assertThat(town.paidOut(ani)).isEqualTo(Rupiah.ZERO);
    assertThat(town.balance(ani)).isEqualTo(MILLION);
  }

  @Test
  void a_reversal_under_way_counts() throws SQLException {
    var ani = town.savings(MILLION);
    var sent = send(ours(ani), at(BRI, "1111"));
    town.bri.in(Mood.SLOW);

    var open = town.make(reversal(sent));

    assertThat(open.state()).isEqualTo(TransferState.DEBITING);
    assertThat(town.denied(reversal(sent))).isEqualTo(Denial.ALREADY_REVERSED);
    assertThat(town.transfers().resume(open).state()).isEqualTo(TransferState.BOOKED);
    assertThat(town.paidOut(ani)).isEqualTo(Rupiah.ZERO);
  }
}
