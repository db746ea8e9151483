package id.sakelar.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.money.Rupiah;
import id.sakelar.simulator.Row.Ending;
import id.sakelar.simulator.Row.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A book keeps every payment once, and for good.
class BookTest {
  private static final Instant NOON = Instant.parse("2026-01-05T05:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(20);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("biller.book");
  }

  @Test
  void what_was_taken_is_there_after_a_restart() throws IOException {
    var paid = row("r1", 10_000, NOON, Ending.PAID);
    var pending = row("r2", 25_000, LATER, Ending.FAILED);
    try (var book = Book.open(file)) {
      book.take(paid);
      book.take(pending);
    }

    try (var book = Book.open(file)) {
      assertThat(book.listAfter(0, 10)).containsExactly(paid, pending);
      assertThat(book.find("r1")).contains(paid);
      assertThat(book.find("r3")).isEmpty();
      assertThat(book.charged(NOON)).isEqualTo(Rupiah.of(35_000));
    }
  }

  @Test
  void what_was_answered_is_on_disk_without_closing_the_book() throws IOException {
    try (var book = Book.open(file)) {
      book.take(row("r1", 10_000, NOON, Ending.PAID));

      assertThat(Files.readString(file)).startsWith("{\"reference\":\"r1\"").endsWith("}\n");
    }
  }

  @Test
  void a_torn_last_line_is_cut_off_and_written_over() throws IOException {
    try (var book = Book.open(file)) {
      book.take(row("r1", 10_000, NOON, Ending.PAID));
      book.take(row("r2", 20_000, NOON, Ending.PAID));
    }
    tear(file, 30);

    try (var book = Book.open(file)) {
      assertThat(references(book)).containsExactly("r1");
      book.take(row("r3", 30_000, NOON, Ending.PAID));
    }

    try (var book = Book.open(file)) {
      assertThat(references(book)).containsExactly("r1", "r3");
      assertThat(book.charged(NOON)).isEqualTo(Rupiah.of(40_000));
    }
  }

  @Test
  void a_damaged_line_keeps_the_book_shut() throws IOException {
    Files.writeString(file, "{\"reference\":\"r1\"}\n");

    assertThatThrownBy(() -> Book.open(file))
        .isInstanceOf(IOException.class)
        .hasMessage("line 1 of the book " + file + " is no row");
  }

  @Test
  void a_book_is_open_in_one_place_only() throws IOException {
    try (var book = Book.open(file)) {
      assertThat(book.count()).isZero();
      assertThatThrownBy(() -> Book.open(file))
          .isInstanceOf(IOException.class)
          .hasMessage("the book " + file + " is open elsewhere");
    }
  }

  @Test
  void a_reference_is_taken_once_however_many_try() throws Exception {
    try (var book = Book.open(file);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Row>> tries = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        var row = row("r1", 10_000 + i, NOON, Ending.PAID);
        tries.add(() -> book.take(row));
      }

      var answers = threads.invokeAll(tries);

      assertThat(book.count()).isEqualTo(1);
      var first = book.listAfter(0, 10).getFirst();
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(first);
      }
      assertThat(Files.readAllLines(file)).hasSize(1);
    }
  }

  @Test
  void payments_that_come_together_are_all_written() throws Exception {
    try (var book = Book.open(file);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var rows = IntStream.range(0, 500).mapToObj(i -> row("r" + i, 1_000, NOON, Ending.PAID));
      List<Callable<Row>> tries = new ArrayList<>();
      rows.forEach(row -> tries.add(() -> book.take(row)));

      for (var answer : threads.invokeAll(tries)) {
        answer.get();
      }

      assertThat(book.charged(NOON)).isEqualTo(Rupiah.of(500_000));
      assertThat(Files.readAllLines(file)).hasSize(500);
    }
  }

  @Test
  void rows_are_numbered_in_the_order_they_were_written() throws IOException {
    try (var book = Book.open(file)) {
      for (int i = 1; i <= 5; i++) {
        book.take(row("r" + i, 1_000, NOON, Ending.PAID));
      }

      assertThat(book.listAfter(2, 2)).extracting(Row::reference).containsExactly("r3", "r4");
      assertThat(book.listAfter(4, 1_000)).extracting(Row::reference).containsExactly("r5");
      assertThat(book.listAfter(9, 1_000)).isEmpty();
    }
  }

  @Test
  void money_of_a_pending_payment_that_fails_goes_back_when_it_is_due() throws IOException {
    try (var book = Book.open(file)) {
      var row = book.take(row("r1", 10_000, LATER, Ending.FAILED));

      assertThat(row.state(LATER.minusNanos(1))).isEqualTo(State.PENDING);
      assertThat(book.charged(LATER.minusNanos(1))).isEqualTo(Rupiah.of(10_000));
      assertThat(row.state(LATER)).isEqualTo(State.FAILED);
      assertThat(book.charged(LATER)).isEqualTo(Rupiah.ZERO);
    }
  }

  @Test
  void a_refusal_costs_nothing() throws IOException {
    try (var book = Book.open(file)) {
      book.take(row("r1", 10_000, NOON, Ending.FAILED));

      assertThat(book.charged(NOON)).isEqualTo(Rupiah.ZERO);
    }
  }

  @Test
  void a_closed_book_takes_nothing() throws IOException {
    var book = Book.open(file);
    book.close();

    assertThatThrownBy(() -> book.take(row("r1", 10_000, NOON, Ending.PAID)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the book is closed");
  }

  @Test
  void no_payment_is_due_before_it_was_taken() {
    assertThatThrownBy(() -> row("r1", 10_000, NOON.minus(Duration.ofSeconds(1)), Ending.PAID))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a payment is due after 2026-01-05T05:00:00Z, not 2026-01-05T04:59:59Z");
  }

  private static Row row(String reference, long price, Instant due, Ending ending) {
    return new Row(
        reference,
        "0123456789abcdef",
        "S1",
        "pln",
        "********0001",
        Rupiah.of(price),
        NOON,
        due,
        ending,
        "00");
  }

  private static List<String> references(Book book) {
    return book.listAfter(0, 10).stream().map(Row::reference).toList();
  }

  private static void tear(Path file, int bytes) throws IOException {
    String whole = Files.readString(file);
    Files.write(
        file,
        whole.substring(0, whole.length() - bytes).getBytes(UTF_8),
        StandardOpenOption.TRUNCATE_EXISTING);
  }
}
