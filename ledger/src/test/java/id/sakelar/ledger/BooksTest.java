package id.sakelar.ledger;

import static id.sakelar.ledger.Town.OTHER_SHOP;
import static id.sakelar.ledger.Town.RANDOM;
import static id.sakelar.ledger.Town.SHOP;
import static id.sakelar.ledger.Town.balance;
import static id.sakelar.ledger.Town.hold;
import static id.sakelar.ledger.Town.leaving;
import static id.sakelar.ledger.Town.topUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.ledger.Booking.Overloaded;
import id.sakelar.ledger.Purse.Take;
import id.sakelar.money.Rupiah;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a caller of the books may rely on while others are in the way.
class BooksTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Books.Size ONE_PLACE = new Books.Size(1, 1);

  private Database database;
  private ExecutorService callers;

  @BeforeEach
  void open() throws Exception {
    database = Database.create();
    Town.settle(database);
    callers = Executors.newVirtualThreadPerTaskExecutor();
  }

  @AfterEach
  void close() throws Exception {
    callers.close();
    Town.assertWhole(database);
    database.close();
  }

  private Books<Take> books(Books.Size size) {
    return Books.open(database.source(), new Purse(), size, RANDOM);
  }

  /// Holds up every unit that touches the shop until it is closed.
  private Connection standInTheWay() throws SQLException {
    Connection other = database.connect();
    other.setAutoCommit(false);
    other
        .createStatement()
        .execute("SELECT * FROM balance WHERE account = 'partner:shop' FOR UPDATE");
    return other;
  }

  @Test
  void a_lone_unit_is_one_commit() throws Exception {
    try (var books = books(Books.Size.DEFAULT)) {
      assertThat(books.submit(topUp("t1", SHOP, 10))).isEqualTo(leaving(SHOP, 10));
      assertThat(database.commits()).isEqualTo(1);
      assertThat(books.submit(hold("p1", SHOP, 4))).isEqualTo(leaving(SHOP, 6));
      assertThat(database.commits()).isEqualTo(2);
    }
  }

  @Test
  void a_unit_is_decided_on_what_others_left_behind() throws Exception {
    try (var books = books(ONE_PLACE)) {
      Future<Booking> answer;
      try (var other = standInTheWay();
          var change = other.createStatement()) {
        answer = callers.submit(() -> books.submit(hold("p1", SHOP, 5)));
        database.awaitWaiting(1);
        change.execute(
            "INSERT INTO posting VALUES ('t1', 'TOPUP', 0, 'bank', 'partner:shop', 500)");
        change.execute("UPDATE balance SET sen = 500 WHERE account = 'partner:shop'");
        change.execute("UPDATE balance SET sen = -500 WHERE account = 'bank' AND stripe = 15");
        other.commit();
      }
      assertThat(answer.get()).isEqualTo(leaving(SHOP, 0));
    }
  }

  @Test
  void units_that_wait_together_are_committed_together() throws Exception {
    try (var books = books(new Books.Size(1, 4096))) {
      try (var _ = standInTheWay()) {
        callers.execute(() -> books.submit(topUp("first", SHOP, 1)));
        database.awaitWaiting(1);
        for (int i = 0; i < 500; i++) {
          var unit = topUp("t" + i, SHOP, 1);
          callers.execute(() -> books.submit(unit));
        }
      }
      callers.close();
    }
    assertThat(balance(database, SHOP)).isEqualTo(Rupiah.of(501));
    assertThat(database.commits()).isLessThan(100);
  }

  @Test
  void a_full_queue_turns_callers_away_before_anything_is_booked() throws Exception {
    var answers = new LinkedBlockingQueue<Booking>();
    try (var books = books(ONE_PLACE)) {
      try (var _ = standInTheWay()) {
        callers.execute(() -> answers.add(books.submit(topUp("t1", SHOP, 1))));
        database.awaitWaiting(1);
        callers.execute(() -> answers.add(books.submit(topUp("t2", SHOP, 1))));
        callers.execute(() -> answers.add(books.submit(topUp("t3", SHOP, 1))));

        assertThat(answers.take()).isEqualTo(new Overloaded());
      }
      assertThat(answers.take()).isEqualTo(leaving(SHOP, 1));
      assertThat(answers.take()).isEqualTo(leaving(SHOP, 2));
    }
    assertThat(balance(database, SHOP)).isEqualTo(Rupiah.of(2));
  }

  @Test
  void patience_that_ends_in_the_queue_withdraws_the_unit() throws Exception {
    try (var books = books(ONE_PLACE)) {
      try (var _ = standInTheWay()) {
        callers.execute(() -> books.submit(topUp("t1", SHOP, 1)));
        database.awaitWaiting(1);
        assertThat(books.submit(topUp("t2", SHOP, 1), SHORT)).isEqualTo(new Overloaded());
        // and leaves its place to another
        callers.execute(() -> books.submit(topUp("t3", SHOP, 1)));
      }
      callers.close();
    }
    assertThat(balance(database, SHOP)).isEqualTo(Rupiah.of(2));
    assertThat(database.count("SELECT count(*) FROM posting WHERE subject = 't2'")).isZero();
  }

  @Test
  void an_interrupted_caller_still_learns_what_became_of_his_unit() throws Exception {
    var answer = new CompletableFuture<Booking>();
    var interrupted = new CompletableFuture<Boolean>();
    try (var books = books(ONE_PLACE)) {
      try (var _ = standInTheWay()) {
        var caller =
            Thread.ofVirtual()
                .start(
                    () -> {
                      answer.complete(books.submit(topUp("t1", SHOP, 1)));
                      interrupted.complete(Thread.currentThread().isInterrupted());
                    });
        database.awaitWaiting(1);
        caller.interrupt();
      }
      assertThat(answer.get()).isEqualTo(leaving(SHOP, 1));
      assertThat(interrupted.get()).isTrue();
    }
  }

  @Test
  void closing_books_what_waits_and_lets_nobody_in() throws Exception {
    var books = books(new Books.Size(1, 10));
    var answers = new LinkedBlockingQueue<Booking>();
    var closer = new Thread(books::close);
    try (var _ = standInTheWay()) {
      callers.execute(() -> answers.add(books.submit(topUp("t1", SHOP, 1))));
      database.awaitWaiting(1);
      closer.start();
    }
    closer.join();

    assertThat(answers.take()).isEqualTo(leaving(SHOP, 1));
    assertThat(books.submit(topUp("t2", SHOP, 1))).isEqualTo(new Overloaded());
  }

  @Test
  void a_lock_that_is_never_let_go_does_not_fail_others() throws Exception {
    database.execute(
        "CREATE FUNCTION stuck() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            + " RAISE EXCEPTION USING ERRCODE = '55P03', MESSAGE = 'stuck'; END $$");
    database.execute(
        "CREATE TRIGGER stuck BEFORE UPDATE ON balance FOR EACH ROW"
            + " WHEN (NEW.account = 'partner:other-shop') EXECUTE FUNCTION stuck()");
    var stuck = topUp("t2", OTHER_SHOP, 1);

    assertThatThrownBy(() -> Town.together(database, topUp("t1", SHOP, 1), stuck))
        .isInstanceOf(BookingFailed.class)
        .hasMessage("TOPUP of t2 is not booked");
    assertThat(balance(database, SHOP)).isEqualTo(Rupiah.of(1));
  }

  @Test
  void each_writer_has_a_stripe_of_its_own_while_there_are_enough() throws Exception {
    try (var books = books(new Books.Size(16, 1));
        var more = books(new Books.Size(2, 1))) {
      database.await(
          "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
              + " (SELECT oid FROM pg_database WHERE datname = current_database())",
          16);
      assertThat(books.submit(topUp("t1", SHOP, 1))).isEqualTo(leaving(SHOP, 1));
      assertThat(more.submit(topUp("t2", SHOP, 1))).isEqualTo(leaving(SHOP, 2));
    }
  }
}
