package id.sakelar.simulator.mmbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sakelar.simulator.SimulatedBiller;
import id.sakelar.wire.Message;
import id.sakelar.wire.StrictForm;
import id.sakelar.wire.mmbc.ListCc;
import id.sakelar.wire.mmbc.Mmbc;
import id.sakelar.wire.mmbc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A simulated MMBC opens whole or not at all, and speaks its dialect even in trouble.
class SimulatedMmbcTest {
  private static final String UNREAD =
      "{\"result\":\"no\",\"reason\":\"Format data tidak valid.\"}";

  @TempDir Path directory;
  private Counter counter;

  @BeforeEach
  void open() throws Exception {
    counter = Counter.open(directory);
  }

  @AfterEach
  void close() throws Exception {
    counter.close();
  }

  @Test
  void a_taken_port_leaves_the_book_free() throws Exception {
    int taken = counter.biller.port();
    assertThatThrownBy(() -> second(taken)).isInstanceOf(IllegalStateException.class);

    try (var second = second(0)) {
      assertThat(second.port()).isNotEqualTo(taken);
    }
  }

  @Test
  void two_billers_do_not_share_a_book() {
    assertThatThrownBy(() -> Counter.open(directory))
        .isInstanceOf(IOException.class)
        .hasMessage("the book " + directory.resolve("mmbc.book") + " is open elsewhere");
  }

  @Test
  void an_invoice_that_was_being_written_when_the_process_died_was_told_to_nobody()
      throws Exception {
    String first = inquire();
    counter.close();
    append("{\"invoice\":\"7000");

    counter = Counter.open(directory);
    String second = inquire();
    counter.close();
    counter = Counter.open(directory);

    assertThat(Long.parseLong(second)).isEqualTo(Long.parseLong(first) + 1);
    for (String invoice : new String[] {first, second}) {
      assertThat(Counter.ok(counter.status(invoice)).status()).isEqualTo(Status.INQUIRY);
    }
  }

  @Test
  void damaged_invoices_keep_the_biller_shut_and_its_book_free() throws Exception {
    counter.close();
    append("{\"invoice\":\"70000000001\"}\n");

    assertThatThrownBy(() -> Counter.open(directory))
        .isInstanceOf(IOException.class)
        .hasMessage("a line of " + directory.resolve("mmbc.vehicles") + " is no invoice");
    Files.delete(directory.resolve("mmbc.vehicles"));
    counter = Counter.open(directory);

    assertThat(inquire()).isEqualTo("70000000001");
  }

  @Test
  void what_cannot_be_read_is_a_matter_of_format() throws Exception {
    var path = Mmbc.TRANSFER_ACC.path();

    var long40 = counter.hear("POST", path, Message.of(StrictForm.MEDIA_TYPE, "x".repeat(40_000)));
    var text = counter.hear("POST", path, Message.of("text/plain", "username=dummy"));
    var got = counter.hear("GET", path, Message.json(""));

    assertThat(Counter.message(long40)).isEqualTo(Message.json(UNREAD));
    assertThat(Counter.message(text)).isEqualTo(Message.json(UNREAD));
    assertThat(got.status()).isEqualTo(405);
    assertThat(Counter.message(got)).isEqualTo(Message.json(UNREAD));
  }

  @Test
  void the_list_of_banks_needs_no_login() throws Exception {
    assertThat(Counter.ok(counter.ask(Mmbc.LISTCC, new ListCc())))
        .extracting(it -> it.ccCode())
        .containsExactly("8", "14", "2");
  }

  private String inquire() throws Exception {
    return Counter.ok(counter.inquire("3201234567890123", "MH1ABC0DEF1234567")).invoice();
  }

  private void append(String text) throws IOException {
    var file = directory.resolve("mmbc.vehicles");
    Files.write(file, text.getBytes(UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private SimulatedBiller second(int port) throws IOException {
    var settings =
        new SimulatedMmbc.Settings(
            "second", Counter.LOGIN, directory, port, Duration.ofSeconds(20));
    return SimulatedMmbc.open(settings, InstantSource.system(), new SplittableRandom(1));
  }
}
