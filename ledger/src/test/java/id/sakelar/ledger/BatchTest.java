package id.sakelar.ledger;

import static id.sakelar.ledger.Town.IN_FLIGHT;
import static id.sakelar.ledger.Town.JAR;
import static id.sakelar.ledger.Town.OTHER_SHOP;
import static id.sakelar.ledger.Town.SHOP;
import static id.sakelar.ledger.Town.balance;
import static id.sakelar.ledger.Town.hold;
import static id.sakelar.ledger.Town.leaving;
import static id.sakelar.ledger.Town.move;
import static id.sakelar.ledger.Town.release;
import static id.sakelar.ledger.Town.settle;
import static id.sakelar.ledger.Town.together;
import static id.sakelar.ledger.Town.topUp;
import static id.sakelar.ledger.Town.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.ledger.Booking.Refused;
import id.sakelar.money.Rupiah;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Units that share a commit are decided as if each came alone, in the order of their arrival.
class BatchTest {
  private Database database;

  @BeforeEach
  void open() throws Exception {
    database = Database.create();
    Town.settle(database);
  }

  @AfterEach
  void close() throws Exception {
    Town.assertWhole(database);
    database.close();
  }

  @Test
  void a_deposit_can_be_spent_in_the_same_batch() throws Exception {
    var bookings = together(database, topUp("t1", SHOP, 50), hold("p1", SHOP, 30));

    assertThat(bookings).containsExactly(leaving(SHOP, 50), leaving(SHOP, 20));
    assertThat(database.commits()).isEqualTo(1);
    assertThat(balance(database, SHOP)).isEqualTo(Rupiah.of(20));
  }

  @Test
  void a_refused_unit_does_not_count_against_later_ones() throws Exception {
    var bookings =
        together(
            database,
            topUp("t1", SHOP, 50),
            hold("p1", SHOP, 40),
            hold("p2", SHOP, 11),
            hold("p3", SHOP, 10));

    assertThat(bookings)
        .containsExactly(
            leaving(SHOP, 50),
            leaving(SHOP, 10),
            new Refused(Refusal.FLOOR, "partner:shop"),
            leaving(SHOP, 0));
    assertThat(database.commits()).isEqualTo(1);
  }

  @Test
  void a_batch_that_refuses_everything_commits_nothing() throws Exception {
    assertThat(together(database, hold("p1", SHOP, 1)))
        .containsExactly(new Refused(Refusal.FLOOR, "partner:shop"));
    assertThat(database.commits()).isZero();
  }

  @Test
  void a_ceiling_is_kept_to_the_sen() {
    var over = new Posting(Town.BANK, JAR, new Rupiah(Town.JAR_CEILING.sen() + 1));

    assertThat(together(database, unit("t1", "TOPUP", Purse.NOTHING, over), topUp("t2", JAR, 100)))
        .containsExactly(new Refused(Refusal.CEILING, "partner:jar"), leaving(JAR, 100));
  }

  @Test
  void limits_are_counted_after_all_postings_of_a_unit() {
    together(database, topUp("t1", JAR, 100), topUp("t2", SHOP, 10));
    var through = unit("x1", "SWAP", Purse.NOTHING, move(SHOP, JAR, 10), move(JAR, OTHER_SHOP, 10));

    assertThat(together(database, through))
        .containsExactly(
            new Booking.Booked(
                Map.of(SHOP, Rupiah.ZERO, JAR, Rupiah.of(100), OTHER_SHOP, Rupiah.of(10))));
  }

  @Test
  void a_floor_comes_before_a_ceiling() {
    together(database, topUp("t1", JAR, 100));

    assertThat(together(database, unit("x1", "SWAP", Purse.NOTHING, move(SHOP, JAR, 1))))
        .containsExactly(new Refused(Refusal.FLOOR, "partner:shop"));
  }

  @Test
  void an_account_may_owe_as_much_as_its_floor_says() throws Exception {
    var credit = new AccountId("partner:credit");
    database.open(new Account(credit, "partner", Rupiah.of(-100), null, false));

    assertThat(together(database, hold("p1", credit, 100), hold("p2", credit, 1)))
        .containsExactly(leaving(credit, -100), new Refused(Refusal.FLOOR, "partner:credit"));
  }

  @Test
  void an_account_that_was_never_opened_is_named() {
    assertThat(together(database, topUp("t1", new AccountId("partner:nobody"), 1)))
        .containsExactly(new Refused(Refusal.UNKNOWN_ACCOUNT, "partner:nobody"));
  }

