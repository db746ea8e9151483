package id.sakelar.server.banking;

import static id.sakelar.server.banking.Town.BCA;
import static id.sakelar.server.banking.Town.BRI;
import static id.sakelar.server.banking.Town.at;
import static id.sakelar.server.banking.Town.composed;
import static id.sakelar.server.banking.Town.known;
import static id.sakelar.server.banking.Town.ours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.PaperBank.Mood;
import id.sakelar.server.banking.TransferChange.Open;
import id.sakelar.server.banking.Transfers.Making;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Callers who hang up, servers that die and servers that stop: nothing is lost, and nothing is
/// done twice.
class InterruptedTest {
  private static final Rupiah AMOUNT = Rupiah.of(100_000);
  private static final Rupiah MILLION = Rupiah.of(1_000_000);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answers = new CountDownLatch(1);
  private Town town;
  private String ani;

  @BeforeEach
  void open() throws SQLException {
    town = new Town();
    town.bri.open("1111", MILLION);
    town.bca.open("3333", MILLION);
    ani = town.savings(MILLION);
  }

  @AfterEach
  void sumUp() throws SQLException {
    answers.countDown();
    town.close();
    assertThat(answers.getCount()).isZero();
  }

  /// A bank that answers when the test says so.
  private Supplier<Mood> whenTold(Mood mood) {
    return () -> {
      asked.countDown();
      await(answers);
      return mood;
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException("a test was interrupted", e);
    }
  }

  private Order toBri() {
    return composed(town.switched("R-1", ours(ani), at(BRI, "1111"), AMOUNT));
  }

  private List<Transfer> resumeDue() {
    town.makeDue();
    var resumed = new ArrayList<Transfer>();
    for (Transfer due : town.transfers().takeDue(100, Duration.ofMinutes(1))) {
      resumed.add(town.transfers().resume(due));
    }
    return resumed;
  }

  @Test
  void who_loses_patience_is_told_pending_and_stops_nothing()
      throws ExecutionException, InterruptedException {
    town.bri.in(whenTold(Mood.HONEST));
    var order = toBri();
    var patient = CompletableFuture.supplyAsync(() -> town.transfers().make(order, Duration.ZERO));
    await(asked);

    var hasty = town.transfers().make(order, Town.PATIENCE.minusMillis(1));
    var late = town.transfers().make(order, Town.PATIENCE);
    answers.countDown();

    assertThat(hasty).isEqualTo(new Making.InDoubt());
    assertThat(late).isEqualTo(new Making.InDoubt());
    assertThat(known(patient.get()).state()).isEqualTo(TransferState.BOOKED);
    assertThat(town.bri.moves()).hasSize(1);
  }

  @Test
  void who_comes_meanwhile_waits_for_the_same_answer()
      throws ExecutionException, InterruptedException {
    town.bri.in(whenTold(Mood.HONEST));
    var order = toBri();
    var first = CompletableFuture.supplyAsync(() -> town.transfers().make(order, Duration.ZERO));
    await(asked);
    var second = CompletableFuture.supplyAsync(() -> town.transfers().make(order, Duration.ZERO));

    answers.countDown();

    assertThat(known(first.get()).state()).isEqualTo(TransferState.BOOKED);
    assertThat(second.get()).isEqualTo(first.get());
    assertThat(town.bri.moves()).hasSize(1);
  }

  @Test
  void the_same_wish_without_a_reference_waits_for_the_one_that_runs()
      throws ExecutionException, InterruptedException {
    town.bri.in(whenTold(Mood.HONEST));
    var agent = town.agent(MILLION);
    var leave =
        town.leave(agent.partner(), at(BRI, "1111"), Transfers.TokenForm.NUMBER, Rupiah.ZERO);
    var told = new Orders.Told(null, null);
    var first =
        CompletableFuture.supplyAsync(
            () -> town.make(town.orders().interbank(agent, null, leave, AMOUNT, told)));
    await(asked);
    var second =
        CompletableFuture.supplyAsync(
            () -> town.make(town.orders().interbank(agent, null, leave, AMOUNT, told)));

    answers.countDown();

    assertThat(first.get().state()).isEqualTo(TransferState.BOOKED);
    assertThat(second.get()).isEqualTo(first.get());
  }

  @Test
  void nothing_is_begun_for_who_has_waited_too_long() throws SQLException {
    assertThat(town.transfers().make(toBri(), Town.PATIENCE))
        .isEqualTo(new Making.Refused(Denial.BUSY));
    assertThat(town.transfers().find(toBri().id())).isEmpty();
    assertThat(town.balance(ani)).isEqualTo(MILLION);
  }

  @Test
  void who_has_waited_too_long_is_told_what_there_is() {
    var made = known(town.transfers().make(toBri(), Duration.ZERO));

    assertThat(town.transfers().make(made.order(), Town.PATIENCE))
        .isEqualTo(new Making.Known(made));
  }

  @Test
  void nothing_is_begun_by_a_server_that_stops() throws SQLException {
    town.transfers().close();

    assertThat(town.transfers().make(toBri(), Duration.ZERO))
        .isEqualTo(new Making.Refused(Denial.BUSY));
    assertThat(town.balance(ani)).isEqualTo(MILLION);
  }

