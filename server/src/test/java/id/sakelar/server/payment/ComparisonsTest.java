package id.sakelar.server.payment;

import static id.sakelar.server.payment.Crossroads.asked;
import static id.sakelar.server.payment.Crossroads.known;
import static id.sakelar.server.payment.Samples.COST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.server.partner.DepositStore;
import id.sakelar.server.payment.BalanceStore.Booked;
import id.sakelar.server.payment.BalanceStore.Reported;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Our deposit at a biller: paid in, and held against what the biller says.
class ComparisonsTest {
  private static final Rupiah PAID_IN = Rupiah.of(10_000_000);
  private static final Rupiah NOTHING = Rupiah.ZERO;

  private Crossroads crossroads;
  private BalanceStore store;

  @BeforeEach
  void open() throws SQLException {
    crossroads = new Crossroads();
    store = new BalanceStore(crossroads.database().jdbi());
    assertThat(deposit("B-1", PAID_IN)).isTrue();
  }

  @AfterEach
  void close() throws SQLException {
    crossroads.close();
  }

  private boolean deposit(String reference, Rupiah amount) {
    return BalanceStore.deposit(
        crossroads.database().source(), "first", reference, amount, "somebody", new SecureRandom());
  }

  /// Compares once, while the biller says so much.
  private Reported compare(Rupiah said) {
    var biller = crossroads.first().has(() -> Optional.of(said));
    var upstream = new Upstream("first", biller, BillerProfile.standard(), true);
    new Comparisons(
            store, new CaseStore(crossroads.database().jdbi()), List.of(upstream), Duration.ZERO)
        .run();
    return store.findReported("first").orElseThrow();
  }

  @Test
  void what_the_bank_pays_a_biller_is_ours_there() throws SQLException {
    assertThat(store.booked("first")).isEqualTo(new Booked(PAID_IN, NOTHING));
    assertThat(crossroads.database().balance(DepositStore.BANK))
        .isEqualTo(PAID_IN.minus(Rupiah.of(1_000_000)));

    crossroads.payments().pay(asked("INV-1"));

    assertThat(store.booked("first")).isEqualTo(new Booked(PAID_IN.minus(COST), NOTHING));
  }

  @Test
  void a_deposit_is_booked_once_for_each_reference() {
    assertThat(deposit("B-1", PAID_IN)).isFalse();
    assertThatThrownBy(() -> deposit("B-1", Rupiah.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the reference was booked for another deposit");

    assertThat(store.booked("first").deposit()).isEqualTo(PAID_IN);
  }

  @Test
  void what_is_in_flight_may_be_taken_or_not() {
    crossroads.first().answers(() -> new Evidence.InProcess("rc 03"));
    assertThat(known(crossroads.payments().pay(asked("INV-1"))).state()).isEqualTo(State.PENDING);

    assertThat(store.booked("first")).isEqualTo(new Booked(PAID_IN, COST));
    for (Rupiah said : List.of(PAID_IN, PAID_IN.minus(COST), PAID_IN.minus(Rupiah.of(1)))) {
      compare(said);
      assertThat(compare(said).drift()).isEqualTo(NOTHING);
    }
  }

  @Test
  void what_is_off_twice_in_the_same_direction_is_a_drift() {
    assertThat(compare(PAID_IN.minus(Rupiah.of(3))).drift()).isEqualTo(NOTHING);
    assertThat(compare(PAID_IN.minus(Rupiah.of(2))).drift()).isEqualTo(Rupiah.of(-2));
    assertThat(compare(PAID_IN).drift()).isEqualTo(NOTHING);
  }

  @Test
  void what_is_off_in_one_direction_and_then_in_the_other_is_none() {
    compare(PAID_IN.minus(Rupiah.of(3)));

    assertThat(compare(PAID_IN.plus(Rupiah.of(3))).drift()).isEqualTo(NOTHING);
    assertThat(compare(PAID_IN.plus(Rupiah.of(3))).drift()).isEqualTo(Rupiah.of(3));
  }

  @Test
  void a_payment_that_ends_while_the_biller_is_asked_explains_either_answer() {
    var before = new Booked(PAID_IN, NOTHING);
    var after = new Booked(PAID_IN.minus(COST), NOTHING);

    assertThat(Comparisons.off(PAID_IN, before, after)).isEqualTo(NOTHING);
    assertThat(Comparisons.off(PAID_IN.minus(COST), before, after)).isEqualTo(NOTHING);
    assertThat(Comparisons.off(PAID_IN.plus(Rupiah.of(1)), before, after)).isEqualTo(Rupiah.of(1));
    assertThat(Comparisons.off(PAID_IN.minus(COST).minus(Rupiah.of(1)), before, after))
        .isEqualTo(Rupiah.of(-1));
  }

  @Test
  void a_biller_who_does_not_say_changes_nothing() {
    compare(PAID_IN.minus(Rupiah.of(3)));
    var silent = new Upstream("first", new PaperBiller(), BillerProfile.standard(), true);

    new Comparisons(
            store, new CaseStore(crossroads.database().jdbi()), List.of(silent), Duration.ZERO)
        .run();

    assertThat(compare(PAID_IN.minus(Rupiah.of(3))).drift()).isEqualTo(Rupiah.of(-3));
  }

  @Test
  void of_several_processes_one_asks() {
    compare(PAID_IN);

    assertThat(store.take("first", Duration.ofHours(1))).isFalse();
    assertThat(store.take("second", Duration.ofHours(1))).isTrue();
    assertThat(store.findReported("second")).isEmpty();
  }
}
