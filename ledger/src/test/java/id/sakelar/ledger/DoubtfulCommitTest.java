package id.sakelar.ledger;

import static id.sakelar.ledger.Town.RANDOM;
import static id.sakelar.ledger.Town.SHOP;
import static id.sakelar.ledger.Town.balance;
import static id.sakelar.ledger.Town.hold;
import static id.sakelar.ledger.Town.leaving;
import static id.sakelar.ledger.Town.topUp;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.Booking.Overloaded;
import id.sakelar.ledger.Booking.Refused;
import id.sakelar.ledger.Booking.Undecided;
import id.sakelar.ledger.Cable.Break;
import id.sakelar.ledger.Purse.Take;
import id.sakelar.money.Rupiah;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A commit that nobody heard the end of is found out about, never guessed.
class DoubtfulCommitTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final String VOIDED = "SELECT count(*) FROM batch WHERE NOT booked";
  private static final String POSTINGS = "SELECT count(*) FROM posting";

  private Database database;
  private Cable cable;

  @BeforeEach
  void open() throws Exception {
    database = Database.create();
    Town.settle(database);
    cable = new Cable(Database.port());
  }

  @AfterEach
  void close() throws Exception {
    Town.assertWhole(database);
    cable.close();
    database.close();
  }

  private Books<Take> books() {
    return Books.open(database.sourceBy(cable), new Purse(), new Books.Size(1, 16), RANDOM);
  }

  private void assertBookedOnceAfter(int voided) throws SQLException {
    assertThat(database.count(POSTINGS)).isEqualTo(1);
    assertThat(database.commits()).isEqualTo(1);
    assertThat(database.count(VOIDED)).isEqualTo(voided);
    assertThat(balance(database, SHOP)).isEqualTo(Rupiah.of(10));
  }

  @Test
  void a_commit_that_never_arrived_is_ruled_out_and_done_again() throws Exception {
    cable.breaks(Break.BEFORE);
    try (var books = books()) {
      assertThat(books.submit(topUp("t1", SHOP, 10))).isEqualTo(leaving(SHOP, 10));
    }
    assertBookedOnceAfter(1);
  }

  @Test
  void a_commit_whose_answer_was_lost_stands() throws Exception {
    cable.breaks(Break.AFTER);
    try (var books = books()) {
      assertThat(books.submit(topUp("t1", SHOP, 10))).isEqualTo(leaving(SHOP, 10));
    }
    assertBookedOnceAfter(0);
  }

  @Test
  void a_commit_that_is_still_under_way_is_waited_for() throws Exception {
    cable.breaks(Break.LATE);
    try (var books = books();
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var answer = callers.submit(() -> books.submit(topUp("t1", SHOP, 10)));
      database.awaitWaiting(1);
      assertThat(answer.isDone()).isFalse();

      cable.deliver();
      assertThat(answer.get()).isEqualTo(leaving(SHOP, 10));
    }
    assertBookedOnceAfter(0);
  }

  /// The question is a write too. If it is asked twice, it must not take itself for the answer.
  @ParameterizedTest
  @EnumSource(
      value = Break.class,
      names = {"BEFORE", "AFTER"})
  void doubt_about_the_question_does_not_change_the_answer(Break question) throws Exception {
    cable.breaks(Break.BEFORE, question, Break.NONE, Break.AFTER, question);
    try (var books = books()) {
      assertThat(books.submit(topUp("t1", SHOP, 10))).isEqualTo(leaving(SHOP, 10));
    }
    assertThat(cable.isUsedUp()).isTrue();
    assertBookedOnceAfter(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Break.class,
      names = {"BEFORE", "AFTER"})
  void every_answer_of_a_doubtful_batch_is_right(Break commit) throws Exception {
    cable.breaks(commit);
    var intake = new Intake<Take>(3);
    var tickets =
        List.of(topUp("t1", SHOP, 10), hold("p1", SHOP, 11), hold("p2", SHOP, 10)).stream()
            .map(Ticket::new)
            .toList();
    tickets.forEach(ticket -> intake.offer(ticket, false));
    intake.close();
    var line = new Line(database.sourceBy(cable), RANDOM, new CountDownLatch(1));
    new Writer<>(intake, new Purse(), line, RANDOM).run();

    assertThat(tickets.stream().map(ticket -> ticket.await(0)))
        .containsExactly(
            leaving(SHOP, 10), new Refused(Refusal.FLOOR, "partner:shop"), leaving(SHOP, 0));
    assertThat(database.count(POSTINGS)).isEqualTo(2);
  }

  @Test
  void patience_that_ends_in_doubt_is_neither_a_yes_nor_a_no() throws Exception {
    cable.breaks(Break.LATE);
    var intake = new Intake<Take>(1);
    var ticket = new Ticket<>(topUp("t1", SHOP, 10));
    intake.offer(ticket, false);
    intake.close();
    var line = new Line(database.sourceBy(cable), RANDOM, new CountDownLatch(1));
    var writer = Thread.ofPlatform().start(new Writer<>(intake, new Purse(), line, RANDOM));
    database.awaitWaiting(1);

    assertThat(ticket.await(0)).isEqualTo(new Undecided());
    assertThat(database.count(POSTINGS)).isZero();
    cable.deliver();
    writer.join();
    assertBookedOnceAfter(0);
  }

  @Test
  void what_waits_for_an_absent_database_can_be_withdrawn_for_certain() throws Exception {
    cable.unplug(true);
    try (var books = books()) {
      assertThat(books.submit(topUp("t1", SHOP, 99), SHORT)).isEqualTo(new Overloaded());
      cable.unplug(false);
      assertThat(books.submit(topUp("t2", SHOP, 10))).isEqualTo(leaving(SHOP, 10));
    }
    assertBookedOnceAfter(0);
  }

  @Test
  void closing_does_not_wait_for_an_absent_database() throws Exception {
    cable.unplug(true);
    var answer = new CompletableFuture<Booking>();
    var books = books();
    Thread.ofVirtual().start(() -> answer.complete(books.submit(topUp("t1", SHOP, 10))));
    books.close();

    assertThat(answer.get()).isEqualTo(new Overloaded());
    assertThat(database.count(POSTINGS)).isZero();
  }

  /// What the standby did not confirm is visible, and would be lost together with this server.
  @Test
  void a_commit_that_the_standby_did_not_confirm_is_not_answered() throws Exception {
    try (var books = books();
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var stop = new AtomicBoolean();
      try {
        expectStandby("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
        callers.execute(() -> commitUntil(stop));
        // the server takes up a new setting in its own time
        long probe = awaitUnconfirmed(0, 0);

        var answer = callers.submit(() -> books.submit(topUp("t1", SHOP, 10)));
        long writer = awaitUnconfirmed(probe, 0);
        database.execute("SELECT pg_cancel_backend(" + writer + ")");
        awaitUnconfirmed(probe, writer);
        assertThat(database.count(POSTINGS)).isEqualTo(1);
        assertThat(answer.isDone()).isFalse();

        expectStandby("ALTER SYSTEM RESET synchronous_standby_names");
        assertThat(answer.get()).isEqualTo(leaving(SHOP, 10));
      } finally {
        stop.set(true);
        expectStandby("ALTER SYSTEM RESET synchronous_standby_names");
      }
    }
    assertBookedOnceAfter(0);
  }

  private void expectStandby(String setting) throws SQLException {
    database.execute(setting);
    database.execute("SELECT pg_reload_conf()");
  }

  private void commitUntil(AtomicBoolean stop) {
    try {
      while (!stop.get()) {
        database.execute("INSERT INTO note VALUES (gen_random_uuid())");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The backend, other than those known, whose commit waits for a standby.
  private long awaitUnconfirmed(long known, long alsoKnown) throws SQLException {
    String waiting =
        " FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'SyncRep'"
            + " AND pid NOT IN (%d, %d)".formatted(known, alsoKnown);
    database.await("SELECT count(*)" + waiting, 1);
    return database.count("SELECT pid" + waiting);
  }
}
