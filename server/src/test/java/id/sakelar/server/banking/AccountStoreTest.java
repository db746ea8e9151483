package id.sakelar.server.banking;

import static id.sakelar.server.banking.Town.BRI;
import static id.sakelar.server.banking.Town.at;
import static id.sakelar.server.banking.Town.ours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.server.banking.Orders.Composing;
import id.sakelar.server.banking.Orders.Told;
import id.sakelar.server.banking.PaperBank.Mood;
import id.sakelar.server.banking.Transfers.Looking;
import id.sakelar.server.banking.Transfers.TokenForm;
import id.sakelar.server.partner.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Accounts of our bank as they are opened, looked at, listed and told.
class AccountStoreTest {
  private static final Rupiah AMOUNT = Rupiah.of(100_000);
  private static final Rupiah MILLION = Rupiah.of(1_000_000);
  private static final Told SILENT = new Told(null, null);

  private static Town town;

  @BeforeAll
  static void open() throws SQLException {
    town = new Town();
    town.bri.open("1111", MILLION);
  }

  @AfterEach
  void calm() {
    town.bri.in(Mood.HONEST);
  }

  @AfterAll
  static void sumUp() throws SQLException {
    town.close();
  }

  @Test
  void a_new_number_has_ten_digits_and_the_last_one_checks_the_others() {
    var numbers = IntStream.range(0, 50).mapToObj(_ -> town.accounts.newNumber()).toList();

    assertThat(numbers).doesNotHaveDuplicates();
    assertThat(numbers).allSatisfy(number -> assertThat(number).matches("[1-9][0-9]{9}"));
    assertThat(numbers)
        .allSatisfy(number -> assertThat(Luhn.complete(number.substring(0, 9))).isEqualTo(number));
  }

  /// The examples of ISO/IEC 7812-1 and of everybody's cards.
  @Test
  void a_check_digit_is_the_one_of_luhn() {
    assertThat(Luhn.complete("7992739871")).isEqualTo("79927398713");
    assertThat(Luhn.complete("411111111111111")).isEqualTo("4111111111111111");
    assertThat(Luhn.complete("0")).isEqualTo("00");
  }

  @Test
  void an_account_is_opened_with_its_holder_its_customer_and_its_pin() throws SQLException {
    var agent = town.agent(MILLION);
    var number = town.accounts.newNumber();
    var holder = new Holder("Ani Rahayu", "089689677052", "031", "");
    var account = new NewAccount(number, "bsa", holder, "ktp: 3515", null, "verifier", "BNIUS1");

    var opened = town.make(town.orders().opening(agent, "O-1", account, AMOUNT));

    var found = town.accounts.find(number).orElseThrow();
    assertThat(found)
        .isEqualTo(
            new BankAccount(number, AccountStore.savings(number), "bsa", null, true, holder));
    assertThat(town.accounts.balance(found)).isEqualTo(AMOUNT);
    assertThat(town.accounts.findCustomer(number)).contains("ktp: 3515");
    assertThat(column("SELECT verifier FROM pin WHERE holder = 'account:" + number + "'"))
        .containsExactly("verifier");
    assertThat(
            column("SELECT holder || customer FROM bank_account WHERE number = '" + number + "'"))
        .singleElement()
        .asString()
        .startsWith("v1:")
        .doesNotContain("Rahayu", "3515");
    assertThat(opened.order().target()).isEqualTo(ours(number));
  }

