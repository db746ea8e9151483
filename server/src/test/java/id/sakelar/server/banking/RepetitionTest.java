package id.sakelar.server.banking;

import static id.sakelar.server.banking.Town.BRI;
import static id.sakelar.server.banking.Town.at;
import static id.sakelar.server.banking.Town.composed;
import static id.sakelar.server.banking.Town.known;
import static id.sakelar.server.banking.Town.ours;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.Books;
import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Orders.Composing;
import id.sakelar.server.banking.Orders.Told;
import id.sakelar.server.banking.PaperBank.Mood;
import id.sakelar.server.banking.Transfers.Making;
import id.sakelar.server.banking.Transfers.TokenForm;
import id.sakelar.server.partner.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Money moves once, whoever asks how often, at two server processes: by reference, by the same
/// wish a moment later, by leave.
class RepetitionTest {
  private static final Rupiah AMOUNT = Rupiah.of(100_000);
  private static final Rupiah MILLION = Rupiah.of(1_000_000);
  private static final Rupiah NOTHING = Rupiah.ZERO;
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
    town.bri.open("1111", MILLION).open("2222", MILLION);
  }

  @AfterEach
  void calm() {
    town.bri.in(Mood.HONEST);
  }

  @AfterAll
  static void sumUp() throws SQLException {
    otherBooks.close();
    town.assertThatPositionsAgree();
    town.close();
  }

  private static List<Making> makeAtOnce(IntFunction<Composing> wish)
      throws InterruptedException, ExecutionException {
    return Crowd.atOnce(50, i -> servers.get(i % 2).make(composed(wish.apply(i)), Duration.ZERO));
  }

  private static Transfer theOne(List<Making> makings) {
    var told = makings.stream().map(Town::known).map(Transfer::id).collect(Collectors.toSet());
    assertThat(told).hasSize(1);
    return town.transfers().find(told.iterator().next()).orElseThrow();
  }

  @Test
  void fifty_deposits_under_one_reference_are_one()
      throws SQLException, InterruptedException, ExecutionException {
    var agent = town.agent(MILLION);
    var ani = town.savings(Rupiah.ZERO);

    var one = theOne(makeAtOnce(_ -> town.orders().deposit(agent, "D-1", ani, AMOUNT, "")));

    assertThat(one.state()).isEqualTo(TransferState.BOOKED);
    assertThat(town.balance(ani)).isEqualTo(AMOUNT);
    assertThat(town.spent(agent)).isEqualTo(AMOUNT);
  }

  /// Nothing of ours is locked when these are opened.
  @Test
  void fifty_transfers_between_others_under_one_reference_are_one()
      throws SQLException, InterruptedException, ExecutionException {
    var leave = town.leave("switcher:loket", at(BRI, "2222"));
    int before = town.bri.moves().size();

    theOne(
        makeAtOnce(
            _ -> town.orders().switched("R-1", true, leave, at(BRI, "1111"), AMOUNT, "test")));

    assertThat(town.bri.moves()).hasSize(before + 1);
  }

  @Test
  void fifty_deposits_without_a_reference_are_one()
      throws SQLException, InterruptedException, ExecutionException {
    var agent = town.agent(MILLION);
    var ani = town.savings(Rupiah.ZERO);

    theOne(makeAtOnce(_ -> town.orders().deposit(agent, null, ani, AMOUNT, "")));

    assertThat(town.balance(ani)).isEqualTo(AMOUNT);
  }

  @Test
  void the_same_wish_within_two_minutes_is_the_same_transfer_and_then_a_new_one()
      throws SQLException {
    var agent = town.agent(MILLION);
    var ani = town.savings(Rupiah.ZERO);
    var first = town.make(town.orders().deposit(agent, null, ani, AMOUNT, ""));

    town.clock.tick(Duration.ofMinutes(2));
    var again = town.make(town.orders().deposit(agent, null, ani, AMOUNT, ""));
    town.clock.tick(Duration.ofMillis(1));
    var fresh = town.make(town.orders().deposit(agent, null, ani, AMOUNT, ""));

    assertThat(again).isEqualTo(first);
    assertThat(fresh.id()).isNotEqualTo(first.id());
    assertThat(town.balance(ani)).isEqualTo(AMOUNT.times(2));
  }

  @Test
  void other_wishes_and_wishes_of_others_are_not_the_same() throws SQLException {
    var agent = town.agent(MILLION);
    var other = town.agent(MILLION);
    var ani = town.savings(Rupiah.ZERO);
    town.make(town.orders().deposit(agent, null, ani, AMOUNT, ""));

    town.make(town.orders().deposit(other, null, ani, AMOUNT, ""));
    town.make(town.orders().deposit(agent, null, ani, AMOUNT.plus(Rupiah.of(1)), ""));
    town.make(town.orders().deposit(agent, null, ani, AMOUNT, "another narration"));
    town.make(town.orders().deposit(agent, "D-1", ani, AMOUNT, ""));

    assertThat(town.balance(ani)).isEqualTo(AMOUNT.times(5).plus(Rupiah.of(1)));
  }

  @Test
  void what_failed_may_be_wished_for_again_at_once() throws SQLException {
    var ani = town.savings(MILLION);
    town.bri.in(Mood.AWAY);
    var failed = town.make(unreferenced(ani));
    town.bri.in(Mood.HONEST);

    var made = town.make(unreferenced(ani));

    assertThat(failed.state()).isEqualTo(TransferState.FAILED);
    assertThat(made.state()).isEqualTo(TransferState.BOOKED);
  }

  private static Composing unreferenced(String source) {
    var order = composed(town.switched("R", ours(source), at(BRI, "1111"), AMOUNT));
    var reference = "made-" + town.chance.nextLong(Long.MAX_VALUE);
    return new Composing.Composed(
        new Order(
            new TransferId("switcher:loket", Operation.SWITCHED, reference),
            "print of " + source,
            false,
            order.source(),
            order.target(),
            order.amount(),
            order.fee(),
            order.facts(),
            null,
            null,
            null,
            null));
  }

  @Test
  void a_reference_never_means_two_things() throws SQLException {
    var agent = town.agent(MILLION);
    var ani = town.savings(Rupiah.ZERO);
    var made = town.make(town.orders().deposit(agent, "D-1", ani, AMOUNT, ""));

    assertThat(town.denied(town.orders().deposit(agent, "D-1", ani, Rupiah.of(1), "")))
        .isEqualTo(Denial.REFERENCE_USED);
    assertThat(town.denied(town.orders().deposit(agent, "D-1", town.savings(AMOUNT), AMOUNT, "")))
        .isEqualTo(Denial.REFERENCE_USED);
    assertThat(town.make(town.orders().deposit(agent, "D-1", ani, AMOUNT, ""))).isEqualTo(made);
    assertThat(town.make(town.orders().withdrawal(agent, "D-1", ani, Rupiah.of(1), "")).state())
        .isEqualTo(TransferState.BOOKED);
  }

  /// What has changed since has nothing to do with what was done.
  @Test
  void a_repetition_is_told_what_was_done_whatever_has_changed_since() throws SQLException {
    var agent = town.agent(MILLION);
    var ani = town.savings(Rupiah.ZERO);
    var made = town.make(town.orders().intrabank(agent, "I-1", ani, AMOUNT, SILENT));
    town.accounts.setActive(ani, false);

    assertThat(town.make(town.orders().intrabank(agent, "I-1", ani, AMOUNT, SILENT)))
        .isEqualTo(made);
    assertThat(town.denied(town.orders().intrabank(agent, "I-2", ani, AMOUNT, SILENT)))
        .isEqualTo(Denial.INACTIVE_ACCOUNT);
  }

  @Test
  void a_leave_is_used_once_and_a_repetition_is_told_of_that()
      throws SQLException, InterruptedException, ExecutionException {
    var ani = town.savings(MILLION);
    var leave = town.leave("switcher:loket", at(BRI, "1111"));

    var makings =
        makeAtOnce(i -> town.orders().switched("L-" + i, true, leave, ours(ani), AMOUNT, "test"));

    assertThat(makings).filteredOn(Making.Known.class::isInstance).hasSize(1);
    assertThat(makings).filteredOn(new Making.Refused(Denial.NO_LEAVE)::equals).hasSize(49);
    assertThat(town.balance(ani)).isEqualTo(MILLION.minus(AMOUNT));
    var made = makings.stream().filter(Making.Known.class::isInstance).map(Town::known).findFirst();
    var refnum = made.orElseThrow().id().reference();
    assertThat(town.make(town.orders().switched(refnum, true, leave, ours(ani), AMOUNT, "test")))
        .isEqualTo(made.get());
  }

  @Test
  void a_leave_is_good_for_its_time_its_owner_and_its_end() throws SQLException {
    var agent = town.agent(MILLION);
    var owner = agent.partner();
    var leave = town.leave(owner, at(BRI, "1111"), TokenForm.NUMBER, Rupiah.of(6_500));
    var other = town.agent(MILLION);
    var order = composed(town.orders().interbank(agent, "N-1", leave, AMOUNT, SILENT));

    assertThat(town.denied(town.orders().interbank(other, "N-1", leave, AMOUNT, SILENT)))
        .isEqualTo(Denial.NO_LEAVE);
    assertThat(town.denied(new Composing.Composed(elsewhere(order)))).isEqualTo(Denial.NO_LEAVE);
    town.clock.tick(Duration.ofMinutes(15));
    assertThat(town.denied(new Composing.Composed(order))).isEqualTo(Denial.NO_LEAVE);
    town.clock.tick(Duration.ofMillis(-1));
    assertThat(town.make(new Composing.Composed(order)).state()).isEqualTo(TransferState.BOOKED);
  }

  private static Order elsewhere(Order order) {
    return new Order(
        order.id(),
        order.fingerprint(),
        true,
        order.source(),
        at(BRI, "2222"),
        order.amount(),
        order.fee(),
        order.facts(),
        order.leave(),
        null,
        null,
        null);
  }

  @Test
  void what_is_refused_uses_no_leave_up() throws SQLException {
    var agent = town.agent(AMOUNT);
    var leave = town.leave(agent.partner(), at(BRI, "1111"), TokenForm.NUMBER, Rupiah.of(6_500));

    assertThat(town.denied(town.orders().interbank(agent, "N-1", leave, AMOUNT, SILENT)))
        .isEqualTo(Denial.FUNDS);
    assertThat(
            town.make(town.orders().interbank(agent, "N-2", leave, Rupiah.of(1_000), SILENT))
                .state())
        .isEqualTo(TransferState.BOOKED);
  }

  @Test
  void a_person_has_one_account_where_the_product_says_so()
      throws SQLException, InterruptedException, ExecutionException {
    var agent = town.agent(MILLION);

    var makings =
        makeAtOnce(i -> town.orders().opening(agent, "O-" + i, identified("i-1"), AMOUNT));

    assertThat(makings).filteredOn(Making.Known.class::isInstance).hasSize(1);
    assertThat(makings).filteredOn(new Making.Refused(Denial.HAS_ACCOUNT)::equals).hasSize(49);
    assertThat(town.balance(agent)).isEqualTo(MILLION.minus(AMOUNT));
  }

  private static NewAccount identified(String identity) {
    var it = town.newAccount("bsa");
    return new NewAccount(
        it.number(), "bsa", it.holder(), it.customer(), identity, null, it.openedBy());
  }

  @Test
  void an_account_is_opened_once_under_one_reference() throws SQLException {
    var agent = town.agent(MILLION);
    var first = town.newAccount("bsa");
    var second =
        new NewAccount(
            town.accounts.newNumber(), "bsa", first.holder(), first.customer(), null, null, "");

    var opened = town.make(town.orders().opening(agent, "O-1", first, AMOUNT));
    var again = town.make(town.orders().opening(agent, "O-1", second, AMOUNT));

    assertThat(again).isEqualTo(opened);
    assertThat(town.accounts.find(second.number())).isEmpty();
    assertThat(
            known(
                town.transfers()
                    .make(
                        composed(town.orders().opening(agent, "O-1", second, AMOUNT)),
                        Duration.ZERO)))
        .isEqualTo(opened);
  }

  /// Nothing of ours is locked when these are opened either.
  @Test
  void fifty_openings_with_nothing_and_without_a_reference_are_one()
      throws InterruptedException, ExecutionException {
    var agent = town.agent(Rupiah.ZERO);
    var wanted = town.newAccount("bsa");

    var one = theOne(makeAtOnce(_ -> town.orders().opening(agent, null, again(wanted), NOTHING)));

    assertThat(one.state()).isEqualTo(TransferState.BOOKED);
  }

  private static NewAccount again(NewAccount it) {
    var number = town.accounts.newNumber();
    return new NewAccount(number, "bsa", it.holder(), it.customer(), null, null, it.openedBy());
  }

  @Test
  void an_account_may_be_opened_with_nothing_on_it() throws SQLException {
    var agent = town.agent(Rupiah.ZERO);
    var account = town.newAccount("bsa");

    var opened = town.make(town.orders().opening(agent, "O-1", account, Rupiah.ZERO));

    assertThat(opened.state()).isEqualTo(TransferState.BOOKED);
    assertThat(town.balance(account.number())).isEqualTo(Rupiah.ZERO);
  }
}
