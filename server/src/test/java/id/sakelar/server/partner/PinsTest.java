package id.sakelar.server.partner;

import static id.sakelar.server.partner.Pins.Finding.BLOCKED;
import static id.sakelar.server.partner.Pins.Finding.NONE;
import static id.sakelar.server.partner.Pins.Finding.RIGHT;
import static id.sakelar.server.partner.Pins.Finding.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.server.partner.Pins.Finding;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How often a PIN is tried. Checks are counted.
class PinsTest {
  private static final Secret PIN = new Secret("359569");
  private static final Secret OTHER = new Secret("359568");
  private static final Secret PEPPER = new Secret("5e".repeat(32));
  private static final String ARDHA = Pins.ofAgent("BNIUS100294");

  private final AtomicInteger checks = new AtomicInteger();
  private Database database;
  private PinStore store;

  @BeforeEach
  void open() throws SQLException {
    database = Database.create();
    store = new PinStore(database.jdbi(), () -> Instant.parse("2026-11-20T03:00:00Z"));
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  /// A process that was started just now.
  private Pins pins() {
    return pins(Verifier::opens);
  }

  private Pins pins(BiPredicate<Secret, Secret> opens) {
    return new Pins(
        store,
        PEPPER,
        new SecureRandom(),
        (pin, verifier) -> {
          checks.incrementAndGet();
          return opens.test(pin, verifier);
        });
  }

  private String stored(String column) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT " + column + "::text FROM pin")
                    .mapTo(String.class)
                    .one());
  }

  /// Runs all of them at once, each on a virtual thread.
  private static List<Finding> together(List<Callable<Finding>> calls) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var findings = new ArrayList<Finding>();
      for (Future<Finding> call : threads.invokeAll(calls)) {
        findings.add(call.get());
      }
      return findings;
    }
  }

  private static Callable<Finding> guess(Pins pins, int number) {
    return () -> pins.check(ARDHA, new Secret("%06d".formatted(number)));
  }

  @Test
  void who_brings_its_pin_is_right_and_the_pin_is_nowhere() {
    pins().set(ARDHA, PIN);

    assertThat(pins().check(ARDHA, PIN)).isEqualTo(RIGHT);
    assertThat(pins().check(ARDHA, OTHER)).isEqualTo(WRONG);
    assertThat(stored("pin"))
        .contains("$argon2id$", "2026-11-20 03:00:00")
        .doesNotContain(PIN.reveal());
  }

  @Test
  void who_has_no_pin_has_none_that_is_right() {
    assertThat(pins().check(ARDHA, PIN)).isEqualTo(NONE);
    pins().set(ARDHA, PIN);
    store.remove(ARDHA);
    assertThat(pins().check(ARDHA, PIN)).isEqualTo(NONE);
    assertThat(checks).hasValue(0);
  }

  @Test
  void three_wrong_ones_block_the_right_one_until_it_is_set_anew() {
    pins().set(ARDHA, PIN);

    for (int i = 0; i < 3; i++) {
      assertThat(pins().check(ARDHA, OTHER)).isEqualTo(WRONG);
    }
    assertThat(pins().check(ARDHA, PIN)).isEqualTo(BLOCKED);
    assertThat(pins().check(ARDHA, OTHER)).isEqualTo(BLOCKED);
    assertThat(checks).hasValue(3);

    pins().set(ARDHA, OTHER);
    assertThat(pins().check(ARDHA, OTHER)).isEqualTo(RIGHT);
  }

  @Test
  void the_right_one_begins_a_new_count() {
    pins().set(ARDHA, PIN);

    for (int round = 0; round < 3; round++) {
      assertThat(pins().check(ARDHA, OTHER)).isEqualTo(WRONG);
      assertThat(pins().check(ARDHA, OTHER)).isEqualTo(WRONG);
      assertThat(pins().check(ARDHA, PIN)).isEqualTo(RIGHT);
    }
    assertThat(stored("tries")).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "35956", "3595699", "35956x", " 359569", "359569\n", "٣٥٩٥٦٩"})
  void what_is_not_six_digits_is_wrong_and_does_not_count(String slip) {
    pins().set(ARDHA, PIN);

    assertThat(pins().check(ARDHA, new Secret(slip))).isEqualTo(WRONG);
    assertThat(checks).hasValue(0);
    assertThat(stored("tries")).isEqualTo("0");
    assertThatThrownBy(() -> pins().set(ARDHA, new Secret(slip)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a PIN has six digits");
  }

  @Test
  void a_verifier_is_of_one_holder_and_one_pepper() {
    var ofAccount = pins().verifier(Pins.ofAccount("14047"), PIN);
    store.put(ARDHA, ofAccount);
    store.put(Pins.ofAccount("14047"), ofAccount);
    var elsewhere = new Pins(store, new Secret("5f".repeat(32)), new SecureRandom());

    assertThat(pins().check(ARDHA, PIN)).isEqualTo(WRONG);
    assertThat(elsewhere.check(Pins.ofAccount("14047"), PIN)).isEqualTo(WRONG);
    assertThat(pins().check(Pins.ofAccount("14047"), PIN)).isEqualTo(RIGHT);
  }

  @Test
  void two_hundred_wrong_ones_at_once_are_checked_three_times() throws Exception {
    var pins = pins();
    pins.set(ARDHA, PIN);

    var findings =
        together(IntStream.range(0, 200).mapToObj(number -> guess(pins, number)).toList());

    assertThat(checks).hasValue(3);
    assertThat(findings).filteredOn(WRONG::equals).hasSize(3);
    assertThat(findings).filteredOn(BLOCKED::equals).hasSize(197);
  }

  @Test
  void two_hundred_at_two_processes_are_checked_three_times_too() throws Exception {
    pins().set(ARDHA, PIN);
    var processes = List.of(pins(), pins());

    var findings =
        together(
            IntStream.range(0, 200)
                .mapToObj(number -> guess(processes.get(number % 2), number))
                .toList());

    assertThat(checks).hasValue(3);
    assertThat(findings).filteredOn(BLOCKED::equals).hasSize(197);
  }

  /// A process that dies while it checks has used up the try.
  @Test
  void a_try_is_counted_and_committed_before_it_is_judged() {
    pins().set(ARDHA, PIN);
    var tries = new ArrayList<String>();
    var pins =
        pins(
            (_, _) -> {
              tries.add(stored("tries"));
              throw new IllegalStateException("the power is gone");
            });

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> pins.check(ARDHA, PIN)).hasMessageContaining("the power is gone");
    }
    assertThat(tries).containsExactly("1", "2", "3");
    assertThat(pins.check(ARDHA, PIN)).isEqualTo(BLOCKED);
  }

  /// More than there are tries, and the first of them is not done while the others come.
  @Test
  void the_right_one_is_not_refused_because_others_are_being_checked() throws Exception {
    pins().set(ARDHA, PIN);
    var allCame = new CountDownLatch(10);
    var pins =
        pins(
            (pin, verifier) -> {
              await(allCame);
              return Verifier.opens(pin, verifier);
            });

    var findings =
        together(
            IntStream.range(0, 10)
                .<Callable<Finding>>mapToObj(
                    _ ->
                        () -> {
                          allCame.countDown();
                          return pins.check(ARDHA, PIN);
                        })
                .toList());

    assertThat(findings).hasSize(10).containsOnly(RIGHT);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void no_carrier_of_virtual_threads_hashes() throws Exception {
    var hashers = new ArrayList<Thread>();
    var pins =
        pins(
            (pin, verifier) -> {
              hashers.add(Thread.currentThread());
              return Verifier.opens(pin, verifier);
            });
    pins.set(ARDHA, PIN);

    together(List.of(() -> pins.check(ARDHA, PIN)));

    assertThat(hashers).hasSize(1).noneMatch(Thread::isVirtual);
  }

  @Test
  void a_pin_that_is_changed_while_it_is_checked_is_wrong() {
    pins().set(ARDHA, PIN);
    var pins =
        pins(
            (_, _) -> {
              pins().set(ARDHA, OTHER);
              return true;
            });

    assertThat(pins.check(ARDHA, PIN)).isEqualTo(WRONG);
    assertThat(pins().check(ARDHA, OTHER)).isEqualTo(RIGHT);
  }
}