  private static List<String> column(String query) {
    return town.database
        .jdbi()
        .withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  @Test
  void an_agents_account_is_the_float() throws SQLException {
    var agent = town.agent(MILLION);

    var account = town.accounts.find(agent.account()).orElseThrow();

    assertThat(account.isSavings()).isFalse();
    assertThat(account.username()).isNotNull();
    assertThat(town.accounts.balance(account)).isEqualTo(MILLION);
    assertThat(town.accounts.findCustomer(agent.account())).isEmpty();
    assertThatThrownBy(
            () ->
                town.accounts.addAgentAccount(
                    String.valueOf(account.username()), agent.partner(), "4999", account.holder()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the number is taken, or the agent has an account");
  }

  @Test
  void accounts_are_listed_by_number_page_by_page() {
    town.agent(Rupiah.ZERO);
    town.agent(Rupiah.ZERO);

    var all = town.accounts.list("", 1_000);
    var page = town.accounts.list(all.getFirst().number(), 1);

    assertThat(all).extracting(BankAccount::number).isSorted();
    assertThat(page).containsExactly(all.get(1));
  }

  @Test
  void only_savings_take_cash_and_give_it() {
    var agent = town.agent(MILLION);
    var other = town.agent(MILLION).account();

    assertThat(town.orders().deposit(agent, "D-1", other, AMOUNT, ""))
        .isEqualTo(new Composing.Denied(Denial.UNKNOWN_ACCOUNT));
    assertThat(town.orders().withdrawal(agent, "W-1", other, AMOUNT, ""))
        .isEqualTo(new Composing.Denied(Denial.UNKNOWN_ACCOUNT));
    assertThat(town.orders().intrabank(agent, "I-1", "12345", AMOUNT, SILENT))
        .isEqualTo(new Composing.Denied(Denial.UNKNOWN_ACCOUNT));
  }

  @Test
  void an_account_that_is_stopped_moves_nothing() {
    var agent = town.agent(MILLION);
    var ani = town.savings(MILLION);
    var order = Town.composed(town.orders().withdrawal(agent, "W-1", ani, AMOUNT, ""));
    assertThat(town.accounts.setActive(ani, false)).isTrue();

    assertThat(town.denied(new Composing.Composed(order))).isEqualTo(Denial.INACTIVE_ACCOUNT);
    assertThat(town.orders().deposit(agent, "D-1", ani, AMOUNT, ""))
        .isEqualTo(new Composing.Denied(Denial.INACTIVE_ACCOUNT));
    assertThat(
            town.transfers()
                .leave(
                    "switcher:loket", ours(ani), TokenForm.CODE, Rupiah.ZERO, Duration.ofDays(1)))
        .isEqualTo(new Looking.Unseen(Denial.INACTIVE_ACCOUNT));
    assertThat(town.accounts.setActive("12345", false)).isFalse();
  }

  @Test
  void whose_account_it_is_is_told_at_every_bank_we_know() {
    var ani = town.savings(AMOUNT);
    var holder = town.accounts.find(ani).orElseThrow().holder();

    assertThat(town.transfers().look(ours(ani)))
        .isEqualTo(new Looking.Seen(holder, AMOUNT, true, null));
    assertThat(town.transfers().look(at(BRI, "1111")))
        .isEqualTo(new Looking.Seen(new Holder("Holder of 1111", "", "", ""), MILLION, true, null));
    assertThat(town.transfers().look(ours("12345")))
        .isEqualTo(new Looking.Unseen(Denial.UNKNOWN_ACCOUNT));
    assertThat(town.transfers().look(at(BRI, "12345")))
        .isEqualTo(new Looking.Unseen(Denial.UNKNOWN_ACCOUNT));
    assertThat(town.transfers().look(at("999", "1111")))
        .isEqualTo(new Looking.Unseen(Denial.UNKNOWN_BANK));
  }

  /// Or the first who knows its number could send away what lies in it.
  @Test
  void our_escrow_at_other_banks_is_nobodys_account() {
    var escrow = at(BRI, PaperBank.ESCROW);
    var ani = town.savings(MILLION);
    var leave = town.leave("switcher:loket", at(BRI, "1111"));

    assertThat(town.transfers().look(escrow)).isEqualTo(new Looking.Unseen(Denial.UNKNOWN_ACCOUNT));
    assertThat(town.orders().switched("R-1", true, leave, escrow, AMOUNT, ""))
        .isEqualTo(new Composing.Denied(Denial.UNKNOWN_ACCOUNT));
    var order = Town.composed(town.switched("R-2", ours(ani), at(BRI, "1111"), AMOUNT));
    assertThat(town.denied(new Composing.Composed(sentFrom(order, escrow))))
        .isEqualTo(Denial.UNKNOWN_ACCOUNT);
  }

  private static Order sentFrom(Order order, End source) {
    return new Order(
        order.id(),
        order.fingerprint(),
        true,
        source,
        order.target(),
        order.amount(),
        order.fee(),
        order.facts(),
        order.leave(),
        null,
        null,
        null);
  }

  @Test
  void terms_are_those_of_the_inquiry() {
    var agent = town.agent(MILLION);
    var ani = town.savings(Rupiah.ZERO);
    var name = town.accounts.find(ani).orElseThrow().holder().name();
    var fee = Rupiah.of(1_000);
    var denied = new Composing.Denied(Denial.TERMS);

    assertThat(town.orders().intrabank(agent, "I-1", ani, AMOUNT, new Told(Rupiah.ZERO, null)))
        .isEqualTo(denied);
    assertThat(town.orders().intrabank(agent, "I-1", ani, AMOUNT, new Told(fee, "Budi")))
        .isEqualTo(denied);
    assertThat(
            town.orders()
                .intrabank(agent, "I-1", ani, AMOUNT, new Told(fee, name.toUpperCase(Locale.ROOT))))
        .isInstanceOf(Composing.Composed.class);
    var leave = town.leave(agent.partner(), at(BRI, "1111"), TokenForm.NUMBER, Rupiah.of(6_500));
    assertThat(town.orders().interbank(agent, "N-1", leave, AMOUNT, new Told(fee, null)))
        .isEqualTo(denied);
  }

  @Test
  void a_token_looks_as_it_has_to_and_is_found_by_its_owner() {
    var code = token(TokenForm.CODE);
    var number = token(TokenForm.NUMBER);

    assertThat(code).matches("[0-9a-f]{32}");
    assertThat(number).matches("[1-9][0-9]{8}");
    assertThat(town.transfers().findLeave("switcher:loket", code).orElseThrow().end())
        .isEqualTo(at(BRI, "1111"));
    assertThat(town.transfers().findLeave("switcher:other", code)).isEmpty();
    assertThat(town.transfers().findLeave("switcher:loket", "0" + number)).isEmpty();
    assertThat(column("SELECT token FROM leave_to_pay")).contains(number).doesNotContain(code);
  }

  private static String token(TokenForm form) {
    var looking =
        town.transfers()
            .leave("switcher:loket", at(BRI, "1111"), form, Rupiah.ZERO, Duration.ofMinutes(15));
    return String.valueOf(((Looking.Seen) looking).token());
  }

  @Test
  void a_statement_tells_what_moved_newest_first() throws SQLException {
    var agent = town.agent(MILLION);
    var ani = town.savings(Rupiah.ZERO);
    var statements = new StatementStore(town.database.jdbi(), Database.vault());
    town.make(town.orders().deposit(agent, "D-1", ani, AMOUNT, "first"));
    town.clock.tick(Duration.ofSeconds(1));
    town.bri.in(Mood.AWAY);
    var failed = town.make(town.switched("S-1", ours(ani), at(BRI, "1111"), Rupiah.of(1)));
    town.bri.in(Mood.SLOW);
    var coming = town.make(town.switched("S-2", at(BRI, "1111"), ours(ani), Rupiah.of(2)));
    var going = town.make(town.switched("S-3", ours(ani), at(BRI, "1111"), Rupiah.of(3)));
    town.clock.tick(Duration.ofSeconds(1));
    var out = town.make(town.orders().withdrawal(agent, "W-1", ani, Rupiah.of(5), ""));

    assertThat(statements.newest(ours(ani), 2)).containsExactly(out, going);
    assertThat(statements.newest(ours(ani), 9)).hasSize(4).doesNotContain(failed, coming);
    assertThat(statements.newest(ours(agent.account()), 9)).hasSize(2);
    town.transfers().resume(coming);
    town.transfers().resume(going);
  }

  @Test
  void what_nobody_can_use_any_more_is_forgotten() {
    var store = new BankForgettingStore(town.database.jdbi());
    var unused = town.leave("switcher:forgetful", at(BRI, "1111"));
    var used = town.leave("switcher:forgetful", at(BRI, "1111"));
    var ani = town.savings(MILLION);
    town.make(town.orders().switched("F-1", true, used, ours(ani), AMOUNT, ""));
    var over = unused.expiresAt().plus(Duration.ofDays(1));

    store.forgetOld(over);
    assertThat(column("SELECT token FROM leave_to_pay WHERE owner = 'switcher:forgetful'"))
        .containsExactlyInAnyOrder(unused.token(), used.token());
    store.forgetOld(over.plusSeconds(1));
    assertThat(column("SELECT token FROM leave_to_pay WHERE owner = 'switcher:forgetful'"))
        .containsExactly(used.token());
  }
}