  @Test
  void a_server_that_dies_before_it_sends_leaves_a_hold_that_is_asked_about() throws SQLException {
    var order = toBri();
    var machine = new TransferMachine(Town.BNI, Map.of());
    var transfer = machine.open(order, town.clock.instant(), "2603021200000001");
    town.store.open(
        new Open(
            transfer,
            new Ends(town.books(ani), null),
            machine.opening(order),
            Duration.ofSeconds(30)));
    assertThat(town.escrow()).isEqualTo(AMOUNT);
    assertThat(town.transfers().takeDue(100, Duration.ofMinutes(1))).isEmpty();

    town.clock.tick(Duration.ofMinutes(20));
    for (int i = 0; i < 3; i++) {
      resumeDue();
      town.clock.tick(Duration.ofMinutes(1));
    }

    var ended = town.transfers().find(order.id()).orElseThrow();
    assertThat(ended.state()).isEqualTo(TransferState.FAILED);
    assertThat(town.balance(ani)).isEqualTo(MILLION);
    assertThat(town.bri.moves()).isEmpty();
  }

  @Test
  void a_server_that_dies_before_it_hears_leaves_money_in_escrow_that_arrives()
      throws SQLException {
    town.bri.in(
        () -> {
          throw new IllegalStateException("the process died");
        });
    var doubt = town.transfers().make(toBri(), Duration.ZERO);
    town.bri.in(Mood.HONEST);
    assertThat(doubt).isEqualTo(new Making.InDoubt());
    assertThat(town.escrow()).isEqualTo(AMOUNT);
    var standing = town.transfers().find(toBriId()).orElseThrow();
    town.bri.move(
        new BankNetwork.Move(
            PaperBank.ESCROW,
            "1111",
            AMOUNT,
            String.valueOf(standing.trail().reference()),
            "what was on its way",
            town.clock.instant()));

    assertThat(resumeDue())
        .singleElement()
        .extracting(Transfer::state)
        .isEqualTo(TransferState.BOOKED);
    assertThat(town.escrow()).isEqualTo(Rupiah.ZERO);
    town.assertThatPositionsAgree();
  }

  private static TransferId toBriId() {
    return new TransferId("switcher:loket", Operation.SWITCHED, "R-1");
  }

  @Test
  void a_server_that_dies_between_two_legs_goes_on_with_the_second() throws SQLException {
    town.bca.in(
        () -> {
          throw new IllegalStateException("the process died");
        });
    var order = composed(town.switched("R-1", at(BRI, "1111"), at(BCA, "3333"), AMOUNT));
    var doubt = town.transfers().make(order, Duration.ZERO);
    town.bca.in(Mood.HONEST);

    assertThat(doubt).isEqualTo(new Making.InDoubt());
    assertThat(town.escrow()).isEqualTo(AMOUNT);
    town.clock.tick(Duration.ofMinutes(20));
    for (int i = 0; i < 3; i++) {
      resumeDue();
      town.clock.tick(Duration.ofMinutes(1));
    }
    var ended = town.transfers().find(order.id()).orElseThrow();
    assertThat(ended.state()).isEqualTo(TransferState.FAILED);
    assertThat(town.bri.balance("1111")).isEqualTo(MILLION);
    town.assertThatPositionsAgree();
  }

  @Test
  void what_is_due_is_given_to_one() {
    town.bri.in(Mood.SILENT);
    town.transfers().make(toBri(), Duration.ZERO);
    town.makeDue();

    assertThat(town.transfers().takeDue(100, Duration.ofMinutes(1))).hasSize(1);
    assertThat(town.transfers().takeDue(100, Duration.ofMinutes(1))).isEmpty();
  }

  @Test
  void an_order_that_took_too_long_to_commit_is_not_sent() throws SQLException {
    var slow = new Correspondents(Map.of(BRI, town.line(BRI, town.bri)), town.clock);
    var machine = new TransferMachine(Town.BNI, Map.of());
    var transfer = machine.open(toBri(), town.clock.instant(), "2603021200000001");
    town.clock.tick(Duration.ofSeconds(25).plusMillis(1));

    assertThat(slow.send(transfer)).isEqualTo(new BankNetwork.Heard.NotSent("opened too late"));
    town.clock.tick(Duration.ofMillis(-1));
    assertThat(slow.send(transfer)).isEqualTo(new BankNetwork.Heard.Booked("00"));
    town.bri.move(
        new BankNetwork.Move("1111", PaperBank.ESCROW, AMOUNT, "back", "", town.clock.instant()));
  }

  @Test
  void a_reference_that_a_bank_knows_is_not_used_again() throws SQLException {
    var now = town.clock.instant();
    var used = new Refnums(() -> 0);
    for (int i = 0; i < 3; i++) {
      var reference = used.next(now);
      town.database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      """
                      INSERT INTO leg (bank, reference, owner, operation, transfer, number)
                      VALUES ('002', ?, 'somebody', 'SWITCHED', ?, 1)
                      """,
                      reference,
                      reference));
    }
    var transfers =
        new Transfers(
            town.store,
            town.accounts,
            town.leaves,
            Town.BNI,
            Map.of(BRI, town.line(BRI, town.bri)),
            town.clock,
            () -> 0,
            Town.PATIENCE);

    assertThat(known(transfers.make(toBri(), Duration.ZERO)).state())
        .isEqualTo(TransferState.BOOKED);
    assertThat(town.bri.moves().getFirst().reference()).isEqualTo("2603021200000003");
  }

  @Test
  void only_accounts_of_ours_pay_fees() {
    var order = composed(town.switched("R-1", at(BRI, "1111"), ours(ani), AMOUNT));
    var dear =
        new Order(
            order.id(),
            order.fingerprint(),
            true,
            order.source(),
            order.target(),
            AMOUNT,
            Rupiah.of(1),
            order.facts(),
            null,
            null,
            null,
            null);

    assertThatThrownBy(() -> town.transfers().make(dear, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("only accounts of our bank pay fees");
  }
}
