package id.sakelar.ledger;

import static id.sakelar.ledger.Town.IN_FLIGHT;
import static id.sakelar.ledger.Town.OTHER_SHOP;
import static id.sakelar.ledger.Town.SHOP;
import static id.sakelar.ledger.Town.balance;
import static id.sakelar.ledger.Town.books;
import static id.sakelar.ledger.Town.hold;
import static id.sakelar.ledger.Town.release;
import static id.sakelar.ledger.Town.settle;
import static id.sakelar.ledger.Town.topUp;
import static org.assertj.core.api.Assertions.assertThat;

import id.sakelar.ledger.Booking.Booked;
import id.sakelar.ledger.Booking.Refused;
import id.sakelar.money.Rupiah;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Many callers at once, and what goes wrong meanwhile: the books stay exact.
class BooksUnderLoadTest {
  private static final String WRITERS =
      """
      SELECT count(pg_terminate_backend(pid))
        FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()
      """;

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

  /// What each unit was answered, by its number.
  private static List<Booking> all(int units, int callers, IntFunction<Booking> submit)
      throws Exception {
    var next = new AtomicInteger();
    Map<Integer, Booking> answers = new ConcurrentHashMap<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        running.add(
            threads.submit(
                () -> {
                  for (int n = next.getAndIncrement(); n < units; n = next.getAndIncrement()) {
                    answers.put(n, submit.apply(n));
                  }
                }));
      }
      for (Future<?> caller : running) {
        caller.get();
      }
    }
    List<Booking> inOrder = new ArrayList<>();
    for (int n = 0; n < units; n++) {
      inOrder.add(answers.get(n));
    }
    return inOrder;
  }

  private static long booked(List<Booking> answers) {
    return answers.stream().filter(Booked.class::isInstance).count();
  }

  private static void assertOthersRefusedForTheirFloor(List<Booking> answers) {
    var refused = new Refused(Refusal.FLOOR, "partner:shop");
    assertThat(answers.stream().filter(answer -> !(answer instanceof Booked)))
        .containsOnly(refused);
  }

  @Test
  void a_floor_is_exact_under_eight_threads() throws Exception {
    try (var books = books(database)) {
      books.submit(topUp("t1", SHOP, 1_000));
      var answers = all(4_000, 8, n -> books.submit(hold("p" + n, SHOP, 3)));

      assertThat(booked(answers)).isEqualTo(333);
      assertOthersRefusedForTheirFloor(answers);
    }
    assertThat(balance(database, SHOP)).isEqualTo(Rupiah.of(1));
  }

  @Test
  void a_unit_sent_by_many_at_once_is_booked_once() throws Exception {
    try (var books = books(database);
        var others = books(database)) {
      var answers =
          all(400, 16, n -> (n % 2 == 0 ? books : others).submit(topUp("t" + n / 8, SHOP, 1)));

      assertThat(booked(answers)).isEqualTo(50);
    }
    assertThat(balance(database, SHOP)).isEqualTo(Rupiah.of(50));
  }

  @Test
  void two_processes_share_one_payer_to_the_sen() throws Exception {
    try (var books = books(database);
        var others = books(database)) {
      books.submit(topUp("t1", SHOP, 1_000));
      // each unit takes both shops, in an order that would deadlock were it the order of locking
      var answers =
          all(
              3_000,
              32,
              n -> {
                var first =
                    n % 4 < 2 ? Town.move(SHOP, IN_FLIGHT, 1) : Town.move(SHOP, OTHER_SHOP, 1);
                var unit =
                    new Unit<>(
                        "p" + n,
                        "HOLD",
                        List.of(first, Town.move(Town.BANK, OTHER_SHOP, 1)),
                        n % 3 == 0 ? OTHER_SHOP : SHOP,
                        Purse.NOTHING);
                return (n % 2 == 0 ? books : others).submit(unit);
              });

      assertThat(booked(answers)).isEqualTo(1_000);
      assertOthersRefusedForTheirFloor(answers);
    }
    assertThat(balance(database, SHOP)).isEqualTo(Rupiah.ZERO);
  }

  @Test
  void every_payment_ends_once_whoever_comes_first() throws Exception {
    try (var books = books(database);
        var others = books(database)) {
      books.submit(topUp("t1", SHOP, 100));
      all(100, 16, n -> books.submit(hold("p" + n, SHOP, 1)));
      var ends =
          all(
              200,
              32,
              n ->
                  n % 2 == 0
                      ? books.submit(settle("p" + n / 2, 1))
                      : others.submit(release("p" + n / 2, SHOP, 1)));

      assertThat(booked(ends)).isEqualTo(100);
    }
    assertThat(balance(database, IN_FLIGHT)).isEqualTo(Rupiah.ZERO);
    try (var connection = database.connect()) {
      assertThat(Audit.outstanding(connection, IN_FLIGHT)).isEmpty();
    }
  }

  @Test
  void what_was_answered_while_backends_were_killed_is_what_the_journal_says() throws Exception {
    Set<String> answeredAsBooked = new HashSet<>();
    List<Booking> answers;
    try (var books = books(database);
        var killer = Executors.newSingleThreadExecutor()) {
      books.submit(topUp("t1", SHOP, 2_000));
      var killed = new AtomicInteger();
      var kills = killer.submit(() -> killUntil(killed, 20));
      answers =
          all(
              4_000,
              16,
              n -> {
                killed.compareAndSet(n / 200, n / 200 + 1);
                return books.submit(hold("p" + n, SHOP, 1));
              });
      assertThat(kills.get()).isPositive();
    }
    for (int n = 0; n < answers.size(); n++) {
      if (answers.get(n) instanceof Booked) {
        answeredAsBooked.add("p" + n);
      }
    }
    assertThat(answeredAsBooked).hasSize(2_000).isEqualTo(held());
    assertOthersRefusedForTheirFloor(answers);
  }

  /// Kills the writers' backends each time the counter moves.
  private long killUntil(AtomicInteger counter, int end) throws SQLException {
    long killed = 0;
    for (int seen = 0; seen < end; ) {
      if (counter.get() > seen) {
        seen = counter.get();
        killed += database.count(WRITERS);
      }
      Thread.onSpinWait();
    }
    return killed;
  }

  private Set<String> held() throws SQLException {
    Set<String> held = new HashSet<>();
    try (var connection = database.connect();
        var found =
            connection
                .createStatement()
                .executeQuery("SELECT subject FROM posting WHERE kind = 'HOLD'")) {
      while (found.next()) {
        held.add(found.getString(1));
      }
    }
    return held;
  }
}