  @Test
  void a_unit_is_booked_once_however_often_it_is_sent() throws Exception {
    together(database, topUp("t1", SHOP, 10), hold("p1", SHOP, 10));
    var again = new Refused(Refusal.DUPLICATE, "posting_pkey");

    // there is no money left, and still it is a duplicate and not too much
    assertThat(together(database, hold("p1", SHOP, 10))).containsExactly(again);
    assertThat(together(database, topUp("t1", SHOP, 10), topUp("t1", SHOP, 10)))
        .containsExactly(again, again);
    assertThat(balance(database, SHOP)).isEqualTo(Rupiah.ZERO);
  }

  @Test
  void a_subject_is_settled_or_released_never_both() throws Exception {
    together(database, topUp("t1", SHOP, 10), hold("p1", SHOP, 10));
    together(database, settle("p1", 10));

    // the neighbour in the same batch stands
    assertThat(together(database, release("p1", SHOP, 10), topUp("t2", SHOP, 5)))
        .containsExactly(new Refused(Refusal.DUPLICATE, "posting_ends_once"), leaving(SHOP, 5));
    assertThat(balance(database, IN_FLIGHT)).isEqualTo(Rupiah.ZERO);
  }

  @Test
  void units_of_one_subject_see_each_other_committed() throws Exception {
    var bookings =
        together(
            database,
            topUp("t1", SHOP, 10),
            hold("p1", SHOP, 10),
            release("p1", SHOP, 10),
            settle("p1", 10));

    assertThat(bookings)
        .containsExactly(
            leaving(SHOP, 10),
            leaving(SHOP, 0),
            leaving(SHOP, 10),
            new Refused(Refusal.DUPLICATE, "posting_ends_once"));
    assertThat(database.commits()).isEqualTo(2);
  }

  @Test
  void riders_are_judged_in_arrival_order_against_the_accepted_ones() throws Exception {
    database.execute("INSERT INTO purse VALUES ('red', 5)");
    var bookings =
        together(
            database,
            topUp("t1", SHOP, 10),
            unit("p1", "HOLD", Purse.coins("red", 5), move(SHOP, IN_FLIGHT, 11)),
            unit("p2", "HOLD", Purse.coins("red", 4), move(SHOP, IN_FLIGHT, 2)),
            unit("p3", "HOLD", Purse.coins("red", 2), move(SHOP, IN_FLIGHT, 2)),
            unit("p4", "NOTE", Purse.coins("red", 1)));

    assertThat(bookings)
        .containsExactly(
            leaving(SHOP, 10),
            new Refused(Refusal.FLOOR, "partner:shop"),
            leaving(SHOP, 8),
            new Refused(Refusal.GUARD, "empty"),
            new Booking.Booked(Map.of()));
    assertThat(database.count("SELECT coins FROM purse")).isZero();
  }

  @Test
  void a_refused_rider_writes_nothing() throws Exception {
    database.execute("INSERT INTO note VALUES ('taken')");

    assertThat(
            together(
                database,
                unit("n1", "NOTE", Purse.note("taken")),
                unit("n2", "NOTE", Purse.note("free")),
                unit("n3", "NOTE", Purse.note("free"))))
        .containsExactly(
            new Refused(Refusal.GUARD, "noted"),
            new Booking.Booked(Map.of()),
            new Refused(Refusal.GUARD, "noted"));
    assertThat(database.count("SELECT count(*) FROM note")).isEqualTo(2);
  }

  @Test
  void a_rider_that_fails_fails_alone() throws Exception {
    for (var broken : List.of(Purse.POISON, Purse.DEFECT)) {
      var subject = "broken/" + broken.hashCode();
      var bad = unit(subject, "TOPUP", broken, move(Town.BANK, SHOP, 1));
      var good = topUp("good/" + broken.hashCode(), SHOP, 2);

      assertThatThrownBy(() -> together(database, bad))
          .isInstanceOf(BookingFailed.class)
          .hasMessage("TOPUP of " + subject + " is not booked");
      assertThatThrownBy(() -> together(database, bad, good)).isInstanceOf(BookingFailed.class);
      assertThat(together(database, good))
          .containsExactly(new Refused(Refusal.DUPLICATE, "posting_pkey"));
    }
    assertThat(balance(database, SHOP)).isEqualTo(Rupiah.of(4));
  }
}
